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
