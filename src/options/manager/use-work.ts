/** Something that a press of a button starts: busy until it ends, and why it failed where it did. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';

export interface Work {
  busy: boolean;
  error: unknown;
  start(work: () => Promise<unknown>): void;
}

export function useWork(): Work {
  const [state, setState] = useState<{ busy: boolean; error: unknown }>({ busy: false, error: undefined });
  const gone = useRef(false);
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
    };
  }, []);
  const start = useCallback((work: () => Promise<unknown>) => {
    const set = (busy: boolean, error?: unknown) => gone.current || setState({ busy, error });
    set(true);
    work().then(
      () => set(false),
      (error: unknown) => set(false, error),
    );
  }, []);
  return { ...state, start };
}
