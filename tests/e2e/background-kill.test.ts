/**
 * The background is stopped at whatever moment a page asks it for something: a short form with every run, and with
 * `npm run chaos` a hundred of each. `import-kill.test.ts` has the same for imports.
 */
import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import { random } from '../bench/seeded.ts';
import { readCard } from './harness/card.ts';
import { databaseRows } from './harness/database.ts';
import { hover, leave, marks } from './harness/page.ts';
import { it } from './harness/suite.ts';

const KILLS = Number(process.env.KILLS ?? 3);
const next = random(Number(process.env.SEED ?? 11));

/** In milliseconds. A question that was lost without a word is asked again after four seconds; others are answered in half of one. */
const DEADLINE = { timeout: 15_000, interval: 20 };
/** About as long as a page is read, or a card comes, so that kills fall everywhere, in milliseconds. */
const SPREAD = { annotate: 150, hover: 450 };

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** The largest of what was waited for after a kill. */
function report(what: string, took: readonly number[]): void {
  const sorted = [...took].sort((one, other) => one - other);
  console.info(
    `${took.length} kills while ${what}: answered after ${sorted[sorted.length >> 1]} ms, at most ${sorted.at(-1)} ms`,
  );
}

async function millisecondsUntil(holds: () => Promise<void>): Promise<number> {
  const start = Date.now();
  await holds();
  return Date.now() - start;
}

const names = ['Ebrahim Raisi', 'Maryam Rajavi', 'Navid Afkari', 'Betty Boothroyd'];

function append(page: Page, words: string): Promise<void> {
  return page.evaluate((text) => document.body.append(document.createElement('hr'), text), words);
}

describe('a background that is stopped at any moment', { timeout: 60_000 + KILLS * 10_000 }, () => {
  it('finds every name of a page that changes meanwhile', async ({ desk, driver, page, server }) => {
    await page.goto(`${server.origin}/plain.html`);
    await page.evaluate(() => document.body.replaceChildren('Ebrahim Raisi came first.'));
    await expect.poll(() => marks(page)).toEqual(['Ebrahim Raisi']);
    const rows = await databaseRows(desk);
    await page.bringToFront();
    const took: number[] = [];
    for (let kill = 0; kill < KILLS; kill++) {
      const name = names[kill % names.length] ?? '';
      const before = await marks(page);
      await append(page, `${name} came then.`);
      await wait(next() * SPREAD.annotate);
      await driver.stopBackground();
      took.push(
        await millisecondsUntil(() => expect.poll(() => marks(page), DEADLINE).toEqual([...before, name])),
      );
    }
    report('a page is read', took);
    expect(await databaseRows(desk)).toBe(rows);
  });

  it('shows the card of the name that the pointer rests on', async ({ desk, driver, page, server }) => {
    await page.goto(`${server.origin}/inline.html`);
    await expect.poll(() => marks(page)).toContain('Ebrahim Raisi');
    const rows = await databaseRows(desk);
    const took: number[] = [];
    for (let kill = 0; kill < KILLS; kill++) {
      const name = names[kill % 2] ?? '';
      await hover(page, name);
      await wait(next() * SPREAD.hover);
      await driver.stopBackground();
      took.push(
        await millisecondsUntil(() =>
          expect.poll(() => readCard(driver, page), DEADLINE).toMatchObject({ name, busy: false }),
        ),
      );
      await leave(page);
      await expect.poll(() => readCard(driver, page)).toBeNull();
    }
    report('a card comes', took);
    expect(await databaseRows(desk)).toBe(rows);
    expect(await driver.extensionErrors()).toEqual([]);
  });
});
