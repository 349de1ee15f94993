import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import { loadSubject } from './harness/bundle.ts';
import { it } from './harness/suite.ts';
import type * as Subject from './subjects/store.ts';

declare const subject: typeof Subject;

const HARBOUR = readFileSync(
  fileURLToPath(new URL('../fixtures/packs/harbour.json', import.meta.url)),
  'utf8',
);

async function onBlankPage(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/plain.html`);
  await loadSubject(page, 'store');
}

describe('the store, in the IndexedDB of a real browser', () => {
  it('gives a pack back as it was installed', async ({ page, server }) => {
    await onBlankPage(page, server.origin);
    const [kept, given] = await page.evaluate(async (text) => {
      const database = await subject.openDatabase('whole');
      const pack = subject.parse(text);
      await subject.installPack(database, pack, { origin: 'imported' });
      return [await subject.wholePack(database, pack.id), pack];
    }, HARBOUR);
    expect(kept).toEqual(given);
  });

  it('reads for a card only what the card needs', async ({ page, server }) => {
    await onBlankPage(page, server.origin);
    const found = await page.evaluate(async (text) => {
      const database = await subject.openDatabase('around');
      const pack = subject.parse(text);
      await subject.installPack(database, pack, { origin: 'imported' });
      const speaker = pack.quotes[0]?.speaker ?? '';
      const around = await subject.packAround(database, pack.id, speaker);
      return {
        speaker,
        first: around?.entities[0]?.id,
        quotes: around?.quotes.filter((quote) => quote.speaker === speaker).length,
        ofAll: pack.quotes.filter((quote) => quote.speaker === speaker).length,
        nobody: await subject.packAround(database, pack.id, 'nobody'),
      };
    }, HARBOUR);
    expect(found.first).toBe(found.speaker);
    expect(found.quotes).toBe(found.ofAll);
    expect(found.nobody).toBeUndefined();
  });

  it('puts a new version in place of the old one, with nothing left of that', async ({ page, server }) => {
    await onBlankPage(page, server.origin);
    const counts = await page.evaluate(async (text) => {
      const database = await subject.openDatabase('versions');
      const pack = subject.parse(text);
      await subject.installPack(database, pack, { origin: 'imported' });
      const shorter = { ...pack, version: '9.0.0', entities: pack.entities.slice(0, 1), quotes: [] };
      await subject.installPack(database, shorter, { origin: 'imported' });
      const heads = await subject.packHeads(database);
      return {
        versions: heads.map(({ version }) => version),
        entities: await database.entities.count(),
        quotes: await database.quotes.count(),
      };
    }, HARBOUR);
    expect(counts).toEqual({ versions: ['9.0.0'], entities: 1, quotes: 0 });
  });

  it('keeps the old version whole when the new one cannot be written', async ({ page, server }) => {
    await onBlankPage(page, server.origin);
    const [kept, before] = await page.evaluate(async (text) => {
      const database = await subject.openDatabase('atomic');
      const pack = subject.parse(text);
      await subject.installPack(database, pack, { origin: 'imported' });
      const [first] = pack.entities;
      const twice = { ...pack, version: '9.0.0', entities: first ? [first, first] : [] };
      await subject.installPack(database, twice, { origin: 'imported' }).catch(() => undefined);
      return [await subject.wholePack(database, pack.id), pack];
    }, HARBOUR);
    expect(kept).toEqual(before);
  });

  it('leaves other packs alone', async ({ page, server }) => {
    await onBlankPage(page, server.origin);
    const left = await page.evaluate(async (text) => {
      const database = await subject.openDatabase('others');
      const pack = subject.parse(text);
      await subject.installPack(database, pack, { origin: 'imported' });
      await subject.installPack(database, { ...pack, id: 'other' }, { origin: 'imported' });
      await subject.removePack(database, pack.id);
      const other = await subject.wholePack(database, 'other');
      return {
        entities: other?.entities.length,
        ofAll: pack.entities.length,
        heads: await database.packs.count(),
      };
    }, HARBOUR);
    expect(left.heads).toBe(1);
    expect(left.entities).toBe(left.ofAll);
  });

  it('compiles an index once and keeps it until a pack changes', async ({ page, server }) => {
    await onBlankPage(page, server.origin);
    const sizes = await page.evaluate(async (text) => {
      const database = await subject.openDatabase('index');
      const pack = subject.parse(text);
      await subject.installPack(database, pack, { origin: 'imported' });
      const heads = await subject.packHeads(database);
      const first = await subject.compiledIndex(database, heads);
      const kept = await database.index.toArray();
      await subject.installPack(database, { ...pack, version: '9.0.0' }, { origin: 'imported' });
      return { first: first.byteLength, kept: kept[0]?.blob.byteLength, after: await database.index.count() };
    }, HARBOUR);
    expect(sizes.first).toBeGreaterThan(0);
    expect(sizes.kept).toBe(sizes.first);
    expect(sizes.after).toBe(0);
  });

  it('refuses a database that a newer version has written, and leaves it as it is', async ({
    page,
    server,
  }) => {
    await onBlankPage(page, server.origin);
    const after = await page.evaluate(async () => {
      const newer = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open('newer', 990);
        request.onupgradeneeded = () => request.result.createObjectStore('later');
        request.onsuccess = () => resolve(request.result);
      });
      newer.close();
      const message = await subject.openDatabase('newer').then(() => 'opened', String);
      const [found] = (await indexedDB.databases()).filter(({ name }) => name === 'newer');
      return { message, version: found?.version };
    });
    expect(after).toEqual({ message: expect.stringContaining('newer version'), version: 990 });
  });
});
