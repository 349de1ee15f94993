/** What `npm start` shows where nobody can look: the mentions of the demo page, and the card of one of them. */
import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import type { browser } from 'wxt/browser';
import { explain } from '../src/matching/explain.ts';
import { RULES } from '../src/matching/types.ts';
import { readCard } from '../tests/e2e/harness/card.ts';
import type { Driver } from '../tests/e2e/harness/driver.ts';
import { tabIdOf } from '../tests/e2e/harness/extension.ts';
import { hover, marks, screenshot } from '../tests/e2e/harness/page.ts';

/** In a page of the extension. */
declare const chrome: typeof browser;

const NAME = 'Ebrahim Raisi';
/** Marks are painted near the viewport only: this one holds the whole page. */
const TALL = { width: 1280, height: 6_000 };
const USUAL = { width: 1280, height: 800 };
/** Of the whole: set-up, reading, the card. A machine may be slow; it is not stuck for less. */
const PATIENCE = 20_000;

/** What the background keeps of a document, as far as the table needs it: `DocumentRecord`. */
const Kept = v.object({
  targets: v.array(
    v.object({
      entities: v.array(v.string()),
      grade: v.string(),
      because: v.object({ rule: v.picklist(RULES), words: v.array(v.string()) }),
    }),
  ),
  /** Number of a block to triples: start, end, index in `targets`. */
  blocks: v.record(v.string(), v.array(v.number())),
});

/**
 * Prints a table and a line `screenshot: PATH`.
 * @returns whether mentions were found and the card of one has opened
 */
export async function showCard(driver: Driver, desk: Page, url: string): Promise<boolean> {
  const page = await driver.newPage();
  await page.setViewport(TALL);
  await page.goto(url);
  const rows = await settled(() => readRows(page, desk));
  if (!rows) return fail('nothing was found on the demo page');
  printTable([['surface', 'entity', 'grade', 'reason'], ...rows]);

  await page.setViewport(USUAL);
  await settled(async () => (await marks(page)).includes(NAME) || undefined);
  await hover(page, NAME);
  const card = await settled(async () => {
    const open = await readCard(driver, page);
    return open?.busy === false ? open : undefined;
  });
  if (!card) return fail(`no card has opened for ${NAME}`);
  console.log(`\ncard: ${card.name}`);
  console.log(`screenshot: ${await screenshot(page, 'start')}`);
  return true;
}

/** @returns surface, entities, grade and reason of every mention, once the background and the page agree on them */
async function readRows(page: Page, desk: Page): Promise<string[][] | undefined> {
  const tab = await tabIdOf(desk, page.url());
  const key = `document:${tab}:0`;
  const stored = await desk.evaluate((name) => chrome.storage.session.get(name), key);
  const kept = v.safeParse(Kept, stored[key]);
  if (!kept.success) return undefined;
  const { blocks, targets } = kept.output;
  const surfaces = await marks(page);
  const found = Object.values(blocks).flatMap((triples) => triples.filter((_, at) => at % 3 === 2));
  if (found.length === 0 || found.length !== surfaces.length) return undefined;
  return surfaces.map((surface, at) => {
    const target = targets[found[at] ?? -1];
    if (!target) return [surface];
    const ids = target.entities.map((key) => key.slice(key.indexOf('/') + 1));
    return [surface.replaceAll('\u00ad', ''), ids.join(' or '), target.grade, explain(target.because)];
  });
}

/** Asks until there is an answer, and gives up after `PATIENCE`. */
async function settled<Answer>(ask: () => Promise<Answer | undefined>): Promise<Answer | undefined> {
  const end = Date.now() + PATIENCE;
  while (Date.now() < end) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return undefined;
}

function printTable(rows: string[][]): void {
  const [head = []] = rows;
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: string[]) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  const [first = '', ...rest] = rows.map(line);
  console.log(['', first, widths.map((width) => '-'.repeat(width)).join('  '), ...rest].join('\n'));
}

function fail(problem: string): false {
  console.error(`\nnpm start: ${problem}.`);
  return false;
}
