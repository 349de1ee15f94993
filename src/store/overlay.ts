/** The reader's edits over what a pack has, for a whole pack and for single entries. */
import { type Applied, applyEdits, type Edit } from '../dataset/overlay.ts';
import type { Entity, Pack, Pattern, Quote, Reference, Source, WordList } from '../dataset/schema.ts';
import type { Database, EditRow, PackHead } from './database.ts';
import type { Edit as EditKind, EntryKind } from './manager-api.ts';

export interface Values {
  entity: Entity;
  pattern: Pattern;
  quote: Quote;
  source: Source;
  reference: Reference;
  'word-list': WordList;
}

/** An entry as it is shown, and as the pack has it. At least one of them is there. */
export interface Overlaid<Value> {
  id: string;
  /** Place in the pack; infinite for what the reader has added. */
  at: number;
  /** Missing where the reader has deleted it. */
  value?: Value;
  edit: EditKind | null;
  original?: Value;
}

/** The pack as it is shown; `parsePack` takes it as it is. */
export function editedPack(pack: Pack, rows: readonly EditRow[]): Applied {
  return applyEdits(
    pack,
    rows.map(({ about: _, ...edit }) => edit),
  );
}

type EditOver<Value> = { value: Value | null; added?: true } | undefined;

/** How an edit lies over an entry: not at all where the pack has taken the entry back, or has it no more. */
export function lay<Value>(
  id: string,
  base: { at: number; value: Value } | undefined,
  edit: EditOver<Value>,
  isRetracted: boolean,
): Overlaid<Value> | undefined {
  const original = base?.value;
  const at = base?.at ?? Number.POSITIVE_INFINITY;
  if (edit === undefined || (isRetracted && base !== undefined)) {
    return original === undefined ? undefined : { id, at, value: original, edit: null };
  }
  if (isRetracted) return undefined;
  if (edit.value === null) return original === undefined ? undefined : { id, at, edit: 'deleted', original };
  if (original !== undefined) return { id, at, value: edit.value, edit: 'changed', original };
  return edit.added ? { id, at, value: edit.value, edit: 'added' } : undefined;
}

/** Entries by id, those that are not there left out. */
export async function entriesOf<Kind extends EntryKind>(
  database: Database,
  head: PackHead,
  kind: Kind,
  ids: readonly string[],
): Promise<Map<string, Overlaid<Values[Kind]>>> {
  const bases = await baseOf(database, head.id, kind, ids);
  const edits = head.counts.edited === 0 ? [] : await editsFor(database, head.id, kind, ids);
  const retracted = retractedOf(head, kind);
  const found = new Map<string, Overlaid<Values[Kind]>>();
  for (const [place, id] of ids.entries()) {
    const entry = lay(id, bases[place], edits[place], retracted.has(id));
    if (entry !== undefined) found.set(id, entry);
  }
  return found;
}

/** Lists of words in the pack's order, those that the reader has added last. */
export async function wordListsOf(database: Database, head: PackHead): Promise<Overlaid<WordList>[]> {
  const { wordLists = {} } = (await database.frames.get(head.id)) ?? {};
  const edited =
    head.counts.edited === 0
      ? []
      : await database.edits.where({ pack: head.id, kind: 'word-list' }).toArray();
  const ids = new Set([...Object.keys(wordLists), ...edited.map(({ id }) => id)]);
  const found = await entriesOf(database, head, 'word-list', [...ids]);
  return [...found.values()];
}

/** Ids of entries that the pack has taken back. */
export function retractedOf({ retracted = [] }: PackHead, kind: EntryKind): Set<string> {
  return new Set(retracted.filter((each) => each.kind === kind).map(({ id }) => id));
}

const BASES: {
  [Kind in EntryKind]: (
    database: Database,
    keys: [string, string][],
  ) => Promise<({ at: number; value: Values[Kind] } | undefined)[]>;
} = {
  entity: async ({ entities }, keys) =>
    (await entities.bulkGet(keys)).map((row) => row && { at: row.at, value: row.entity }),
  pattern: async ({ patterns }, keys) =>
    (await patterns.bulkGet(keys)).map((row) => row && { at: row.at, value: row.pattern }),
  quote: async ({ quotes }, keys) =>
    (await quotes.bulkGet(keys)).map((row) => row && { at: row.at, value: row.quote }),
  source: async ({ sources }, keys) =>
    (await sources.bulkGet(keys)).map((row) => row && { at: row.at, value: row.source }),
  reference: async ({ references }, keys) =>
    (await references.bulkGet(keys)).map((row) => row && { at: row.at, value: row.reference }),
  'word-list': async ({ frames }, keys) => {
    const lists = Object.entries((await frames.get(keys[0]?.[0] ?? ''))?.wordLists ?? {});
    return keys.map(([, id]) => {
      const at = lists.findIndex(([each]) => each === id);
      return lists[at] && { at, value: lists[at][1] };
    });
  },
};

function baseOf<Kind extends EntryKind>(
  database: Database,
  pack: string,
  kind: Kind,
  ids: readonly string[],
) {
  return BASES[kind](
    database,
    ids.map((id): [string, string] => [pack, id]),
  );
}

async function editsFor<Kind extends EntryKind>(
  database: Database,
  pack: string,
  kind: Kind,
  ids: readonly string[],
): Promise<EditOver<Values[Kind]>[]> {
  const rows = await database.edits.bulkGet(ids.map((id): [string, EntryKind, string] => [pack, kind, id]));
  // The key holds the kind.
  return rows as (Extract<Edit, { kind: Kind }> | undefined)[] as EditOver<Values[Kind]>[];
}
