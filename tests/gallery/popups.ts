/** The popup, in every state. */
import { h } from 'preact';
import { Popup } from '../../src/popup/Popup.tsx';
import { CHOICES } from './choices.ts';
import type { State, Step } from './state.ts';
import { crowd, mentions, never, packs, type TabScene, tabState } from './tabs.ts';

const popup = (name: string, scene: TabScene): State =>
  tabState(`popup-${name}`, scene, (api) => h(Popup, { api: { ...api, openPanel: () => {} } }));

const SEARCH: Step = { press: '[role=tab]:nth-child(2)', brings: '[role=combobox]' };
const search = (text: string, brings: string): Step[] => [
  SEARCH,
  { type: text, into: '[role=combobox]', brings },
];
const DATASET: Step[] = [{ press: '[role=tab]:nth-child(3)', brings: '.pack, .message, .warning' }];
const open = (brings: string): Step[] => [{ press: '.mentions .row', brings }];
const jump = (brings: string): Step[] => [{ press: '.jump button', brings }];

export const popups: State[] = [
  popup('marks', { state: { mentions: mentions() } }),
  popup('quiet', { state: { mode: 'quiet', mentions: mentions(), by: 'rule', rule: 'example.org' } }),
  popup('own-rule', { state: { mentions: mentions(), by: 'rule', rule: 'news.example.org' } }),
  popup('once', { state: { mentions: mentions(), by: 'once' } }),
  popup('once-under-rule', {
    state: { mentions: mentions(), by: 'rule', rule: 'news.example.org', onlyOnce: true },
  }),
  popup('always-refused', {
    state: { mentions: mentions(), by: 'once' },
    steps: [{ press: '.decided .link', brings: '.site .warning:not(:empty)' }],
  }),
  popup('private-window', { state: { mode: 'quiet', mentions: mentions(), isPrivate: true } }),
  popup('off', { state: { mode: 'off', unread: 'off', by: 'rule', rule: 'news.example.org' } }),
  popup('off-by-default', { state: { mode: 'off', unread: 'off' } }),
  popup('pause', {
    state: { mentions: mentions() },
    steps: [{ press: '.pause summary', brings: '.pause[open]' }],
  }),
  popup('paused', { state: { unread: 'paused', pause: { until: 'resumed' } } }),
  popup('paused-until', {
    state: { unread: 'paused', pause: { until: new Date(2026, 10, 23, 15, 40).getTime() } },
  }),
  popup('private', { state: { unread: 'private', isPrivate: true } }),
  popup('nothing', {}),
  popup('hidden', {
    state: { mentions: mentions() },
    answers: {
      choices: async () => ({
        ...CHOICES,
        muted: [{ entity: 'harbour/osric-vane', name: 'Osric Vane' }],
        refused: [{ entity: 'harbour/edu', name: 'Ellery Dock Union', site: 'news.example.org' }],
      }),
    },
    steps: [{ press: '.hidden-here summary', brings: '.hidden-here[open], .hidden-here [open]' }],
  }),
  popup('no-pack', { packs: [] }),
  popup('nothing-packs-failed', { answers: { packs: () => Promise.reject(new Error('no')) } }),
  popup('all-packs-off', { packs: packs().map((pack) => ({ ...pack, on: false })) }),
  popup('no-permission', { state: { mode: 'off', unread: 'no-permission' } }),
  popup('permission-denied', {
    state: { mode: 'off', unread: 'no-permission' },
    steps: [{ press: 'button.main', brings: '.site .warning:not(:empty)' }],
  }),
  popup('browser-page', { state: { site: '', unread: 'browser-page' } }),
  popup('viewer', { state: { unread: 'viewer' } }),
  popup('files', { state: { site: 'file:', mentions: mentions().slice(0, 1) } }),
  popup('loading', { state: { unread: 'loading' } }),
  popup('failed', { answers: { tabState: () => Promise.reject(new Error('no')) } }),
  popup('store-broken', { state: { mentions: mentions(), storeBroken: true } }),
  popup('crowd', {
    state: { site: `${'a-very-long-name.'.repeat(8)}example.org`, mentions: crowd() },
  }),
  popup('jumped', { state: { mentions: mentions() }, steps: jump('.jump [role=status]:not(:empty)') }),
  popup('jump-gone', {
    state: { mentions: mentions() },
    answers: { jump: async () => null },
    steps: jump('.jump [role=status]:not(:empty)'),
  }),
  popup('jump-in-quiet', { state: { mode: 'quiet', mentions: mentions() }, steps: jump('.jump-warning') }),
  popup('search', { steps: [SEARCH] }),
  popup('search-found', { steps: search('an', '[role=option]') }),
  popup('search-none', { steps: search('zzz', '.search [role=status]') }),
  popup('search-failed', {
    answers: { search: () => Promise.reject(new Error('no')) },
    steps: search('an', '.search [role=status]'),
  }),
  popup('dataset', { packs: packs().map((pack, i) => ({ ...pack, sensitive: i === 0 })), steps: DATASET }),
  popup('dataset-empty', { packs: [], steps: DATASET }),
  popup('dataset-failed', { answers: { packs: () => Promise.reject(new Error('no')) }, steps: DATASET }),
  popup('dataset-without-bundled', {
    steps: [...DATASET, { press: '.pack .link', brings: '.bundled' }],
  }),
  popup('entity', { state: { mentions: mentions() }, steps: open('.head') }),
  popup('entity-loading', {
    state: { mentions: mentions() },
    answers: { describe: () => never },
    steps: open('.trouble'),
  }),
  popup('entity-gone', {
    state: { mentions: mentions() },
    answers: { describe: async () => null },
    steps: open('.trouble'),
  }),
];
