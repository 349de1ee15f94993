import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import { type CardView, readCard } from './harness/card.ts';
import type { Driver } from './harness/driver.ts';
import { hoverMark, marks } from './harness/page.ts';
import { it } from './harness/suite.ts';

const NAMES = [
  'Ebrahim Raisi',
  'مریم رجوی',
  'Navid Afkari',
  'Mostafa Pourmohammadi',
  'Hossein-Ali Nayeri',
  'Betty Booth\u00adroyd',
];

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** The lines of a mark, in client coordinates. */
function linesOf(page: Page, words: string): Promise<Box[]> {
  return page.evaluate((wanted) => {
    const ranges = [...CSS.highlights.values()].flatMap((highlight) => [...highlight.keys()]);
    const range = ranges.find((each) => each instanceof Range && each.toString() === wanted);
    if (!(range instanceof Range)) return [];
    return [...range.getClientRects()].map(({ left, right, top, bottom }) => ({ left, right, top, bottom }));
  }, words);
}

async function cardOver(driver: Driver, page: Page, words: string, line: number): Promise<CardView> {
  await hoverMark(page, words, line);
  await expect.poll(() => readCard(driver, page)).toMatchObject({ busy: false });
  const card = await readCard(driver, page);
  if (card === null) throw new Error('the card has closed');
  return card;
}

interface Layout {
  how: string;
  words: string;
  name: string;
  lines: number;
}

const LATIN = { words: 'Ebrahim Raisi', name: 'Ebrahim Raisi', lines: 1 };
const LAYOUTS: Layout[] = [
  { ...LATIN, how: '' },
  { ...LATIN, how: 'zoomed' },
  { ...LATIN, how: 'zoomed-body' },
  { ...LATIN, how: 'turned' },
  { ...LATIN, how: 'columns' },
  { ...LATIN, how: 'wrapped', lines: 2 },
  { how: 'right-to-left', words: 'مریم رجوی', name: 'Maryam Rajavi', lines: 2 },
  { ...LATIN, how: 'vertical' },
  { ...LATIN, how: 'scrolled' },
];

describe('a page that moves, turns and stretches its lines', () => {
  for (const { how, words, name, lines } of LAYOUTS) {
    it(`is marked, and each line of a mark has its card beside it: ${how || 'plain'}`, async ({
      driver,
      page,
      server,
    }) => {
      await page.goto(`${server.origin}/layout.html#${how}`);
      await expect.poll(() => marks(page)).toContain(words);
      const boxes = await linesOf(page, words);
      expect(boxes.length).toBe(lines);
      for (const line of boxes.keys()) {
        const { name: shown, box } = await cardOver(driver, page, words, line);
        expect(shown).toBe(name);
        // Its size is its own, whatever the page's is.
        expect(Math.round(box.width)).toBe(406);
        expect(box.x).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width).toBeLessThanOrEqual(1280);
        expect(box.y).toBeGreaterThanOrEqual(0);
        expect(box.y + box.height).toBeLessThanOrEqual(800);
        for (const { top, bottom } of boxes)
          expect(box.y >= bottom || box.y + box.height <= top, `card ${box.y}, line ${top}`).toBe(true);
        await page.keyboard.press('Escape');
        await expect.poll(() => readCard(driver, page)).toBeNull();
        // What Escape has closed stays closed until the pointer has rested elsewhere.
        await page.mouse.move(2, 2);
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    });
  }

  it('is marked under ruby, in tables, lists and buttons', async ({ page, server }) => {
    await page.goto(`${server.origin}/layout.html`);
    await expect.poll(() => marks(page)).toEqual(NAMES);
  });

  it('has its cards at twice the pixels too', async ({ driver, page, server }) => {
    await page.setViewport({ width: 1280, height: 800, deviceScaleFactor: 2 });
    await page.goto(`${server.origin}/layout.html`);
    await expect.poll(() => marks(page)).toEqual(NAMES);
    expect((await cardOver(driver, page, 'Ebrahim Raisi', 0)).name).toBe('Ebrahim Raisi');
  });
});

describe('what a reader does with the page', () => {
  it('a button that holds a name is pressed', async ({ page, server }) => {
    await page.goto(`${server.origin}/layout.html`);
    await expect.poll(() => marks(page)).toEqual(NAMES);
    await hoverMark(page, 'Hossein-Ali Nayeri');
    await page.mouse.down();
    await page.mouse.up();
    expect(await page.$eval('#button', (button) => button.hasAttribute('data-pressed'))).toBe(true);
  });

  it('words are selected across a mark, and no card opens meanwhile', async ({ driver, page, server }) => {
    await page.goto(`${server.origin}/layout.html`);
    await expect.poll(() => marks(page)).toEqual(NAMES);
    const [line] = await linesOf(page, 'Ebrahim Raisi');
    if (line === undefined) throw new Error('no line');
    const y = (line.top + line.bottom) / 2;
    await page.mouse.move(line.left - 30, y);
    await page.mouse.down();
    await page.mouse.move((line.left + line.right) / 2, y, { steps: 5 });
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(await readCard(driver, page)).toBeNull();
    await page.mouse.move(line.right, y, { steps: 5 });
    await page.mouse.up();
    expect(await page.evaluate(() => String(getSelection()))).toMatch(/Ebrahim Raisi$/u);
  });
});
