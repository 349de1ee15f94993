/** Visits a page with the probes in it and does what a reader and a page do, the same each time. */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import type { Mode } from '../../../src/messages/page.ts';
import { bundle } from '../harness/bundle.ts';
import type { Driver } from '../harness/driver.ts';
import { ask, tabIdOf } from '../harness/extension.ts';
import type * as InPage from './in-page.ts';
import type { Probe, Snapshot, Surroundings } from './probe.ts';

declare const subject: typeof InPage;

const ENTRY = fileURLToPath(new URL('in-page.ts', import.meta.url));

/** Longer than a card's delay: what comes late has had its time. Only waits hang on it, no result. */
const REST_MS = 600;
const SETTLE_MS = 300;

/** A page that is not read by then never will be. */
const PATIENCE_MS = 30_000;
const LOOK_MS = 20;

/** A person of the bundled pack that the paragraph names which is added to each page. */
export const MENTIONED = 'Maryam Rajavi';

/** How a visit knows that Sidelight has done what it does: without Sidelight there is nothing to wait for. */
export interface Follower {
  /** Resolves when the page is known to mention somebody, or no longer to. */
  mentions(page: Page, name: string, there: boolean): Promise<void>;
}

export const nobody: Follower = { mentions: async () => {} };

/** @param desk a page of the extension */
export function followerAt(desk: Page): Follower {
  return {
    async mentions(page, name, there) {
      const tabId = await tabIdOf(desk, page.url());
      for (let waited = 0; waited < PATIENCE_MS; waited += LOOK_MS) {
        const { mentions } = await ask(desk, 'tabState', { tabId });
        if (mentions.some((mention) => mention.name === name) === there) return;
        await wait(LOOK_MS);
      }
      throw new Error(`${name} is ${there ? 'not yet' : 'still'} counted on ${page.url()}`);
    },
  };
}

/** Puts the probes into all documents that a tab will show. */
export async function preparePage(driver: Driver, surroundings: Surroundings): Promise<Page> {
  const page = await driver.newPage();
  await page.evaluateOnNewDocument(`${await bundle(ENTRY)}\nsubject.start(${JSON.stringify(surroundings)});`);
  return page;
}

/** Opens a page, scrolls through it, adds a paragraph and takes it away again, and lets all of it be read. No pointer moves. */
export async function readPage(page: Page, url: string, follower: Follower): Promise<Snapshot> {
  await readWithParagraph(page, url, follower);
  await page.evaluate(() => subject.removeParagraph());
  await follower.mentions(page, MENTIONED, false);
  await wait(SETTLE_MS);
  return page.evaluate(() => subject.collect());
}

/** Reads a page in the same way, and rests the pointer on the mention that was added. @returns how many marks there were */
export async function readMarked(page: Page, url: string, follower: Follower): Promise<number> {
  await readWithParagraph(page, url, follower);
  await restOn(page, MENTIONED);
  return page.evaluate(() => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0));
}

async function readWithParagraph(page: Page, url: string, follower: Follower): Promise<void> {
  await page.bringToFront();
  await open(page, url);
  await page.evaluate(() => subject.scrollThrough());
  await page.evaluate((words) => subject.addParagraph(words), `${MENTIONED} was added by the page.`);
  await follower.mentions(page, MENTIONED, true);
}

/** By the page itself: Firefox's driver takes a frame of a page whose address is refused for the page that is to open. */
async function open(page: Page, url: string): Promise<void> {
  const opened = page.waitForNavigation({ waitUntil: 'load' });
  await page.evaluate((address) => location.assign(address), url);
  await opened;
}

/** As a reader would, by the page's own scroll bar, once what was done has had its time. */
export async function scrollBack(page: Page): Promise<void> {
  await wait(SETTLE_MS);
  await page.evaluate(() => subject.scrollThrough());
  await wait(SETTLE_MS);
}

/** Rests the pointer on words, then takes it away. */
export async function restOn(page: Page, words: string): Promise<Snapshot> {
  const point = await page.evaluate((sought) => subject.pointOf(sought), words);
  if (point === null) throw new Error(`the page does not show "${words}"`);
  await page.mouse.move(point.x, point.y, { steps: 4 });
  await wait(REST_MS);
  // To the side, where there is nothing to scroll.
  await page.mouse.wheel({ deltaX: 10 });
  await page.mouse.move(2, 2, { steps: 4 });
  await wait(SETTLE_MS);
  return page.evaluate(() => subject.collect());
}

export const kindsOf = (page: Page): Promise<Record<string, Probe['kind']>> =>
  page.evaluate(() => subject.kinds());

export const collect = (page: Page): Promise<Snapshot> => page.evaluate(() => subject.collect());

/** @returns names of the probes that differ, in alphabetical order */
export function differing(a: Snapshot, b: Snapshot): string[] {
  return Object.keys({ ...a, ...b })
    .filter((name) => JSON.stringify(a[name]) !== JSON.stringify(b[name]))
    .sort();
}

/** @returns paths of all files in a folder of an unpacked extension */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => `${parentPath}/${name}`.slice(folder.length).replace(/^\/+/u, ''))
    .sort();
}

export function setMode(desk: Page, site: string, mode: Mode): Promise<null> {
  return ask(desk, 'setMode', { site, mode });
}

export function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
