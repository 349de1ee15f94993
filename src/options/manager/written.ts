/** After a change: the bar says what was done and offers Undo, also after a reload, and every list is read anew. */
import { useEffect, useState } from 'preact/hooks';
import { report } from '../../errors.ts';
import { count, t } from '../../i18n.ts';
import type { ChangeName, Manager, Written } from '../../store/manager-api.ts';
import type { Notices, UndoFailure } from '../../ui/notices.ts';
import type { ManagerApi } from './api.ts';
import { troubleText } from './Trouble.tsx';
import { troubleOf } from './trouble.ts';

export function announce(
  { store, notices }: Pick<ManagerApi, 'store' | 'notices'>,
  { undo, name }: Written,
): void {
  notices.done(changeText(name), () => store.undo(undo), keeping(store, undo));
}

/** Offers what was last done before the page was loaded, as it was offered then. */
export async function offerLastChange(store: Manager, notices: Notices): Promise<void> {
  const last = await store.lastChange().catch((error: unknown) => {
    // The sections say what is wrong with the database, and what can be done.
    if (troubleOf(error) === undefined) report(error);
    return null;
  });
  if (last === null || notices.current !== undefined) return;
  notices.offer(changeText(last.name), () => store.undo(last.undo), keeping(store, last.undo));
}

/** Another window has changed what is stored: lists are read anew, and what can be undone no more is no longer offered. */
export async function changedElsewhere(store: Manager, notices: Notices): Promise<void> {
  const kept = notices.current?.kept;
  notices.changed();
  if (kept === undefined) return;
  const last = await store.lastChange();
  if (notices.current?.kept === kept && last?.undo !== kept.token) notices.withdraw();
}

export function undoFailure(error: unknown): UndoFailure {
  return { why: troubleText(error), final: troubleOf(error) === 'overtaken' };
}

function keeping(store: Manager, token: string): { token: string; putAway: () => void } {
  return { token, putAway: () => void store.putAway(token).catch(report) };
}

/** What was done, in words. */
export function changeText(change: ChangeName): string {
  switch (change.what) {
    case 'made':
      return t('manager.packs.made', { title: change.name });
    case 'changed':
      return t('manager.packs.changed', { title: change.name });
    case 'removed':
      return t('manager.packs.removed', { title: change.name });
    case 'imported':
      return t('manager.import.done', { title: change.name });
    case 'saved':
      return t('manager.editor.saved', { name: change.name });
    case 'moved':
      return t('manager.editor.moved', { name: change.name });
    case 'reverted':
      return t('manager.editor.reverted', { name: change.name });
    case 'names-added':
      return t('manager.names.saved', {
        names: count('manager.names.count', change.count),
        title: change.title,
      });
    case 'restored':
      return t('manager.storage.restored');
  }
}

/** A number that changes with every change of what is stored, and with its Undo: a key for `useAnswer`. */
export function useRevision({ notices }: ManagerApi): number {
  const [revision, setRevision] = useState(notices.revision);
  useEffect(() => notices.listen(() => setRevision(notices.revision)), [notices]);
  return revision;
}
