/** What the options page says and offers while the database cannot be opened. */
import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import { loadSubject } from './harness/bundle.ts';
import { replaceDatabase } from './harness/database.ts';
import { HARBOUR, keepDownloads, openManager, press, wordsOn } from './harness/manager.ts';
import { screenshot } from './harness/page.ts';
import { it } from './harness/suite.ts';
import type * as Subject from './subjects/store-faults.ts';

declare const subject: typeof Subject;

/** A window that has opened the database in the form of the first version, and does not let go. */
async function holdFirstVersion(desk: Page): Promise<void> {
  await loadSubject(desk, 'store-faults');
  await desk.evaluate(async (pack) => {
    await new Promise((resolve, reject) => {
      const gone = indexedDB.deleteDatabase('sidelight');
      gone.onsuccess = resolve;
      gone.onerror = reject;
    });
    await subject.writeFirstVersion('sidelight', pack);
    const request = indexedDB.open('sidelight');
    await new Promise((resolve, reject) => {
      request.onsuccess = resolve;
      request.onerror = reject;
    });
    Object.assign(globalThis, { held: request.result });
  }, HARBOUR);
}

function letGo(desk: Page): Promise<void> {
  return desk.evaluate(() => Reflect.get(globalThis, 'held').close());
}

describe('a database that a later version has written', () => {
  it('is saved row by row from the page that is led to, and is not to be deleted there', async ({
    desk,
    driver,
  }) => {
    await replaceDatabase(desk);
    await driver.stopBackground();
    const manager = await openManager(driver, 'entities');
    await expect.poll(() => wordsOn(manager)).toContain('A later version of Sidelight has written');
    await press(manager, 'Open the recovery page');
    await expect.poll(() => wordsOn(manager)).toContain('Save what can still be read');
    expect(await wordsOn(manager)).not.toContain('Delete everything');
    const files = await keepDownloads(manager);
    await press(manager, 'Save what can be read');
    await expect.poll(() => wordsOn(manager)).toMatch(/Of a newer version: later\s+0\s+complete/u);
    await screenshot(manager, `manager-recovery-${driver.kind}`);
    expect(JSON.parse(await files())).toEqual({ sidelightRecovered: 990, tables: { later: [] } });
    await manager.close();
  });
});

describe('a database that another window holds', () => {
  it('is neither to be saved nor to be deleted, and is there once that window lets go', async ({
    desk,
    driver,
  }) => {
    await holdFirstVersion(desk);
    const manager = await openManager(driver, 'packs');
    await expect.poll(() => wordsOn(manager)).toContain('Another window of Sidelight holds the database');
    expect(await wordsOn(manager)).not.toContain('Open the recovery page');
    await manager.close();

    const storage = await openManager(driver, 'storage');
    await expect.poll(() => wordsOn(storage)).toContain('Another window of Sidelight holds the database');
    expect(await wordsOn(storage)).not.toMatch(/Save a backup|Save what can be read|Delete everything/u);
    await letGo(desk);
    await press(storage, 'Try again');
    await expect.poll(() => wordsOn(storage)).toContain('Save a backup');
    await storage.close();
    const packs = await openManager(driver, 'packs');
    await expect.poll(() => wordsOn(packs)).toContain('The harbour of Port Ellery');
    await packs.close();
  });
});
