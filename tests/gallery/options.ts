/** The options page in its states. */
import { h, render } from 'preact';
import type { AskAsUi, Choices } from '../../src/messages/ui.ts';
import { undoFailure } from '../../src/options/manager/written.ts';
import { Options } from '../../src/options/Options.tsx';
import type { OptionsApi } from '../../src/options/section.ts';
import { MODES } from '../../src/settings/schema.ts';
import { createNotices } from '../../src/ui/notices.ts';
import type { Permissions } from '../../src/ui/permissions.ts';
import { answering } from './choices.ts';
import { managerApi } from './manager-api.ts';
import { type State, type Step, until } from './state.ts';

export interface OptionsScene {
  /** `#sites` */
  at: string;
  ask?: AskAsUi;
  api?: Partial<OptionsApi>;
  steps?: readonly Step[];
  /** What is there when it is drawn; a heading and something below it without. */
  shows?: string;
  once?: boolean;
}

export function options(name: string, { at, ask, api, steps, shows, once }: OptionsScene): State {
  return {
    name,
    steps: steps ?? [],
    once: once ?? false,
    async draw() {
      location.hash = at;
      const all: OptionsApi = {
        ask: ask ?? answering({}),
        watchSettings: () => {},
        commands: async () => [
          { name: 'open', description: 'Open Sidelight', keys: 'Alt+Shift+S' },
          { name: 'next', description: 'Open the card of the next mention', keys: 'Alt+Shift+.' },
          { name: 'previous', description: 'Open the card of the previous mention', keys: '' },
        ],
        browser: 'chromium',
        notices: createNotices(undoFailure),
        permissions: { granted: async () => [], request: async () => false, watch: () => {} },
        inPrivateWindows: async () => false,
        canReadFiles: async () => false,
        save: () => {},
        manager: managerApi({}),
        ...api,
      };
      render(h(Options, { api: all }), document.body);
      await until(() => document.querySelector(shows ?? 'main h2 + *'), 'the section');
    },
  };
}

const RULES: Choices['rules'] = [
  { site: 'example.org', mode: 'marks' },
  { site: 'news.example.net', mode: 'quiet' },
  { site: 'xn--bcher-kva.example', mode: 'quiet' },
  { site: 'xn--mgbtd1fdic.example', mode: 'off' },
  { site: '[2001:db8::1]', mode: 'quiet' },
  { site: 'localhost', mode: 'marks' },
  { site: 'file:', mode: 'marks' },
  { site: `${'a-long-name-'.repeat(5)}a.example`, mode: 'off' },
];
const MANY: Choices['rules'] = Array.from({ length: 5_000 }, (_, i) => ({
  site: `site-${i}.example`,
  mode: MODES[i % 3] ?? 'off',
}));
const MUTED = [
  { entity: 'harbour/osric-vane', name: 'Osric Vane' },
  { entity: 'gone/somebody', name: 'gone/somebody' },
];
const allowed: Permissions = {
  granted: async () => ['<all_urls>'],
  request: async () => true,
  watch: () => {},
};

export const optionPages: State[] = [
  options('options-sites', { at: '#sites', shows: '.add-rule' }),
  options('options-sites-rules', {
    at: '#sites',
    ask: answering({ rules: RULES, defaultMode: 'quiet' }),
    shows: '[data-site]',
    steps: [{ scrollTo: '#rules' }],
  }),
  options('options-sites-allowed', {
    at: '#sites',
    ask: answering({ rules: RULES, defaultMode: 'marks', pause: { until: 'resumed' } }),
    api: { permissions: allowed, inPrivateWindows: async () => true, canReadFiles: async () => true },
    shows: '[data-site]',
  }),
  options('options-sites-deleted', {
    at: '#sites',
    ask: answering({ rules: RULES }),
    shows: '[data-site]',
    steps: [{ press: '[data-site="localhost"] .icon-only', brings: '.notice .undo' }, { scrollTo: '#rules' }],
  }),
  options('options-sites-bad', {
    at: '#sites',
    ask: answering({ rules: RULES }),
    shows: '[data-site]',
    steps: [{ press: '.add-rule [type=submit]', brings: '[aria-invalid=true]' }, { scrollTo: '#rules' }],
  }),
  options('options-sites-many', {
    at: '#sites',
    ask: answering({ rules: MANY }),
    shows: '[data-site]',
    steps: [{ scrollTo: '#rules' }],
    once: true,
  }),
  options('options-sites-failed', {
    at: '#sites',
    ask: () => Promise.reject(new Error('no')),
    shows: '.warning',
    once: true,
  }),
  options('options-muted', {
    at: '#muted',
    ask: answering({
      muted: MUTED,
      refused: MUTED.map((each) => ({ ...each, site: 'xn--bcher-kva.example' })),
    }),
    shows: '.rows-of-names',
  }),
  options('options-muted-none', { at: '#muted', shows: '.empty' }),
  options('options-appearance', { at: '#appearance', shows: 'input:checked' }),
  options('options-privacy', { at: '#privacy' }),
  options('options-shortcuts', { at: '#shortcuts', shows: 'kbd' }),
];
