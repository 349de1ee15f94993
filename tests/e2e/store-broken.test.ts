import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import { ask, tabIdOf } from './harness/extension.ts';
import { marks } from './harness/page.ts';
import { it } from './harness/suite.ts';

/** Leaves a database behind that a later version could have written. Waits for the background to let go of its own. */
function replaceDatabase(desk: Page): Promise<void> {
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

describe('a database that cannot be used', () => {
  it('leaves the bundled pack at work, as it is shipped, and says so', async ({
    desk,
    driver,
    page,
    server,
  }) => {
    await driver.stopBackground();
    await replaceDatabase(desk);
    const url = `${server.origin}/inline.html`;
    await page.goto(url);
    await expect.poll(() => marks(page)).toContain('Ebrahim Raisi');
    expect(await ask(desk, 'tabState', { tabId: await tabIdOf(desk, url) })).toMatchObject({
      storeBroken: true,
    });
    const databases = await desk.evaluate(() => indexedDB.databases());
    expect(databases).toContainEqual({ name: 'sidelight', version: 990 });
  });
});
