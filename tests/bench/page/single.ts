/** Figures of one page each: the heap of a tab, the longest task, the first mark, the card. */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Page } from 'puppeteer-core';
import { newsText } from '../seeded.ts';
import { whenRead } from './busy.ts';
import { type Lab, OURS, wait } from './lab.ts';
import { article } from './pages.ts';
import { median, type Samples } from './statistics.ts';
import { recordTasks, workOf } from './trace.ts';

const LONG_PAGE = { characters: 5_000_000, nodes: 100_000 };
/** Of a card's delay: what comes after it is ours to answer for. */
const DWELL_MS = 300;

export const SINGLE_PAGES: Record<string, () => string> = {
  '/tab.html': () => article(newsText(100_000)),
  '/long.html': longPage,
};

function longPage(): string {
  const text = newsText(LONG_PAGE.characters).replaceAll('\u2029', ' ');
  const length = LONG_PAGE.characters / LONG_PAGE.nodes;
  const lines = Array.from({ length: LONG_PAGE.nodes }, (_, at) =>
    text.slice(at * length, (at + 1) * length),
  );
  return article(lines.join('\u2029'));
}

/** @returns bytes of the tab's heap with what is in use, after the garbage has gone */
export async function heap(lab: Lab, rounds: number, samples: Samples, label: string): Promise<number> {
  const sizes: number[] = [];
  const url = `${lab.server.origin}/tab.html`;
  for (let round = 0; round < rounds; round++) {
    const page = await lab.sidelight.newPage();
    await page.bringToFront();
    await page.goto(url, { waitUntil: 'load' });
    await whenRead(lab, url);
    const session = await page.createCDPSession();
    // Twice: what the first finds dead may hold what only the second can free.
    await session.send('HeapProfiler.collectGarbage');
    await session.send('HeapProfiler.collectGarbage');
    sizes.push((await session.send('Runtime.getHeapUsage')).usedSize);
    await page.close();
  }
  samples.add(`heap/${label}`, ...sizes);
  return median(sizes);
}

/** @returns milliseconds of our longest task on a page of 5 MB in 100,000 text nodes */
export async function longestTask(lab: Lab, rounds: number, samples: Samples): Promise<number> {
  const longest: number[] = [];
  const url = `${lab.server.origin}/long.html`;
  for (let round = 0; round < rounds; round++) {
    const page = await lab.sidelight.newPage();
    await page.bringToFront();
    const tasks = await recordTasks(page, async () => {
      await page.goto(url, { waitUntil: 'load' });
      await whenRead(lab, url);
    });
    const work = workOf(tasks, OURS);
    longest.push(Math.max(...work.map(({ cpu }) => cpu)));
    samples.add('longest_task/wall_ms', Math.max(...work.map(({ wall }) => wall)));
    await page.close();
  }
  samples.add('longest_task/ms', ...longest);
  return median(longest);
}

/** @returns milliseconds from the page's being interactive to its first mark */
export async function firstMark(
  lab: Lab,
  rounds: number,
  samples: Samples,
  background: 'running' | 'stopped',
): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const page = await lab.sidelight.newPage();
    await page.bringToFront();
    await page.evaluateOnNewDocument(() => {
      const timer = setInterval(() => {
        if (CSS.highlights.size === 0) return;
        performance.mark('first mark');
        clearInterval(timer);
      });
    });
    if (background === 'stopped') await lab.sidelight.stopBackground();
    await page.goto(`${lab.server.origin}/demo-news.html`, { waitUntil: 'load' });
    await page.waitForFunction(() => performance.getEntriesByName('first mark').length > 0);
    times.push(await page.evaluate(sinceInteractive));
    await page.close();
    await wait(200);
  }
  samples.add(`first_mark/${background}_ms`, ...times);
  return median(times);
}

function sinceInteractive(): number {
  const [navigation] = performance.getEntriesByType('navigation');
  const [mark] = performance.getEntriesByName('first mark');
  const interactive: unknown = Reflect.get(navigation ?? {}, 'domInteractive');
  return (mark?.startTime ?? Number.NaN) - Number(interactive);
}

/** Milliseconds from the end of the card's delay until the frame with the card was painted. */
export interface DwellToCard {
  /** Of the first card of a page, with what its script costs. */
  first: number;
  /** Of the next one there. */
  next: number;
}

/** @returns the medians */
export async function dwellToCard(lab: Lab, rounds: number, samples: Samples): Promise<DwellToCard> {
  const first: number[] = [];
  const next: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const page = await lab.sidelight.newPage();
    await page.bringToFront();
    const url = `${lab.server.origin}/demo-news.html`;
    await page.goto(url, { waitUntil: 'load' });
    await whenRead(lab, url);
    await wait(300);
    const without = await elements(page);
    first.push(await openCard(page, 0));
    await page.mouse.move(1, 1);
    while ((await elements(page)) !== without) await wait(100);
    next.push(await openCard(page, 1));
    await page.close();
  }
  samples.add('dwell_to_card/first_ms', ...first);
  samples.add('dwell_to_card/next_ms', ...next);
  return { first: median(first), next: median(next) };
}

const elements = (page: Page) => page.evaluate(() => document.getElementsByTagName('*').length);

/** @param nth of the marks in view, from 0 */
async function openCard(page: Page, nth: number): Promise<number> {
  const point = await page.evaluate((wanted) => {
    const boxes = [...CSS.highlights.values()]
      .flatMap((highlight) => [...highlight.keys()])
      .flatMap((range) => (range instanceof Range ? [...range.getClientRects()].slice(0, 1) : []))
      .filter(({ top, bottom }) => top > 0 && bottom < innerHeight);
    const box = boxes[wanted];
    const page = document.documentElement;
    page.title = '';
    let moved = 0;
    addEventListener('pointermove', ({ timeStamp }) => {
      moved = timeStamp;
    });
    const watch = new MutationObserver((records) => {
      if (!records.some(({ addedNodes }) => addedNodes.length > 0)) return;
      watch.disconnect();
      // A message that is sent before a frame is drawn comes when it was.
      const drawn = new MessageChannel();
      drawn.port1.onmessage = () => {
        page.title = String(performance.now() - moved);
      };
      requestAnimationFrame(() => drawn.port2.postMessage(null));
    });
    watch.observe(page, { childList: true, subtree: true });
    return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
  }, nth);
  if (point === null) throw new Error('the page has no mark in view');
  await page.mouse.move(point.x, point.y, { steps: 4 });
  await page.waitForFunction(() => document.documentElement.title !== '');
  return Number(await page.evaluate(() => document.documentElement.title)) - DWELL_MS;
}

/** @returns bytes as they travel */
export function gzipped(path: string): number {
  return gzipSync(readFileSync(path), { level: 9 }).byteLength;
}
