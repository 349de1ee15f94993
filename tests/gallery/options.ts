/** The options page in its states. */
import { h, render } from 'preact';
import type { AskAsUi, UiRequests } from '../../src/messages/ui.ts';
import { Options } from '../../src/options/Options.tsx';
import type { MarkStyle } from '../../src/settings/schema.ts';
import { type State, until } from './state.ts';

function options(name: string, markStyle: MarkStyle): State {
  return {
    name: `options-${name}`,
    steps: [],
    async draw() {
      const appearance: UiRequests['appearance']['answer'] = { markStyle };
      const ask: AskAsUi = async () => appearance as never;
      document.body.className = 'options';
      render(h(Options, { ask }), document.body);
      await until(() => document.querySelector('input:checked'), 'the choice');
    },
  };
}

export const optionPages: State[] = [options('marks', 'underline')];
