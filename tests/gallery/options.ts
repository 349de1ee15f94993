/** The options page in its states. */
import { h, render } from 'preact';
import type { AskAsUi } from '../../src/messages/ui.ts';
import { Options } from '../../src/options/Options.tsx';
import type { OptionsApi } from '../../src/options/section.ts';
import { answering } from './choices.ts';
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
    name: `options-${name}`,
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
        ...api,
      };
      render(h(Options, { api: all }), document.body);
      await until(() => document.querySelector(shows ?? 'main h2 + *'), 'the section');
    },
  };
}

export const optionPages: State[] = [
  options('appearance', { at: '#appearance', shows: 'input:checked' }),
  options('shortcuts', { at: '#shortcuts', shows: 'kbd' }),
];
