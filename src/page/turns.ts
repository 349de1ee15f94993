/**
 * Which mode holds in a document: asked of the background, one question after the other, and asked again when an order
 * says otherwise. Whatever crosses on the way, the last order wins: it is compared with the mode that holds when its turn
 * comes, and nothing ends while another waits.
 */
import { report } from '../errors.ts';
import type { Mode } from '../messages/page.ts';

export interface TurnsParts {
  ask: () => Promise<Mode>;
  /** The mode was asked for and holds now, also where it is the one that held before. */
  begin: (mode: Mode) => void;
  /** It is off, and nothing is waiting. May come again: until the script has gone, an order may begin another mode. */
  idle: () => void;
}

export interface Turns {
  /** Asks again, whatever holds. Resolves when that, and all before it, is done. */
  again(): Promise<void>;
  /** The background says which mode holds now. */
  order(mode: Mode): void;
  /** Whether the mode is off and will stay so, for all that is known. */
  isOff(): boolean;
}

export function createTurns({ ask, begin, idle }: TurnsParts): Turns {
  let mode: Mode = 'off';
  let ordered: Mode = 'off';
  let waiting = 0;
  let last: Promise<void> = Promise.resolve();
  const isOff = () => mode === 'off' && waiting === 0;

  async function askNow(): Promise<void> {
    mode = await ask();
    begin(mode);
  }

  function inTurn(work: () => Promise<void> | undefined): Promise<void> {
    waiting += 1;
    last = last
      .then(work)
      .catch(report)
      .then(() => {
        waiting -= 1;
        if (isOff()) idle();
      });
    return last;
  }

  return {
    again: () => inTurn(askNow),
    order(next) {
      ordered = next;
      inTurn(() => (ordered === mode ? undefined : askNow()));
    },
    isOff,
  };
}
