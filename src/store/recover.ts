/** Reads a database that Dexie cannot open, or must not: row by row, as it lies there. Nothing is written. */
import { SidelightError } from '../errors.ts';
import { DATABASE_NAME } from './database.ts';
import type { Recovered } from './manager-api.ts';

/** What can be made again from the rest. */
export const LEFT_OUT: ReadonlySet<string> = new Set(['index', 'undo', 'undoParts']);

const ROWS_AT_ONCE = 2_000;

/** @throws {SidelightError} `store-broken` where not even that can be opened, or there is nothing */
export async function recover(name = DATABASE_NAME): Promise<Recovered> {
  const database = await openRaw(name);
  try {
    const tables: Recovered['tables'] = [];
    const parts: string[] = [`{"sidelightRecovered":${database.version},"tables":{`];
    for (const table of database.objectStoreNames) {
      if (LEFT_OUT.has(table)) continue;
      parts.push(tables.length === 0 ? '' : ',', `${JSON.stringify(table)}:[`);
      const { rows, complete } = await readRows(database, table, parts);
      parts.push(']');
      tables.push({ name: table, rows, complete });
    }
    parts.push('}}\n');
    return { file: new Blob(parts, { type: 'application/json' }), tables };
  } finally {
    database.close();
  }
}

/** As it is, whatever its version. */
async function openRaw(name: string): Promise<IDBDatabase> {
  const databases = await indexedDB.databases();
  if (!databases.some((found) => found.name === name)) {
    throw new SidelightError('store-broken', 'There is no database to read.');
  }
  try {
    return await result(indexedDB.open(name));
  } catch (cause) {
    throw new SidelightError('store-broken', 'Not even the raw data can be read.', { cause });
  }
}

async function readRows(database: IDBDatabase, table: string, parts: string[]) {
  let rows = 0;
  let after: IDBKeyRange | undefined;
  try {
    for (;;) {
      const store = database.transaction(table, 'readonly').objectStore(table);
      const [keys, values] = await Promise.all([
        result(store.getAllKeys(after, ROWS_AT_ONCE)),
        result(store.getAll(after, ROWS_AT_ONCE)),
      ]);
      if (values.length > 0)
        parts.push(rows === 0 ? '' : ',', values.map((row) => JSON.stringify(row)).join(','));
      rows += values.length;
      const last = keys.at(-1);
      if (last === undefined || values.length < ROWS_AT_ONCE) return { rows, complete: true };
      after = IDBKeyRange.lowerBound(last, true);
    }
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    return { rows, complete: false };
  }
}

function result<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
