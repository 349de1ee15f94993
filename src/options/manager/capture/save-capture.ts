/** Writes what a form has added to a pack, in one transaction: into a pack of the reader's own, or one made for it. */
import type { Added } from '../../../dataset/capture-form.ts';
import type { Pack } from '../../../dataset/schema.ts';
import { SidelightError } from '../../../errors.ts';
import { t } from '../../../i18n.ts';
import type { ChangeName, EntryChange, Manager, Written } from '../../../store/manager-api.ts';
import { Unfit } from '../trouble.ts';

export type Target = { id: string } | { create: string };

/** @param add puts what is new into the pack, or says what is wrong with it */
export async function saveCapture<Form>(
  store: Manager,
  target: Target,
  add: (pack: Pack) => Added<Form>,
  name: ChangeName,
): Promise<Written | (Added<Form> & { ok: false })> {
  const before = 'id' in target ? await store.wholePack(target.id, 'with') : EMPTY;
  if (before === undefined) throw new SidelightError('pack-gone', 'The pack is gone.');
  const added = add(before);
  if (!added.ok) return added;
  const entries: EntryChange[] = [
    ...Object.entries(added.pack.references)
      .filter(([id]) => before.references[id] === undefined)
      .map(([id, value]) => ({ kind: 'reference' as const, id, value })),
    ...added.sources.map((value) => ({ kind: 'source' as const, id: value.id, value })),
    ...added.entities.map((value) => ({ kind: 'entity' as const, id: value.id, value })),
    ...added.quotes.map((value) => ({ kind: 'quote' as const, id: value.id, value })),
  ];
  const saved =
    'id' in target
      ? await store.change(target.id, entries, name)
      : await store.createPack({ title: { [t('uiLang')]: target.create } }, entries, name);
  if (saved.ok) return saved;
  throw new Unfit(saved.problems);
}

/** What a pack that is yet to be made holds. Its head is the store's to write. */
const EMPTY: Pack = {
  formatVersion: 1,
  id: 'new',
  version: '1.0.0',
  title: { en: 'New' },
  licence: 'none',
  checked: '2020-01-01',
  wordLists: {},
  entities: [],
  patterns: [],
  quotes: [],
  sources: [],
  references: {},
};
