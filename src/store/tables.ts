/** The rows of one pack in the tables that hold some. */
import Dexie, { type Collection, type Table } from 'dexie';
import { SidelightError } from '../errors.ts';
import type { Database, PackHead } from './database.ts';

const ENTRY_TABLES = ['entities', 'patterns', 'quotes', 'sources', 'references'] as const;

/** Tables with rows of packs, the heads first. */
export const PACK_TABLES = ['packs', 'frames', ...ENTRY_TABLES, 'edits'] as const;
export type PackTable = (typeof PACK_TABLES)[number];

/** Of entries, in the pack's order. */
export function rowsOfPack<Row = unknown>(
  database: Database,
  table: PackTable,
  packId: string,
): Collection<Row, unknown> {
  const rows: Table<Row, unknown> = database.table(table);
  if (table === 'packs') return rows.where('id').equals(packId);
  if (table === 'frames') return rows.where('pack').equals(packId);
  const index = table === 'edits' ? '[pack+kind+id]' : '[pack+at]';
  return rows.where(index).between([packId, Dexie.minKey], [packId, Dexie.maxKey]);
}

/** @throws {SidelightError} `pack-gone` where the pack is gone */
export async function headToChange(database: Database, packId: string): Promise<PackHead> {
  const head = await database.packs.get(packId);
  if (head === undefined) throw new SidelightError('pack-gone', 'This pack is not there any more.');
  return head;
}

/** Rows read in one piece, so that a large pack is never in memory twice. */
const ROWS_AT_ONCE = 5_000;

/** The entries of a pack in its order, some at a time. */
export async function* chunksOfPack<Row extends { at: number }>(
  database: Database,
  table: (typeof ENTRY_TABLES)[number],
  packId: string,
): AsyncGenerator<Row[]> {
  const rows: Table<Row, unknown> = database.table(table);
  for (let from = 0; ; ) {
    const some = await rows
      .where('[pack+at]')
      .between([packId, from], [packId, Dexie.maxKey])
      .limit(ROWS_AT_ONCE)
      .toArray();
    if (some.length > 0) yield some;
    if (some.length < ROWS_AT_ONCE) return;
    from = (some.at(-1)?.at ?? 0) + 1;
  }
}

/** Takes out all of a pack. */
export async function clearPack(database: Database, packId: string): Promise<void> {
  await clearBase(database, packId);
  await rowsOfPack(database, 'edits', packId).delete();
}

/** Takes out a pack as it was published; the reader's edits stay. */
export async function clearBase(database: Database, packId: string): Promise<void> {
  await database.packs.delete(packId);
  await database.frames.delete(packId);
  for (const table of ENTRY_TABLES) {
    // By the primary key: a range of it goes in one step, a range of an index row by row.
    const rows: Table<unknown, unknown> = database.table(table);
    await rows.where('[pack+id]').between([packId, Dexie.minKey], [packId, Dexie.maxKey]).delete();
  }
}
