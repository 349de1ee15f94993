/**
 * Kills in the middle of an import: a short form with every run, and with `npm run chaos` a hundred of them. A page is
 * closed or the background stopped in both browsers; only Chromium can be killed and started again with its profile.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { describe, expect, inject } from 'vitest';
import { random } from '../bench/seeded.ts';
import { largePackText } from '../support/large-pack.ts';
import { launchBrowser } from './harness/browsers.ts';
import { loadSubject } from './harness/bundle.ts';
import type { Driver } from './harness/driver.ts';
import { it } from './harness/suite.ts';
import type * as Subject from './subjects/manager.ts';

declare const subject: typeof Subject;

const KILLS = Number(process.env.KILLS ?? 3);
const ENTITIES = 4_000;
/** About as long as reading and writing the pack takes, so that kills fall everywhere, in milliseconds. */
const SPREAD = 2_500;
const PACK = largePackText(ENTITIES);
const next = random(Number(process.env.SEED ?? 7));

async function openManager(driver: Driver): Promise<Page> {
  const page = await driver.openExtensionPage('popup.html');
  await loadSubject(page, 'manager');
  return page;
}

/** Starts an import and does not wait for it. */
function startImport(page: Page): Promise<void> {
  return page.evaluate((text) => {
    const manager = subject.open();
    void subject.importText(manager, text).catch(() => undefined);
  }, PACK);
}

/** What lies in the database: the pack whole, or nothing at all. */
function stateOf(page: Page): Promise<{ heads: number; entities: number; others: string[] }> {
  return page.evaluate(async () => {
    const database = await subject.openDatabase();
    const heads = await database.packs.toArray();
    const ids = new Set(heads.map(({ id }) => id));
    const others: string[] = [];
    for (const name of ['frames', 'entities', 'patterns', 'quotes', 'sources', 'references', 'edits']) {
      const rows: { pack: string }[] = await database.table(name).toArray();
      if (rows.some(({ pack }) => !ids.has(pack))) others.push(name);
    }
    const tokens = new Set(await database.undo.toCollection().primaryKeys());
    const parts = await database.undoParts.toArray();
    if (parts.some(({ undo }) => !tokens.has(undo))) others.push('undoParts');
    const entities = await database.entities.where('pack').equals('large').count();
    database.close();
    return { heads: ids.has('large') ? 1 : 0, entities, others };
  });
}

async function expectWholeOrNothing(page: Page): Promise<boolean> {
  const { heads, entities, others } = await stateOf(page);
  expect({ heads, entities }).toEqual({ heads, entities: heads * ENTITIES });
  expect(others).toEqual([]);
  if (heads === 1) await page.evaluate(async () => subject.open().removePack('large', subject.NAME));
  return heads === 1;
}

describe('an import that is killed', () => {
  it(
    'leaves the pack wholly there or wholly not when its page is closed',
    async ({ driver, desk: _ }) => {
      let whole = 0;
      for (let kill = 0; kill < KILLS; kill++) {
        const page = await openManager(driver);
        await startImport(page);
        await new Promise((resolve) => setTimeout(resolve, next() * SPREAD));
        await page.close();
        const after = await openManager(driver);
        if (await expectWholeOrNothing(after)) whole++;
        await after.close();
      }
      console.info(`${KILLS} pages closed: ${whole} times the pack was there, ${KILLS - whole} times not`);
    },
    60_000 + KILLS * 20_000,
  );

  it(
    'goes on when the background is stopped',
    async ({ driver, desk: _ }) => {
      const page = await openManager(driver);
      for (let kill = 0; kill < KILLS; kill++) {
        const done = page.evaluate(async (text) => {
          await subject.importText(subject.open(), text);
        }, PACK);
        await new Promise((resolve) => setTimeout(resolve, next() * SPREAD));
        await driver.stopBackground();
        await done;
        expect(await expectWholeOrNothing(page)).toBe(true);
      }
      console.info(`background stopped ${KILLS} times: the pack was there each time`);
      await page.close();
    },
    60_000 + KILLS * 20_000,
  );

  it.skipIf(inject('browserKind') !== 'chromium')(
    'leaves the pack wholly there or wholly not when the browser is killed',
    async () => {
      const profile = await mkdtemp(join(tmpdir(), 'sidelight-kill-'));
      let whole = 0;
      try {
        for (let kill = 0; kill < KILLS; kill++) {
          const driver = await launchBrowser('chromium', { headless: true, profile });
          const page = await openManager(driver);
          // What the kill before this one has left.
          if (await expectWholeOrNothing(page)) whole++;
          await startImport(page);
          await new Promise((resolve) => setTimeout(resolve, next() * SPREAD));
          const child = driver.browser.process();
          const gone = new Promise((resolve) => child?.once('exit', resolve));
          child?.kill('SIGKILL');
          await gone;
        }
        const driver = await launchBrowser('chromium', { headless: true, profile });
        if (await expectWholeOrNothing(await openManager(driver))) whole++;
        await driver.close();
      } finally {
        await rm(profile, { recursive: true, force: true, maxRetries: 5 });
      }
      console.info(`${KILLS} browsers killed: ${whole} times the pack was there, ${KILLS - whole} times not`);
    },
    60_000 + KILLS * 40_000,
  );
});
