/** The reader's own edits: they lie over a pack and survive its newer versions. */
import { type Lost, mend } from './mend.ts';
import type { Entity, Pack, Quote, Source } from './schema.ts';

export type EditKind = 'entity' | 'quote' | 'source';

interface EditOf<Kind extends EditKind, Value> {
  /** The id of the pack. */
  pack: string;
  kind: Kind;
  id: string;
  /** The whole entry as the reader wants it; `null` takes it out. Its `id` is that of the edit. */
  value: Value | null;
  /** The entry is the reader's own and was never in the pack. */
  added?: true;
}

export type Edit = EditOf<'entity', Entity> | EditOf<'quote', Quote> | EditOf<'source', Source>;

/** An edit that has nothing to lie over any more: kept, and named to the reader. */
export interface SetAside {
  edit: Edit;
  /** `gone`: the entry is not in this version. `retracted`: the pack has taken it back. `unresolved`: it names such an entry. */
  why: 'gone' | 'retracted' | 'unresolved';
}

export interface Applied {
  /** `parsePack` takes it as it is. */
  pack: Pack;
  aside: SetAside[];
  /** What went with entries that the reader has taken out: the quotes of a speaker, patterns of an entity. */
  lost: Lost[];
}

const LISTS = { entity: 'entities', quote: 'quotes', source: 'sources' } as const;

/** Edits of other packs are left alone; of two edits of one entry the later counts. */
export function applyEdits(pack: Pack, edits: readonly Edit[]): Applied {
  const own = edits.filter((edit) => edit.pack === pack.id);
  if (own.length === 0) return { pack, aside: [], lost: [] };
  const retracted = new Set((pack.retracted ?? []).map(({ kind, id }) => `${kind} ${id}`));
  const aside: SetAside[] = [];
  const edited = { ...pack };
  const used: Edit[] = [];
  for (const kind of ['entity', 'quote', 'source'] as const) {
    const rows = new Map<string, Entity | Quote | Source>(pack[LISTS[kind]].map((row) => [row.id, row]));
    for (const edit of latest(own, kind)) {
      if (retracted.has(`${kind} ${edit.id}`)) {
        if (edit.value !== null) aside.push({ edit, why: 'retracted' });
      } else if (edit.value === null) rows.delete(edit.id);
      else if (!edit.added && !rows.has(edit.id)) aside.push({ edit, why: 'gone' });
      else {
        rows.set(edit.id, edit.value);
        used.push(edit);
      }
    }
    Object.assign(edited, { [LISTS[kind]]: [...rows.values()] });
  }
  const mended = mend(edited);
  const unresolved = new Set(
    mended.lost.filter(({ lost }) => lost === 'row').map(({ list, id }) => `${list} ${id}`),
  );
  for (const edit of used) {
    if (unresolved.has(`${LISTS[edit.kind]} ${edit.id}`)) aside.push({ edit, why: 'unresolved' });
  }
  return { ...mended, aside };
}

function latest(edits: readonly Edit[], kind: EditKind): Edit[] {
  return [...new Map(edits.filter((edit) => edit.kind === kind).map((edit) => [edit.id, edit])).values()];
}
