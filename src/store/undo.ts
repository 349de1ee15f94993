/** What was there before a change, kept beside the change in the same transaction, so that Undo puts it back exactly. */
import Dexie, { type Table } from 'dexie';
import { SidelightError } from '../errors.ts';
import type { Database, UndoRow, UndoStep } from './database.ts';
import type { ChangeName, LastChange, UndoToken } from './manager-api.ts';
import { clearPack, PACK_TABLES, rowsOfPack } from './tables.ts';

/** Changes that can be undone, and rows kept for them: of more, the oldest are forgotten. */
const CHANGES_KEPT = 10;
const ROWS_KEPT = 400_000;

/** Rows kept as one value: a value of many megabytes would be copied in one piece. */
const ROWS_IN_PART = 5_000;

/** Collects what a change is about to overwrite. */
export interface Before {
  /** All of a pack, or that there is none. */
  keepPack(packId: string): Promise<void>;
  /** Single rows of a table, or that there are none. */
  keepRows(table: string, keys: readonly Key[]): Promise<void>;
  /** That there was no such pack, whatever is written of it. */
  clearPack(packId: string): Promise<void>;
  keepSettings(settings: Record<string, unknown>): Promise<void>;
}

type Key = string | string[];

/**
 * Runs a change in one transaction, with all that Undo needs; compiled indexes are dropped with it.
 * @param packs those that `work` changes: their heads are kept in any case
 * @throws {SidelightError} `no-room`
 */
export async function recorded(
  database: Database,
  name: ChangeName,
  packs: readonly string[],
  work: (before: Before) => Promise<void>,
): Promise<UndoToken> {
  const id = crypto.randomUUID();
  await written(database, async () => {
    let rows = 0;
    let n = 0;
    const add = async (step: UndoStep) => {
      await database.undoParts.add({ undo: id, n: n++, step });
    };
    const put = async (table: string, kept: readonly unknown[]) => {
      rows += kept.length;
      for (let at = 0; at < kept.length; at += ROWS_IN_PART) {
        await add({ table, put: kept.slice(at, at + ROWS_IN_PART) });
      }
    };
    const before: Before = {
      async keepPack(packId) {
        for (const table of PACK_TABLES) {
          await put(table, await rowsOfPack(database, table, packId).toArray());
        }
        await add({ clear: packId });
      },
      async keepRows(table, keys) {
        const found: unknown[] = await database.table(table).bulkGet([...keys]);
        await put(
          table,
          found.filter((row) => row !== undefined),
        );
        const missing = keys.filter((_, at) => found[at] === undefined);
        if (missing.length > 0) await add({ table, remove: missing });
      },
      clearPack: (packId) => add({ clear: packId }),
      keepSettings: (settings) => add({ settings }),
    };
    await before.keepRows('packs', packs);
    await work(before);
    await database.index.clear();
    const heads = await database.packs.bulkGet([...packs]);
    const after = Object.fromEntries(packs.map((pack, at) => [pack, heads[at]?.stamp ?? null]));
    await database.undo.add({ id, at: Date.now(), name, after, rows });
    await forgetOldest(database);
  });
  return id;
}

/**
 * One transaction over all tables.
 * @throws {SidelightError} `no-room` where the browser has no room for it: nothing is changed then
 */
export async function written<T>(database: Database, work: () => Promise<T>): Promise<T> {
  try {
    return await database.transaction('rw', database.tables, work);
  } catch (cause) {
    if (!isQuota(cause)) throw cause;
    throw new SidelightError('no-room', 'There is no room left for this. Nothing was changed.', { cause });
  }
}

function isQuota(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const inner: unknown = Reflect.get(error, 'inner');
  return error.name === 'QuotaExceededError' || (inner !== error && isQuota(inner));
}

async function forgetOldest(database: Database): Promise<void> {
  const changes = await database.undo.orderBy('at').reverse().toArray();
  let rows = 0;
  for (const [place, change] of changes.entries()) {
    rows += change.rows;
    // The last one can always be undone.
    if (place === 0 || (place < CHANGES_KEPT && rows <= ROWS_KEPT)) continue;
    await forget(database, change.id);
  }
}

async function forget(database: Database, token: UndoToken): Promise<void> {
  await parts(database, token).delete();
  await database.undo.delete(token);
}

function parts(database: Database, token: UndoToken) {
  return database.undoParts.where('[undo+n]').between([token, Dexie.minKey], [token, Dexie.maxKey]);
}

/**
 * Puts back what was there before a change.
 * @returns settings that are to be put back too
 * @throws {SidelightError} `overtaken`
 */
export async function undo(
  database: Database,
  token: UndoToken,
): Promise<Record<string, unknown> | undefined> {
  return written(database, async () => {
    const change = await database.undo.get(token);
    if (change === undefined) throw new SidelightError('overtaken', 'This change can no longer be undone.');
    if (!(await isAsLeft(database, change))) {
      throw new SidelightError('overtaken', 'The pack was changed again since.');
    }
    let settings: Record<string, unknown> | undefined;
    // The last step first: two steps may have kept one row.
    for (const key of (await parts(database, token).primaryKeys()).reverse()) {
      const step = (await database.undoParts.get(key))?.step;
      if (step === undefined) continue;
      if ('settings' in step) settings = step.settings;
      else if ('clear' in step) await clearPack(database, step.clear);
      else if ('put' in step) await table(database, step.table).bulkPut(step.put);
      else await table(database, step.table).bulkDelete(step.remove);
    }
    if (settings !== undefined) await database.pending.put({ key: 'settings', settings });
    await database.index.clear();
    await forget(database, token);
    return settings;
  });
}

function table(database: Database, name: string): Table<unknown, unknown> {
  return database.table(name);
}

/** Whether nobody has changed the packs since. */
async function isAsLeft(database: Database, { after }: UndoRow): Promise<boolean> {
  const packs = Object.keys(after);
  const heads = await database.packs.bulkGet(packs);
  return packs.every((pack, at) => (heads[at]?.stamp ?? null) === after[pack]);
}

/** The last change of packs that nobody has changed since; null where the reader has put it away. */
export function lastChange(database: Database): Promise<LastChange | null> {
  return database.transaction('r', database.undo, database.packs, async () => {
    for (const change of await database.undo.orderBy('at').reverse().toArray()) {
      if (!(await isAsLeft(database, change))) continue;
      const { id, name, at, after, away } = change;
      return away ? null : { undo: id, name, at, packs: Object.keys(after) };
    }
    return null;
  });
}

export async function putAway(database: Database, token: UndoToken): Promise<void> {
  await database.undo.update(token, { away: true });
}
