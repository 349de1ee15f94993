/** Changes of a pack of the reader's own: its rows change. */
import Dexie, { type Table } from 'dexie';
import { applyEdits, type Edit, LISTS } from '../dataset/overlay.ts';
import type { Pack, WordList } from '../dataset/schema.ts';
import type { Database, PackHead } from './database.ts';
import type { EntryChange } from './manager-api.ts';
import { wholePack } from './packs.ts';
import { entityRow, newStamp, patternRow, quoteRow, rowsOf, sizeOf, tally } from './rows.ts';
import { headToChange, rowsOfPack } from './tables.ts';
import type { Before } from './undo.ts';

/** Kinds whose entries are rows of a table; lists of words lie in the frame, in one piece. */
const { 'word-list': _, ...TABLES } = LISTS;
type RowKind = keyof typeof TABLES;
const ROW_KINDS = ['entity', 'pattern', 'quote', 'source', 'reference'] as const satisfies readonly RowKind[];

/** Sets entries without reading the rest of the pack. */
export async function setOwn(
  database: Database,
  head: PackHead,
  changes: readonly EntryChange[],
  before: Before,
): Promise<void> {
  const counts = { ...head.counts };
  await setWordLists(database, head.id, changes, counts, before);
  for (const kind of ROW_KINDS) {
    const ofKind = changes.filter((change): change is RowChange => change.kind === kind);
    if (ofKind.length === 0) continue;
    const table: Table<{ at: number }, [string, string]> = database.table(TABLES[kind]);
    const keys = ofKind.map(({ id }): [string, string] => [head.id, id]);
    await before.keepRows(TABLES[kind], keys);
    const there = await table.bulkGet(keys);
    const last = await table
      .where('[pack+at]')
      .between([head.id, Dexie.minKey], [head.id, Dexie.maxKey])
      .last();
    let next = (last?.at ?? -1) + 1;
    const rows = ofKind.map((change, place) => rowFor(head.id, there[place]?.at ?? next++, change));
    await table.bulkPut(rows);
    for (const [place, change] of ofKind.entries()) {
      const old = there[place];
      if (old !== undefined) tally(counts, kind, Reflect.get(old, kind), -1);
      tally(counts, kind, change.value, 1);
    }
  }
  await database.packs.put({ ...head, counts, stamp: newStamp() });
}

type RowChange = Extract<EntryChange, { kind: RowKind }>;

async function setWordLists(
  database: Database,
  packId: string,
  changes: readonly EntryChange[],
  counts: PackHead['counts'],
  before: Before,
): Promise<void> {
  const lists = changes.flatMap(({ kind, id, value }): [string, WordList][] =>
    kind === 'word-list' && value !== null ? [[id, value]] : [],
  );
  const frame = await database.frames.get(packId);
  if (lists.length === 0 || frame === undefined) return;
  const wordLists = { ...frame.wordLists, ...Object.fromEntries(lists) };
  counts.size += sizeOf(wordLists) - sizeOf(frame.wordLists);
  await before.keepRows('frames', [packId]);
  await database.frames.put({ ...frame, wordLists });
}

function rowFor(pack: string, at: number, change: RowChange) {
  if (change.value === null) throw new RangeError('a deletion is no row');
  if (change.kind === 'entity') return entityRow(pack, at, change.value);
  if (change.kind === 'pattern') return patternRow(pack, at, change.value);
  if (change.kind === 'quote') return quoteRow(pack, at, change.value);
  if (change.kind === 'source') return { pack, id: change.id, at, source: change.value };
  return { pack, id: change.id, at, reference: change.value };
}

/** Works on the pack as a whole and writes the rows that differ; within a transaction. */
export async function changeOwn(
  database: Database,
  packId: string,
  work: (pack: Pack) => Pack,
  before: Before,
): Promise<void> {
  const head = await headToChange(database, packId);
  const pack = await wholePack(database, packId, 'without');
  if (pack === undefined) return;
  const fresh = rowsOf(work(pack), { origin: 'own' });
  await before.keepRows('frames', [packId]);
  await database.frames.put(fresh.frame);
  for (const list of Object.values(TABLES)) {
    await writeList(database, packId, list, fresh[list], before);
  }
  await database.packs.put({ ...head, counts: fresh.head.counts, stamp: newStamp() });
}

interface Row {
  id: string;
  at: number;
}

/** Writes the rows that differ. A row that stays keeps its place, for places need only keep the order. */
async function writeList(
  database: Database,
  packId: string,
  list: (typeof TABLES)[RowKind],
  fresh: readonly Row[],
  before: Before,
): Promise<void> {
  const table: Table<Row, [string, string]> = database.table(list);
  const old = await rowsOfPack<Row>(database, list, packId).toArray();
  const was = new Map(old.map((row) => [row.id, row]));
  const is = new Set(fresh.map(({ id }) => id));
  let next = (old.at(-1)?.at ?? -1) + 1;
  const changed = fresh
    .map((row) => ({ ...row, at: was.get(row.id)?.at ?? next++ }))
    .filter((row) => JSON.stringify(row) !== JSON.stringify(was.get(row.id)));
  const gone = old.filter(({ id }) => !is.has(id));
  const keyOf = ({ id }: Row): [string, string] => [packId, id];
  await before.keepRows(list, [...changed, ...gone].map(keyOf));
  await table.bulkDelete(gone.map(keyOf));
  await table.bulkPut(changed);
}

/** Deletions, and what goes with them: the quotes of a speaker, patterns of an entity, ids that would lead nowhere. */
export function withChanges(pack: Pack, changes: readonly EntryChange[]): Pack {
  const edits = changes.map((change): Edit => ({ ...change, pack: pack.id, added: true }));
  return applyEdits(pack, edits).pack;
}
