/** The reader's choices: read, changed, and read again after each change, whoever made it. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { AskAsUi, Choices } from '../messages/ui.ts';

export interface ChoicesApi {
  ask: AskAsUi;
  /** Calls back after each change of a setting, whoever made it. */
  watchSettings(changed: () => void, signal: AbortSignal): void;
}

export interface ChoicesNow {
  /** Missing until the first answer. */
  choices?: Choices;
  failed: boolean;
  /** Asks the background for a change. Resolves to whether it was made; where not, `failed` says so. */
  change: (...message: Parameters<AskAsUi>) => Promise<boolean>;
}

export function useChoices({ ask, watchSettings }: ChoicesApi): ChoicesNow {
  const [choices, setChoices] = useState<Choices>();
  const [failed, setFailed] = useState(false);
  const read = useCallback(
    () =>
      ask('choices', {}).then(
        (next) => {
          setChoices(next);
          return true;
        },
        () => {
          setFailed(true);
          return false;
        },
      ),
    [ask],
  );
  useEffect(() => {
    const left = new AbortController();
    read();
    watchSettings(read, left.signal);
    return () => left.abort();
  }, [read, watchSettings]);
  const change: ChoicesNow['change'] = useCallback(
    (...message) => {
      setFailed(false);
      return ask(...message).then(read, () => {
        setFailed(true);
        return false;
      });
    },
    [ask, read],
  );
  return { ...(choices === undefined ? {} : { choices }), failed, change };
}
