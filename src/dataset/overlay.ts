/** The reader's own edits: they lie over a pack and survive its newer versions. */
import { type Lost, mend } from './mend.ts';
import type { Entity, Pack, Pattern, Quote, Reference, Source, WordList } from './schema.ts';

export type EditKind = 'entity' | 'pattern' | 'quote' | 'source' | 'reference' | 'word-list';

interface EditOf<Kind extends EditKind, Value> {
  /** The id of the pack. */
  pack: string;
  kind: Kind;
  id: string;
  /** The whole entry as the reader wants it; `null` takes it out. Its `id`, where it has one, is that of the edit. */
  value: Value | null;
  /** The entry is the reader's own and was never in the pack. */
  added?: true;
}

/** The id of a reference or of a list of words is its key in the pack. */
export type Edit =
  | EditOf<'entity', Entity>
  | EditOf<'pattern', Pattern>
  | EditOf<'quote', Quote>
  | EditOf<'source', Source>
  | EditOf<'reference', Reference>
  | EditOf<'word-list', WordList>;

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

type Value = Entity | Pattern | Quote | Source | Reference | WordList;

/** Where a pack holds the entries of each kind. */
export const LISTS = {
  entity: 'entities',
  pattern: 'patterns',
  quote: 'quotes',
  source: 'sources',
  reference: 'references',
  'word-list': 'wordLists',
} as const satisfies Record<EditKind, keyof Pack>;

/** Edits of other packs are left alone; of two edits of one entry the later counts. */
export function applyEdits(pack: Pack, edits: readonly Edit[]): Applied {
  const own = edits.filter((edit) => edit.pack === pack.id);
  if (own.length === 0) return { pack, aside: [], lost: [] };
  const retracted = new Set((pack.retracted ?? []).map(({ kind, id }) => `${kind} ${id}`));
  const rows: { [Kind in EditKind]: Map<string, Value> } = {
    entity: byId(pack.entities),
    pattern: byId(pack.patterns),
    quote: byId(pack.quotes),
    source: byId(pack.sources),
    reference: new Map(Object.entries(pack.references)),
    'word-list': new Map(Object.entries(pack.wordLists)),
  };
  const aside: SetAside[] = [];
  const used: Edit[] = [];
  for (const edit of latest(own)) {
    const { kind, id, value } = edit;
    if (retracted.has(`${kind} ${id}`)) {
      if (value !== null) aside.push({ edit, why: 'retracted' });
    } else if (value === null) rows[kind].delete(id);
    else if (!edit.added && !rows[kind].has(id)) aside.push({ edit, why: 'gone' });
    else {
      rows[kind].set(id, value);
      used.push(edit);
    }
  }
  const edited = {
    entities: [...rows.entity.values()],
    patterns: [...rows.pattern.values()],
    quotes: [...rows.quote.values()],
    sources: [...rows.source.values()],
    references: Object.fromEntries(rows.reference),
    wordLists: Object.fromEntries(rows['word-list']),
  };
  const mended = mend(Object.assign({ ...pack }, edited));
  const unresolved = new Set(
    mended.lost.filter(({ lost }) => lost === 'row').map(({ list, id }) => `${list} ${id}`),
  );
  for (const edit of used) {
    if (unresolved.has(`${LISTS[edit.kind]} ${edit.id}`)) aside.push({ edit, why: 'unresolved' });
  }
  return { ...mended, aside };
}

function byId(rows: readonly (Entity | Pattern | Quote | Source)[]): Map<string, Value> {
  return new Map(rows.map((row) => [row.id, row]));
}

function latest(edits: readonly Edit[]): Edit[] {
  return [...new Map(edits.map((edit) => [`${edit.kind} ${edit.id}`, edit])).values()];
}
