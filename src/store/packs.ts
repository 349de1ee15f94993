/** Packs in the database: put in whole or not at all, read in slices, with the reader's edits over them. */
import type { Pack } from '../dataset/schema.ts';
import type {
  Database,
  EditRow,
  EntityRow,
  Flags,
  Origin,
  PackHead,
  PatternRow,
  QuoteRow,
  ReferenceRow,
  SourceRow,
} from './database.ts';
import { editedPack } from './overlay.ts';
import { countsOf, packOf, rowsOf } from './rows.ts';
import { clearBase, clearPack, rowsOfPack } from './tables.ts';
import { written } from './undo.ts';

/** Rows added in one call: between two calls the progress can be told. */
const ROWS_AT_ONCE = 2_000;

/** Puts a pack in place of its older version, in one transaction; compiled indexes are dropped with it. The reader's edits and flags stay. */
export async function installPack(database: Database, pack: Pack, origin: Origin): Promise<void> {
  await written(database, async () => {
    await putPack(database, pack, origin);
    await database.index.clear();
  });
}

/**
 * The same within a transaction.
 * @param progress rows written so far, of how many
 */
export async function putPack(
  database: Database,
  pack: Pack,
  origin: Origin,
  flags?: Flags,
  progress?: (done: number, total: number) => void,
): Promise<void> {
  const edits = await editsOf(database, pack.id);
  const kept = flags ?? (await database.packs.get(pack.id))?.flags;
  const { head, frame, entities, patterns, quotes, sources, references } = rowsOf(pack, origin, kept);
  const counts =
    edits.length === 0 ? head.counts : { ...countsOf(editedPack(pack, edits).pack), edited: edits.length };
  await clearBase(database, pack.id);
  await database.packs.add({ ...head, counts });
  await database.frames.add(frame);
  const total = entities.length + patterns.length + quotes.length + sources.length + references.length;
  let done = 0;
  const add = async <Row>(
    table: { bulkAdd(rows: readonly Row[]): PromiseLike<unknown> },
    rows: readonly Row[],
  ) => {
    for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
      const some = rows.slice(at, at + ROWS_AT_ONCE);
      await table.bulkAdd(some);
      done += some.length;
      progress?.(done, total);
    }
  };
  await add(database.entities, entities);
  await add(database.patterns, patterns);
  await add(database.quotes, quotes);
  await add(database.sources, sources);
  await add(database.references, references);
}

export async function removePack(database: Database, packId: string): Promise<void> {
  await written(database, async () => {
    await clearPack(database, packId);
    await database.index.clear();
  });
}

export function packHeads(database: Database): Promise<PackHead[]> {
  return database.packs.orderBy('id').toArray();
}

export function editsOf(database: Database, packId: string): Promise<EditRow[]> {
  return rowsOfPack<EditRow>(database, 'edits', packId).toArray();
}

/** A whole pack in its own order, with the reader's edits or as it was published. */
export async function wholePack(
  database: Database,
  packId: string,
  edits: 'with' | 'without' = 'with',
): Promise<Pack | undefined> {
  return database.transaction('r', database.tables, async () => {
    const head = await database.packs.get(packId);
    const frame = await database.frames.get(packId);
    if (head === undefined || frame === undefined) return undefined;
    const pack = packOf({
      head,
      frame,
      entities: await rowsOfPack<EntityRow>(database, 'entities', packId).toArray(),
      patterns: await rowsOfPack<PatternRow>(database, 'patterns', packId).toArray(),
      quotes: await rowsOfPack<QuoteRow>(database, 'quotes', packId).toArray(),
      sources: await rowsOfPack<SourceRow>(database, 'sources', packId).toArray(),
      references: await rowsOfPack<ReferenceRow>(database, 'references', packId).toArray(),
    });
    return edits === 'without' ? pack : editedPack(pack, await editsOf(database, packId)).pack;
  });
}
