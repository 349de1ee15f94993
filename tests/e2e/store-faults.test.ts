import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import { loadSubject } from './harness/bundle.ts';
import { it } from './harness/suite.ts';
import type * as Subject from './subjects/store-faults.ts';

declare const subject: typeof Subject;

const HARBOUR = readFileSync(
  fileURLToPath(new URL('../fixtures/packs/harbour.json', import.meta.url)),
  'utf8',
);

async function onBlankPage(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/plain.html`);
  await loadSubject(page, 'store-faults');
}

describe('a database of the first version', () => {
  it('is brought to this one without losing a row', async ({ page, server }) => {
    await onBlankPage(page, server.origin);
    const { kept, around, given } = await page.evaluate(async (text) => {
      const pack = subject.parse(text);
      await subject.writeFirstVersion('first', pack);
      const database = await subject.openDatabase('first');
      const speaker = pack.quotes[0]?.speaker ?? '';
      const card = await subject.packAround(database, pack.id, speaker);
      const head = await database.packs.get(pack.id);
      return {
        kept: await subject.wholePack(database, pack.id),
        around: { card, counts: head?.counts },
        given: pack,
      };
    }, HARBOUR);
    expect(kept).toEqual(given);
    expect(around.card?.sources.length).toBeGreaterThan(0);
    expect(around.counts).toMatchObject({ entities: given.entities.length, sources: given.sources.length });
  });

  it('is still whole when the upgrade is killed, at whichever write', async ({ page, server }) => {
    await onBlankPage(page, server.origin);
    const seen = await page.evaluate(async (text) => {
      const pack = subject.parse(text);
      await subject.writeFirstVersion('unharmed', pack);
      const unharmed = await subject.openDatabase('unharmed');
      const whole = JSON.stringify(await subject.wholePack(unharmed, pack.id));
      const results: boolean[] = [];
      // Every write of the upgrade, until none is left to fail.
      for (let first = 1; ; first++) {
        const name = `killed-${first}`;
        await subject.writeFirstVersion(name, pack);
        const mend = subject.failWritesFrom(first);
        const opened = await subject.openDatabase(name).then(
          (database) => database,
          () => undefined,
        );
        const writes = mend();
        opened?.close();
        const version = (await indexedDB.databases()).find((found) => found.name === name)?.version;
        const database = await subject.openDatabase(name);
        const kept = JSON.stringify(await subject.wholePack(database, pack.id)) === whole;
        database.close();
        results.push(kept && version === (opened === undefined ? 10 : 30));
        if (writes < first) return results;
      }
    }, HARBOUR);
    expect(seen.length).toBeGreaterThan(3);
    expect(seen).toEqual(seen.map(() => true));
  });

  it('stays as it is while another window holds it, and says so', async ({ page, server }) => {
    await onBlankPage(page, server.origin);
    const seen = await page.evaluate(async (text) => {
      await subject.writeFirstVersion('held', subject.parse(text));
      const holder = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open('held', 10);
        request.onsuccess = () => resolve(request.result);
      });
      const tried = () => subject.openDatabase('held').then(() => 'opened', String);
      // Whoever comes second waits behind the first, and hears nothing of the browser.
      const messages = [await tried(), await tried()];
      holder.close();
      const database = await subject.openDatabase('held');
      return { messages, packs: await database.packs.count() };
    }, HARBOUR);
    const said = expect.stringContaining('Another window');
    expect(seen.messages).toEqual([said, said]);
    expect(seen.packs).toBe(1);
  });
});

describe('a database that cannot be used', () => {
  it('gives its rows to a file all the same', async ({ page, server }) => {
    await onBlankPage(page, server.origin);
    const seen = await page.evaluate(async () => {
      const newer = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open('later', 990);
        request.onupgradeneeded = () => {
          request.result.createObjectStore('packs', { keyPath: 'id' }).put({ id: 'one', secret: 'kept' });
        };
        request.onsuccess = () => resolve(request.result);
      });
      newer.close();
      const { file, tables } = await subject.recover('later');
      return { text: await file.text(), tables };
    });
    expect(seen.tables).toEqual([{ name: 'packs', rows: 1, complete: true }]);
    expect(JSON.parse(seen.text)).toEqual({
      sidelightRecovered: 990,
      tables: { packs: [{ id: 'one', secret: 'kept' }] },
    });
  });
});

describe('a disk that is full', () => {
  it('is told in words, and nothing has changed', async ({ page, server }) => {
    await onBlankPage(page, server.origin);
    const seen = await page.evaluate(async (text) => {
      const database = await subject.openDatabase('full');
      const pack = subject.parse(text);
      await subject.installPack(database, pack, { origin: 'imported' });
      const before = JSON.stringify(await subject.wholePack(database, pack.id));
      // The browser's answer is made up: Chromium's own quota cannot be set for a test.
      const mend = subject.failWritesFrom(5, 'QuotaExceededError');
      const next = { ...pack, version: '9.0.0' };
      const message = await subject
        .installPack(database, next, { origin: 'imported' })
        .then(() => 'written', String);
      mend();
      return {
        message,
        same: JSON.stringify(await subject.wholePack(database, pack.id)) === before,
      };
    }, HARBOUR);
    expect(seen).toEqual({ message: expect.stringContaining('no room'), same: true });
  });
});
