/** The welcome page in its states. */
import { h, render } from 'preact';
import type { UiRequests } from '../../src/messages/ui.ts';
import type { WelcomeApi } from '../../src/welcome/api.ts';
import { Welcome } from '../../src/welcome/Welcome.tsx';
import { answering } from './choices.ts';
import { bundled, byKey } from './contents.ts';
import { type State, type Step, until } from './state.ts';

const BUNDLED: UiRequests['packs']['answer'] = [
  {
    id: bundled.id,
    title: bundled.title.en ?? bundled.id,
    version: bundled.version,
    checked: bundled.checked,
    entities: bundled.entities.length,
    quotes: bundled.quotes.length,
    on: true,
    sensitive: true,
    bundled: true,
  },
];

function welcome(name: string, api: Partial<WelcomeApi>, steps: readonly Step[], once = false): State {
  return {
    name: `welcome-${name}`,
    steps,
    once,
    async draw() {
      const ask = answering({}, { packs: BUNDLED });
      const all: WelcomeApi = {
        ask: async (message, request) =>
          message === 'sample' && 'entities' in request
            ? (request.entities.map(byKey).filter((found) => found !== null) as never)
            : ask(message, request),
        watchSettings: () => {},
        permissions: { granted: async () => [], request: async () => false, watch: () => {} },
        commands: async () => [
          { name: 'open', description: 'Open Sidelight', keys: 'Alt+Shift+S' },
          { name: 'next', description: 'Open the card of the next mention', keys: '' },
        ],
        browser: 'chromium',
        ...api,
      };
      render(h(Welcome, { api: all }), document.body);
      await until(() => document.querySelector('input:checked'), 'the questions');
    },
  };
}

const ALL = { press: 'input[value=all]', brings: 'blockquote' };
const FINISH = { press: 'button.main', brings: '.done' };
const granting: WelcomeApi['permissions'] = {
  granted: async () => ['<all_urls>'],
  request: async () => true,
  watch: () => {},
};

export const welcomePages: State[] = [
  welcome('first', {}, []),
  welcome('card', {}, [{ press: '.mention', brings: '.card .references' }]),
  welcome('questions', {}, [{ scrollTo: 'fieldset:nth-of-type(2)' }]),
  welcome('prompt', {}, [ALL, { scrollTo: '.prompt' }]),
  welcome('prompt-firefox', { browser: 'firefox' }, [ALL, { scrollTo: '.prompt' }], true),
  welcome('done', { permissions: granting }, [ALL, FINISH]),
  welcome('chosen', { browser: 'firefox' }, [
    { press: 'input[value=none]', brings: 'input[value=none]:checked' },
    FINISH,
  ]),
  welcome('refused', {}, [ALL, FINISH]),
];
