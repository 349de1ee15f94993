import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import { largePackText } from '../support/large-pack.ts';
import { loadSubject } from './harness/bundle.ts';
import type { Driver } from './harness/driver.ts';
import { it } from './harness/suite.ts';
import type * as Subject from './subjects/manager.ts';

declare const subject: typeof Subject;

const ENTITIES = 50_000;
const ALIASES = 2;
/** Ten times the goal of 50 ms: the machine may be busy. The figure is reported. */
const LONGEST_TASK = 500;

async function managerPage(driver: Driver): Promise<Page> {
  const page = await driver.openExtensionPage('popup.html');
  await loadSubject(page, 'manager');
  await page.evaluate(async () => {
    await subject.open().wipe();
  });
  return page;
}

describe('a pack of 100,000 aliases', () => {
  it('is imported, scrolled and searched while the page stays responsive', async ({ driver, desk: _ }) => {
    const page = await managerPage(driver);
    // As a file, whose bytes the page never holds as a text.
    await page.evaluate(
      (text) => {
        Object.assign(globalThis, { large: new Blob([text]) });
      },
      largePackText(ENTITIES, ALIASES),
    );
    const seen = await page.evaluate(async () => {
      const file = Reflect.get(globalThis, 'large');
      const manager = subject.open();
      await manager.packs();
      let longest = 0;
      let last = performance.now();
      // What a task of the page has kept the next one waiting.
      const beat = setInterval(() => {
        const now = performance.now();
        longest = Math.max(longest, now - last - 4);
        last = now;
      }, 4);
      const started = performance.now();
      const { run } = subject.start(manager, file);
      await run.preview;
      const previewed = performance.now();
      await run.commit(subject.GO);
      const written = performance.now();
      const first = await manager.rows(subject.ALL, 0, 50);
      const listed = performance.now();
      const slices: number[] = [];
      for (let at = 0; at < 20; at++) {
        const before = performance.now();
        await manager.rows(subject.ALL, at * 2_000, at * 2_000 + 50);
        slices.push(performance.now() - before);
      }
      const keys: number[] = [];
      const name = first.rows[7]?.name ?? '';
      for (let length = 1; length <= name.length; length++) {
        const before = performance.now();
        await manager.rows({ ...subject.ALL, text: name.slice(0, length) }, 0, 50);
        keys.push(performance.now() - before);
      }
      const found = await manager.rows({ ...subject.ALL, text: name }, 0, 50);
      const saving = performance.now();
      const key = first.rows[3]?.key ?? '';
      const entry = await manager.entity(key);
      if (entry === undefined) throw new Error('no entity');
      const value = { ...entry.entity, name: { en: 'Zephyrine Quillon' } };
      await manager.change('large', [{ kind: 'entity', id: value.id, value }], subject.NAME);
      const renamed = await manager.rows({ ...subject.ALL, text: 'Zephyrine Q' }, 0, 50);
      const saved = performance.now();
      const { undo } = await manager.removePack('large', subject.NAME);
      const removed = performance.now();
      await manager.undo(undo);
      const undone = performance.now();
      clearInterval(beat);
      const rounded = (from: number, to: number) => Math.round(to - from);
      return {
        total: first.total,
        found: found.rows.map(({ name: each }) => each).includes(name),
        renamed: renamed.rows.map(({ key: each }) => each),
        key,
        packs: await manager.packs(),
        figures: {
          longest: Math.round(longest),
          preview: rounded(started, previewed),
          write: rounded(previewed, written),
          list: rounded(written, listed),
          slice: Math.round(Math.max(...slices)),
          keyStrokes: keys.map(Math.round).join(' '),
          save: rounded(saving, saved),
          remove: rounded(saved, removed),
          undo: rounded(removed, undone),
        },
      };
    });
    console.info(`${driver.kind}, milliseconds: ${JSON.stringify(seen.figures)}`);
    expect(seen).toMatchObject({ total: ENTITIES, found: true, renamed: [seen.key] });
    expect(seen.packs).toMatchObject([
      { counts: { entities: ENTITIES, aliases: ENTITIES * ALIASES, edited: 1 } },
    ]);
    expect(seen.figures.longest).toBeLessThan(LONGEST_TASK);
    await page.close();
  }, 300_000);

  it('leaves nothing when it is cancelled, before and in the middle of writing', async ({
    driver,
    desk: _,
  }) => {
    const page = await managerPage(driver);
    const text = largePackText(10_000);
    const seen = await page.evaluate(async (pack) => {
      const manager = subject.open();
      const early = subject.start(manager, pack);
      early.cancel();
      const first = await early.run.preview.then(() => 'read', String);
      const stop = new AbortController();
      const late = manager.startImport(pack, {
        read: {},
        // At the first rows that are written.
        progress: ({ stage, done }) => stage === 'write' && done > 0 && stop.abort(new Error('cancelled')),
        signal: stop.signal,
      });
      await late.preview;
      const second = await late.commit(subject.GO).then(() => 'written', String);
      const database = await subject.openDatabase();
      const rows = await Promise.all(database.tables.map((table) => table.count()));
      database.close();
      return { first, second, rows, packs: await manager.packs() };
    }, text);
    expect(seen.first).toContain('cancelled');
    expect(seen.second).toContain('cancelled');
    expect(seen.packs).toEqual([]);
    expect(seen.rows.every((count) => count === 0)).toBe(true);
    await page.close();
  });

  it('is there once when two tabs import it at the same time', async ({ driver, desk: _ }) => {
    const pages = [await managerPage(driver), await managerPage(driver)];
    const text = largePackText(3_000);
    const ends = await Promise.all(
      pages.map((page) =>
        page.evaluate((pack) => subject.importText(subject.open(), pack).then(() => 'written', String), text),
      ),
    );
    // The one that comes second has compared with an empty database: it is told so, or it came after the first.
    expect(ends).toContain('written');
    const [packs, entities] = (await pages[0]?.evaluate(async () => {
      const database = await subject.openDatabase();
      return [await subject.open().packs(), await database.entities.count()] as const;
    })) ?? [[], 0];
    expect(packs).toMatchObject([{ id: 'large', counts: { entities: 3_000 } }]);
    expect(entities).toBe(3_000);
    for (const page of pages) await page.close();
  });
});
