/** What a view waits for: asked for once for each `key`, and again when the view says so. A late answer is dropped. */
import { useCallback, useEffect, useState } from 'preact/hooks';

export interface Answer<T> {
  /** Missing until the first answer; the last one stays while the next is awaited. */
  value?: T;
  error?: unknown;
  /** Asks again. */
  refresh: () => void;
}

/** @param key what the question depends on: another key, another question */
export function useAnswer<T>(question: (signal: AbortSignal) => Promise<T>, key: string): Answer<T> {
  const [turn, setTurn] = useState(0);
  const [answer, setAnswer] = useState<{ key: string; value?: T; error?: unknown }>({ key });
  // `key` names what the question depends on
  useEffect(() => {
    const left = new AbortController();
    question(left.signal).then(
      (value) => !left.signal.aborted && setAnswer({ key, value }),
      (error: unknown) => !left.signal.aborted && setAnswer((before) => ({ ...before, key, error })),
    );
    return () => left.abort();
  }, [key, turn]);
  const refresh = useCallback(() => setTurn((before) => before + 1), []);
  return {
    ...(answer.value === undefined ? {} : { value: answer.value }),
    ...(answer.error === undefined ? {} : { error: answer.error }),
    refresh,
  };
}
