/** After a change: the bar says what was done and offers Undo, and every list is read anew. */
import { useEffect, useState } from 'preact/hooks';
import type { Written } from '../../store/manager-api.ts';
import type { ManagerApi } from './api.ts';

export function announce({ store, notices }: ManagerApi, text: string, { undo }: Written): void {
  notices.done(text, () => store.undo(undo));
}

/** A number that changes with every change of what is stored, and with its Undo: a key for `useAnswer`. */
export function useRevision({ notices }: ManagerApi): number {
  const [revision, setRevision] = useState(notices.revision);
  useEffect(() => notices.listen(() => setRevision(notices.revision)), [notices]);
  return revision;
}
