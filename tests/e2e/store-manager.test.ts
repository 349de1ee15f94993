/** The store as the manager's worker drives it. One file, because its tests share one bundle, which is built for each file. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import type { browser } from 'wxt/browser';
import { loadSubject } from './harness/bundle.ts';
import type { Driver } from './harness/driver.ts';
import { it } from './harness/suite.ts';
import type * as Subject from './subjects/manager.ts';

declare const subject: typeof Subject;
/** In a page of the extension; Firefox has it under this name too. */
declare const chrome: typeof browser;

const HARBOUR = readFileSync(
  fileURLToPath(new URL('../fixtures/packs/harbour.json', import.meta.url)),
  'utf8',
);

/** A page of the extension with an empty database. */
async function managerPage(driver: Driver): Promise<Page> {
  const page = await driver.openExtensionPage('popup.html');
  await loadSubject(page, 'manager');
  await page.evaluate(async () => {
    await subject.open().wipe();
  });
  return page;
}

describe('the store of the manager, in pages of the extension', () => {
  it('shows what an import would bring, writes it at once, and takes it back', async ({
    driver,
    desk: _,
  }) => {
    const page = await managerPage(driver);
    const seen = await page.evaluate(async (text) => {
      const manager = subject.open();
      const { run, stages } = subject.start(manager, text);
      const preview = await run.preview;
      const before = await manager.packs();
      const { undo, packId } = await run.commit(subject.GO);
      const after = await manager.packs();
      const last = await manager.lastChange();
      await manager.undo(undo);
      return {
        preview,
        before,
        after,
        packId,
        last: last?.undo === undo,
        undone: await manager.packs(),
        stages: [...stages],
      };
    }, HARBOUR);
    const pack = JSON.parse(HARBOUR);
    expect(seen.preview).toMatchObject({
      ok: true,
      status: 'new',
      changes: { entities: { added: { count: pack.entities.length }, removed: { count: 0 } } },
    });
    expect(seen.before).toEqual([]);
    expect(seen.after).toMatchObject([
      {
        id: pack.id,
        origin: 'imported',
        counts: { entities: pack.entities.length, quotes: pack.quotes.length },
      },
    ]);
    expect(seen.last).toBe(true);
    expect(seen.undone).toEqual([]);
    expect(seen.stages).toEqual(['read', 'compare', 'write']);
    await page.close();
  });

  it('asks before an older version, and keeps the edits of the reader over a newer one', async ({
    driver,
    desk: _,
  }) => {
    const page = await managerPage(driver);
    const seen = await page.evaluate(async (text) => {
      const manager = subject.open();
      await subject.importText(manager, text);
      const [packId = ''] = (await manager.packs()).map(({ id }) => id);
      const [row] = (await manager.rows(subject.ALL, 0, 1)).rows;
      const key = row?.key ?? '';
      const entry = await manager.entity(key);
      if (entry === undefined) throw new Error('no entity');
      const mine = { ...entry.entity, name: { en: 'Named by the reader' } };
      const saved = await manager.change(
        packId,
        [{ kind: 'entity', id: mine.id, value: mine }],
        subject.NAME,
      );
      const pack = JSON.parse(text);
      const older = JSON.stringify({ ...pack, version: '0.0.1' });
      const refused = await subject.importText(manager, older).then(() => 'imported', String);
      const newer = subject.start(manager, JSON.stringify({ ...pack, version: '99.0.0' }));
      const preview = await newer.run.preview;
      await newer.run.commit(subject.GO);
      const after = await manager.entity(key);
      const published = await manager.wholePack(packId, 'without');
      const shown = await manager.wholePack(packId, 'with');
      const nameIn = (found: typeof shown) => found?.entities.find(({ id }) => id === mine.id)?.name;
      const reverted = await manager.revert(packId, [{ kind: 'entity', id: mine.id }], subject.NAME);
      return {
        saved: saved.ok,
        refused,
        status: preview.ok && preview.status,
        kept: preview.ok && preview.editsKept,
        edit: after?.edit,
        name: after?.entity.name,
        original: after?.original,
        given: entry.entity,
        published: nameIn(published),
        shown: nameIn(shown),
        reverted: reverted.ok,
        end: (await manager.entity(key))?.entity,
        edited: (await manager.packs())[0]?.counts.edited,
      };
    }, HARBOUR);
    expect(seen).toMatchObject({
      saved: true,
      status: 'newer',
      kept: 1,
      edit: 'changed',
      reverted: true,
      edited: 0,
    });
    expect(seen.refused).toContain('newer');
    expect(seen.name).toEqual({ en: 'Named by the reader' });
    expect(seen.shown).toEqual({ en: 'Named by the reader' });
    expect(seen.original).toEqual(seen.given);
    expect(seen.published).toEqual(seen.given.name);
    expect(seen.end).toEqual(seen.given);
    await page.close();
  });

  it('deletes an entity with its quotes over a pack and in a pack of the reader, and Undo brings all back', async ({
    driver,
    desk: _,
  }) => {
    const page = await managerPage(driver);
    const seen = await page.evaluate(async (text) => {
      const manager = subject.open();
      const pack = JSON.parse(text);
      const speaker: string = pack.quotes[0].speaker;
      const results = [];
      for (const own of [false, true]) {
        await manager.wipe();
        if (own) {
          const made = await manager.createPack({ title: { en: 'Mine' } }, [], subject.NAME);
          const file = subject.start(manager, text, {}, made.packId);
          await file.run.preview;
          await file.run.commit(subject.GO);
        } else await subject.importText(manager, text);
        const [packId = ''] = (await manager.packs()).map(({ id }) => id);
        const before = await manager.wholePack(packId, 'with');
        const counts = (await manager.packs())[0]?.counts;
        const done = await manager.change(
          packId,
          [{ kind: 'entity', id: speaker, value: null }],
          subject.NAME,
        );
        const after = await manager.wholePack(packId, 'with');
        const countsAfter = (await manager.packs())[0]?.counts;
        if (done.ok) await manager.undo(done.undo);
        results.push({
          own,
          left: after?.quotes.filter((quote) => quote.speaker === speaker).length,
          entities: after?.entities.filter(({ id }) => id === speaker).length,
          counted:
            countsAfter?.quotes === after?.quotes.length && countsAfter?.entities === after?.entities.length,
          back: JSON.stringify(await manager.wholePack(packId, 'with')) === JSON.stringify(before),
          countsBack: JSON.stringify((await manager.packs())[0]?.counts) === JSON.stringify(counts),
        });
      }
      return results;
    }, HARBOUR);
    expect(seen).toEqual(
      [false, true].map((own) => ({
        own,
        left: 0,
        entities: 0,
        counted: true,
        back: true,
        countsBack: true,
      })),
    );
    await page.close();
  });

  it('adds a list of names to a new pack, and the same list again adds nothing', async ({
    driver,
    desk: _,
  }) => {
    const page = await managerPage(driver);
    const seen = await page.evaluate(async () => {
      const manager = subject.open();
      const names = 'Ada Quill\nRuhollah Test\nאדה קוויל\n';
      const first = subject.start(
        manager,
        names,
        { format: 'names' },
        { create: { title: { en: 'My names' } } },
      );
      const preview = await first.run.preview;
      const { packId } = await first.run.commit(subject.GO);
      const again = subject.start(manager, names, { format: 'names' }, packId);
      const second = await again.run.preview;
      await again.run.commit(subject.GO);
      return { preview, second, packs: await manager.packs() };
    });
    expect(seen.preview).toMatchObject({
      ok: true,
      status: 'new',
      changes: { entities: { added: { count: 3 } } },
    });
    expect(seen.second).toMatchObject({
      ok: true,
      status: 'into',
      known: { count: 3 },
      changes: { entities: { added: { count: 0 }, changed: { count: 0 } } },
    });
    expect(seen.packs).toMatchObject([{ origin: 'own', counts: { entities: 3 } }]);
    await page.close();
  });

  it('moves an entity with its quotes and their sources, and takes the move back', async ({
    driver,
    desk: _,
  }) => {
    const page = await managerPage(driver);
    const seen = await page.evaluate(async (text) => {
      const manager = subject.open();
      await subject.importText(manager, text);
      const pack = JSON.parse(text);
      const speaker: string = pack.quotes[0].speaker;
      const { packId } = await manager.createPack({ title: { en: 'Mine' } }, [], subject.NAME);
      const before = await manager.wholePack(pack.id, 'with');
      const moved = await manager.move([`${pack.id}/${speaker}`], packId, subject.NAME);
      const there = await manager.wholePack(packId, 'with');
      const from = await manager.wholePack(pack.id, 'with');
      if (moved.ok) await manager.undo(moved.undo);
      return {
        keys: moved.keys,
        quotes: there?.quotes.length,
        gone: from?.entities.every(({ id }) => id !== speaker),
        sources: there?.quotes.every(({ source }) => there.sources.some(({ id }) => id === source)),
        undone: JSON.stringify(await manager.wholePack(pack.id, 'with')) === JSON.stringify(before),
        empty: (await manager.wholePack(packId, 'with'))?.entities.length,
      };
    }, HARBOUR);
    const pack = JSON.parse(HARBOUR);
    const speaker = pack.quotes[0].speaker;
    expect(seen.keys).toEqual([`mine/${speaker}`]);
    expect(seen.quotes).toBe(
      pack.quotes.filter((quote: { speaker: string }) => quote.speaker === speaker).length,
    );
    expect(seen).toMatchObject({ gone: true, sources: true, undone: true, empty: 0 });
    await page.close();
  });

  it('says which field of an entry does not hold, and writes nothing', async ({ driver, desk: _ }) => {
    const page = await managerPage(driver);
    const seen = await page.evaluate(async (text) => {
      const manager = subject.open();
      const { packId } = await subject.importText(manager, text);
      const [row] = (await manager.rows(subject.ALL, 0, 1)).rows;
      const entry = await manager.entity(row?.key ?? '');
      if (entry === undefined) throw new Error('no entity');
      const stamp = JSON.stringify(await manager.packs());
      const bad = { ...entry.entity, related: ['nobody'], aliases: [{ text: '', lang: 'en' }] };
      const answer = await manager.change(packId, [{ kind: 'entity', id: bad.id, value: bad }], subject.NAME);
      const used = entry.sources[0]?.id ?? '';
      const cited = await manager.change(packId, [{ kind: 'source', id: used, value: null }], subject.NAME);
      return { answer, cited, same: JSON.stringify(await manager.packs()) === stamp, id: bad.id, used };
    }, HARBOUR);
    expect(seen.answer).toMatchObject({
      ok: false,
      problems: expect.arrayContaining([
        expect.objectContaining({ kind: 'entity', id: seen.id, path: 'aliases[0].text' }),
      ]),
    });
    expect(seen.cited).toMatchObject({
      ok: false,
      problems: [{ kind: 'source', id: seen.used, code: 'still-cited' }],
    });
    expect(seen.same).toBe(true);
    await page.close();
  });

  it('finds entities by beginnings of words of names, aliases, background and quotes', async ({
    driver,
    desk: _,
  }) => {
    const page = await managerPage(driver);
    const found = await page.evaluate(async (text) => {
      const manager = subject.open();
      await subject.importText(manager, text);
      const pack = JSON.parse(text);
      const quote = pack.quotes[0];
      const words = quote.parts[0].exact.split(' ').slice(0, 5).join(' ');
      const alias = pack.entities.find((each: { aliases?: unknown[] }) => (each.aliases?.length ?? 0) > 1);
      const keys = (query: string) => manager.keys({ ...subject.ALL, text: query });
      return {
        byQuote: (await keys(words)).includes(`${pack.id}/${quote.speaker}`),
        byAlias: (await keys(alias.aliases[1].text.toUpperCase())).includes(`${pack.id}/${alias.id}`),
        none: await keys('zzzz qqqq'),
        persons: (await manager.rows({ ...subject.ALL, types: ['person'] }, 0, 100)).rows.map(
          ({ type }) => type,
        ),
        all: (await manager.rows(subject.ALL, 0, 0)).total,
        count: pack.entities.length,
      };
    }, HARBOUR);
    expect(found).toMatchObject({ byQuote: true, byAlias: true, none: [] });
    expect(new Set(found.persons)).toEqual(new Set(['person']));
    expect(found.all).toBe(found.count);
    await page.close();
  });

  it('restores a backup to the letter, settings too, and Undo brings back what was there', async ({
    driver,
    desk: _,
  }) => {
    const page = await managerPage(driver);
    const seen = await page.evaluate(async (text) => {
      const manager = subject.open();
      const { packId } = await subject.importText(manager, text);
      const [row] = (await manager.rows(subject.ALL, 0, 1)).rows;
      await manager.change(packId, [{ kind: 'entity', id: row?.id ?? '', value: null }], subject.NAME);
      await manager.changePack(packId, { quietOnly: true }, [], subject.NAME);
      await chrome.storage.local.set({ 'site:one.example': 'quiet' });
      const backup = await manager.backup();
      // The size is an estimate: it is counted anew.
      const listed = async () =>
        JSON.stringify((await manager.packs()).map((each) => ({ ...each, bytes: 0 })));
      const packs = await listed();
      const whole = JSON.stringify(await manager.wholePack(packId, 'with'));
      await manager.wipe();
      await chrome.storage.local.set({ 'site:two.example': 'off' });
      const preview = await manager.previewRestore(backup);
      const { undo } = await manager.restore(backup, subject.NAME);
      const settings = await chrome.storage.local.get(null);
      const same = {
        packs: (await listed()) === packs,
        whole: JSON.stringify(await manager.wholePack(packId, 'with')) === whole,
      };
      await manager.undo(undo);
      const broken = await manager.previewRestore(new Blob(['{"sidelightBackup": 99}']));
      return {
        preview,
        same,
        settings,
        undone: await manager.packs(),
        after: await chrome.storage.local.get(null),
        broken,
      };
    }, HARBOUR);
    expect(seen.preview).toMatchObject({ ok: true, packs: [{ origin: 'imported', edited: 1 }], rules: 1 });
    expect(seen.same).toEqual({ packs: true, whole: true });
    expect(seen.settings).toMatchObject({ 'site:one.example': 'quiet' });
    expect(seen.settings).not.toHaveProperty('site:two.example');
    expect(seen.undone).toEqual([]);
    expect(seen.after).toMatchObject({ 'site:two.example': 'off' });
    expect(seen.after).not.toHaveProperty('site:one.example');
    expect(seen.broken).toMatchObject({
      ok: false,
      why: 'newer-form',
    });
    await page.close();
  });

  it('wipes everything, and the bundled pack does not come back by itself', async ({ driver, desk }) => {
    const page = await managerPage(driver);
    await driver.stopBackground();
    const packs = await desk.evaluate(() => chrome.runtime.sendMessage({ name: 'packs', request: {} }));
    expect(packs).toEqual([]);
    const stored = await page.evaluate(() => chrome.storage.local.get(null));
    expect(stored).toEqual({ 'without-bundled': true });
    await page.close();
  });
});
