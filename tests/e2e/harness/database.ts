/** What may have happened to the extension's database. */
import type { Page } from 'puppeteer-core';

/** Leaves a database behind that a later version could have written. Waits for the background to let go of its own. */
export function replaceDatabase(desk: Page): Promise<void> {
  return desk.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const gone = indexedDB.deleteDatabase('sidelight');
        gone.onerror = () => reject(gone.error);
        gone.onsuccess = () => {
          const request = indexedDB.open('sidelight', 990);
          request.onupgradeneeded = () => request.result.createObjectStore('later');
          request.onsuccess = () => {
            request.result.close();
            resolve();
          };
        };
      }),
  );
}

/** Every row of every table of the extension's databases, as JSON; bytes by their number. */
export function databaseRows(desk: Page): Promise<string> {
  return desk.evaluate(async () => {
    const answerOf = <Answer>(request: IDBRequest<Answer>) =>
      new Promise<Answer>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const rows: Record<string, unknown[]> = {};
    for (const { name } of await indexedDB.databases()) {
      if (name === undefined) continue;
      const database = await answerOf(indexedDB.open(name));
      for (const table of database.objectStoreNames) {
        rows[`${name}/${table}`] = await answerOf(database.transaction(table).objectStore(table).getAll());
      }
      database.close();
    }
    return JSON.stringify(rows, (_, value) =>
      value instanceof ArrayBuffer ? `${value.byteLength} bytes` : value,
    );
  });
}
