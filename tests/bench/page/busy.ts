/** Pages that work: nodes added without end, frames with thousands of mentions, a pointer that moves. */
import type { Page } from 'puppeteer-core';
import type { Driver } from '../../e2e/harness/driver.ts';
import { ask, tabIdOf } from '../../e2e/harness/extension.ts';
import { names, newsText } from '../seeded.ts';
import { inPeerWorld, type Lab, OURS, PEER, wait } from './lab.ts';
import { article } from './pages.ts';
import { median, type Samples } from './statistics.ts';
import { allOf, recordTasks, renderingOf, type Task, workOf } from './trace.ts';

const STORM_SECONDS = 2;
const NODES_A_SECOND = 5_000;
const NODES_AT_ONCE = 100;

const MENTIONS = 10_000;
const MENTIONS_A_PARAGRAPH = 5;
const FRAMES = 120;

const STROKES = 30;
const MOVES_A_STROKE = 20;
/** Longer than it takes to ask what lies under the pointer, shorter than a card's delay. */
const REST_MS = 120;

/** What of the names the pages mention: the pack of them is in use. */
const KNOWN = names(100);

export const BUSY_PAGES: Record<string, () => string> = {
  '/storm.html': () => article(`${KNOWN[0]} has come.\u2029${newsText(2_000)}`),
  '/mentions.html': () => mentionsPage(),
};

function mentionsPage(): string {
  const paragraphs = Array.from({ length: MENTIONS / MENTIONS_A_PARAGRAPH }, (_, at) => {
    const known = Array.from(
      { length: MENTIONS_A_PARAGRAPH },
      (_, nth) => KNOWN[(at * MENTIONS_A_PARAGRAPH + nth) % KNOWN.length],
    );
    return `${known.join(' met with ')} and went on as before.`;
  });
  return article(paragraphs.join('\u2029'));
}

/** @returns the share of the main thread that is ours while the page adds nodes */
export async function mutationStorm(lab: Lab, rounds: number, samples: Samples): Promise<number> {
  const scripts: number[] = [];
  const ours: number[] = [];
  const plain: number[] = [];
  const share = async (driver: Driver) => {
    let ms = 0;
    const tasks = await onPage(driver, `${lab.server.origin}/storm.html`, lab, async (page) => {
      ms = await storm(page);
    });
    return { script: totalOf(tasks) / ms, rendering: renderingOf(tasks) / ms };
  };
  for (let round = 0; round < rounds; round++) {
    const withOurs = await share(lab.sidelight);
    scripts.push(withOurs.script);
    ours.push(withOurs.rendering);
    plain.push((await share(lab.plain)).rendering);
  }
  samples.add('mutation_storm/script_share', ...scripts);
  samples.add('mutation_storm/rendering_share', ...ours);
  samples.add('mutation_storm/rendering_share_without', ...plain);
  return median(scripts) + median(ours) - median(plain);
}

/** @returns milliseconds that it took: a page that is late is not storming any faster */
async function storm(page: Page): Promise<number> {
  const text = newsText(200_000);
  return page.evaluate(
    (words, perSecond, atOnce, seconds) =>
      new Promise<number>((resolve) => {
        const started = performance.now();
        let added = 0;
        const timer = setInterval(
          () => {
            for (let count = 0; count < atOnce; count++, added++) {
              const line = document.createElement('p');
              const start = (added * 40) % (words.length - 60);
              line.textContent = words.slice(start, start + 40);
              document.body.append(line);
            }
            if (added < perSecond * seconds) return;
            clearInterval(timer);
            resolve(performance.now() - started);
          },
          (1_000 * atOnce) / perSecond,
        );
      }),
    text,
    NODES_A_SECOND,
    NODES_AT_ONCE,
    STORM_SECONDS,
  );
}

/** @returns the main thread's time for a frame in which the page changes, over the same without Sidelight */
export async function frameWithMentions(lab: Lab, rounds: number, samples: Samples): Promise<number> {
  const ours: number[] = [];
  const plain: number[] = [];
  const url = `${lab.server.origin}/mentions.html`;
  for (let round = 0; round < rounds; round++) {
    ours.push(allOf(await onPage(lab.sidelight, url, lab, changeFrames)) / FRAMES);
    plain.push(allOf(await onPage(lab.plain, url, lab, changeFrames)) / FRAMES);
  }
  samples.add('frame_with_10k_mentions/ours_ms', ...ours);
  samples.add('frame_with_10k_mentions/without_ms', ...plain);
  return median(ours) / median(plain);
}

/** Changes a paragraph in view, its text and its size, once a frame. */
async function changeFrames(page: Page): Promise<void> {
  await page.evaluate(async (frames) => {
    const paragraphs = document.querySelectorAll('p');
    for (let frame = 0; frame < frames; frame++) {
      const paragraph = paragraphs[frame % 10];
      if (paragraph) {
        paragraph.append(` ${frame}`);
        paragraph.style.paddingInlineStart = `${frame % 7}px`;
      }
      await new Promise(requestAnimationFrame);
    }
  }, FRAMES);
}

/** @returns what a move of the pointer costs, over `elementFromPoint` in a listener of its own */
export async function hover(lab: Lab, rounds: number, samples: Samples): Promise<number> {
  const url = `${lab.server.origin}/mentions.html`;
  const ours: number[] = [];
  const floor: number[] = [];
  const moves = STROKES * MOVES_A_STROKE;
  for (let round = 0; round < rounds; round++) {
    ours.push(totalOf(await onPage(lab.sidelight, url, lab, movePointer)) / moves);
    const asking = async (page: Page) => inPeerWorld(page, { module: 'ask-at-pointer' });
    const tasks = await onPage(lab.plain, url, lab, movePointer, asking);
    floor.push(totalOf(tasks, PEER) / moves);
  }
  samples.add('hover/ours_ms', ...ours);
  samples.add('hover/elementFromPoint_ms', ...floor);
  return median(ours) / median(floor);
}

async function movePointer(page: Page): Promise<void> {
  for (let stroke = 0; stroke < STROKES; stroke++) {
    const y = 20 + stroke * 20;
    await page.mouse.move(20, y);
    await page.mouse.move(900, y + 15, { steps: MOVES_A_STROKE - 1 });
    await wait(REST_MS);
  }
}

/** Opens a page, lets it be read, and gives what its main thread does while something happens. */
async function onPage(
  driver: Driver,
  url: string,
  lab: Lab,
  happening: (page: Page) => Promise<void>,
  before: (page: Page) => Promise<void> = async () => {},
): Promise<Task[]> {
  const page = await driver.newPage();
  try {
    await page.bringToFront();
    await page.goto(url, { waitUntil: 'load' });
    if (driver === lab.sidelight) await whenRead(lab, url);
    await wait(500);
    await before(page);
    return await recordTasks(page, async () => {
      await happening(page);
      await wait(300);
    });
  } finally {
    await page.close();
  }
}

/** Milliseconds after which a page without mentions is called an error. */
const READ_LIMIT_MS = 60_000;

/** Resolves when no more mentions are found on a page that has some. */
export async function whenRead(lab: Lab, url: string): Promise<void> {
  const tabId = await tabIdOf(lab.desk, url);
  const counted = async () => {
    const { mentions } = await ask(lab.desk, 'tabState', { tabId });
    return mentions.reduce((sum, { count }) => sum + count, 0);
  };
  const until = performance.now() + READ_LIMIT_MS;
  let before = -1;
  for (let now = await counted(); now !== before || now === 0; now = await counted()) {
    if (performance.now() > until) throw new Error(`nothing is found on ${url}`);
    before = now;
    await wait(300);
  }
}

function totalOf(tasks: readonly Task[], owner = OURS): number {
  return workOf(tasks, owner).reduce((sum, { cpu }) => sum + cpu, 0);
}
