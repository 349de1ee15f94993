/** What the store says of a draft while it is typed: how it stands with the rest of its pack. */
import { type StateUpdater, useEffect, useState } from 'preact/hooks';
import { report } from '../../../errors.ts';
import type { EntryChange, EntryProblem, PackRow } from '../../../store/manager-api.ts';
import type { ManagerApi } from '../api.ts';

/** Milliseconds after the last change. */
const PAUSE = 200;

/** @returns the problems, and what sets them: an attempt to save tells them too */
export function useChecked(
  { store }: ManagerApi,
  { id }: PackRow,
  changes: readonly EntryChange[],
): [readonly EntryProblem[], (told: StateUpdater<readonly EntryProblem[]>) => void] {
  const [told, setTold] = useState<readonly EntryProblem[]>([]);
  useEffect(() => {
    if (changes.length === 0) {
      setTold([]);
      return;
    }
    const left = new AbortController();
    const timer = setTimeout(() => {
      store.check(id, changes).then((problems) => left.signal.aborted || setTold(problems), report);
    }, PAUSE);
    return () => {
      left.abort();
      clearTimeout(timer);
    };
  }, [store, id, changes]);
  return [told, setTold];
}
