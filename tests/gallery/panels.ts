/** The side panel, in every state that the popup does not show alike. */
import { h } from 'preact';
import { Panel } from '../../src/panel/Panel.tsx';
import { content, harbour } from './contents.ts';
import type { State, Step } from './state.ts';
import { crowd, mentions, type TabScene, tabState } from './tabs.ts';

const panel = (name: string, scene: TabScene): State =>
  tabState(`panel-${name}`, scene, (api) => h(Panel, { api, windowId: 1 }));

const unfold = (brings: string): Step[] => [{ press: '.entry .row', brings }];

export const panels: State[] = [
  panel('folded', { state: { mentions: mentions() } }),
  panel('unfolded', { state: { mentions: mentions() }, steps: unfold('.entry .head') }),
  panel('asked-for', {
    state: { mentions: mentions() },
    answers: { panelEntity: async () => content(harbour, 'gull-street-fire').key },
  }),
  panel('gone', {
    state: { mentions: mentions() },
    answers: { describe: async () => null },
    steps: unfold('.entry .trouble'),
  }),
  panel('related', {
    state: { mentions: mentions() },
    steps: [...unfold('.entry .related'), { press: '.entry .related button', brings: '.entity .head' }],
  }),
  panel('jumped', {
    state: { mentions: mentions() },
    steps: [{ press: '.jump button:last-child', brings: '.jump [role=status]:not(:empty)' }],
  }),
  panel('jump-in-quiet', {
    state: { mode: 'quiet', mentions: mentions(), by: 'rule', rule: 'example.org' },
    steps: [{ press: '.jump button:last-child', brings: '.jump-warning' }],
  }),
  panel('nothing', {}),
  panel('no-permission', { state: { mode: 'off', unread: 'no-permission' } }),
  panel('unseen', { state: { site: '', unread: 'unseen' } }),
  panel('browser-page', { state: { site: '', unread: 'browser-page' } }),
  panel('paused', { state: { unread: 'paused', pause: { until: 'resumed' } } }),
  panel('crowd', { state: { mentions: crowd() } }),
];
