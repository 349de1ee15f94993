/** Saves the draft, or drops it. Stays in reach while the fields are scrolled. */
import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import { count, t } from '../../../i18n.ts';
import type { EntryChange, EntryProblem, PackRow } from '../../../store/manager-api.ts';
import type { ManagerApi } from '../api.ts';
import { wordsOf } from '../langs.ts';
import { TroubleLine } from '../Trouble.tsx';
import { useWork } from '../use-work.ts';
import { announce } from '../written.ts';
import { type Draft, withId } from './draft.ts';

interface SaveBarProps {
  api: ManagerApi;
  pack: PackRow;
  isNew: boolean;
  draft: Draft;
  changes: readonly EntryChange[];
  /** How many fields cannot stay as they are. */
  problems: number;
  told: (problems: readonly EntryProblem[]) => void;
  discard: () => void;
  /** The changes are written. */
  saved: () => void;
}

export function SaveBar(props: SaveBarProps): VNode | null {
  const { api, pack, isNew, draft, changes, problems, told, discard, saved: drop } = props;
  const work = useWork();
  const unsaved = changes.length > 0;
  useEffect(() => {
    if (!unsaved) return;
    const left = new AbortController();
    // The browser asks whether the page may be closed.
    addEventListener('beforeunload', (event) => event.preventDefault(), { signal: left.signal });
    return () => left.abort();
  }, [unsaved]);
  if (!unsaved) return null;
  const name = wordsOf(draft.entity.name).text;
  const save = () =>
    work.start(async () => {
      const id = isNew ? await api.store.freeId(pack.id, 'entity', name) : draft.entity.id;
      const wanted = isNew ? withId(changes, draft.entity.id, id) : changes;
      const saved = await api.store.change(pack.id, wanted, { what: 'saved', name });
      if (!saved.ok) return told(saved.problems);
      drop();
      // Before it is announced: the form of a new entity would else be drawn anew, empty.
      if (isNew) location.hash = `#entities/${pack.id}/${id}`;
      announce(api, saved);
    });
  return (
    <div class="save-bar">
      <button type="button" class="main" disabled={problems > 0 || work.busy} onClick={save}>
        {t('manager.save')}
      </button>
      <button type="button" onClick={discard}>
        {t('manager.editor.discard')}
      </button>
      <span class={problems > 0 ? 'warning' : 'soft'} role="status">
        {problems > 0 ? count('manager.editor.problems', problems) : t('manager.editor.unsaved')}
      </span>
      <TroubleLine error={work.error} />
    </div>
  );
}
