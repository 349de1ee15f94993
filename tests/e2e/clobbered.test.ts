import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import { clickInCard, readCard } from './harness/card.ts';
import { ask, tabIdOf } from './harness/extension.ts';
import { hoverMark, marks } from './harness/page.ts';
import { it } from './harness/suite.ts';

const NAMES = ['Ebrahim Raisi', 'Maryam Rajavi', 'Mostafa Pourmohammadi'];

/** Waits for a name to be counted: until then the page's built-ins throw, and nothing can be asked of the page. */
async function openPoisoned(desk: Page, page: Page, url: string, name: string): Promise<void> {
  await page.goto(url);
  const tabId = await tabIdOf(desk, url);
  await expect
    .poll(async () => (await ask(desk, 'tabState', { tabId })).mentions.map((mention) => mention.name))
    .toContain(name);
  await page.evaluate('poison(false)');
}

describe('a page whose elements and built-ins stand in for what scripts ask for', () => {
  it('is read and marked as any other', async ({ desk, page, server }) => {
    await openPoisoned(desk, page, `${server.origin}/clobbered.html`, 'Mostafa Pourmohammadi');
    await expect.poll(() => marks(page)).toEqual(NAMES);
  });

  it('has cards, which can be used and go without a trace', async ({ desk, driver, page, server }) => {
    await openPoisoned(desk, page, `${server.origin}/clobbered.html`, 'Mostafa Pourmohammadi');
    for (const name of ['Maryam Rajavi', 'Ebrahim Raisi']) {
      await expect.poll(() => marks(page)).toContain(name);
      await hoverMark(page, name);
      await expect.poll(() => readCard(driver, page)).toMatchObject({ name, busy: false });
    }
    const { box } = (await readCard(driver, page)) ?? {};
    expect(box?.width).toBeGreaterThan(300);
    await clickInCard(driver, page, 'Judiciary of Iran');
    await expect.poll(async () => (await readCard(driver, page))?.text).toContain('Back');
    await page.keyboard.press('Escape');
    await expect.poll(() => readCard(driver, page)).toBeNull();
  });

  it('is left when its site is switched off', async ({ desk, page, server }) => {
    await openPoisoned(desk, page, `${server.origin}/clobbered.html`, 'Mostafa Pourmohammadi');
    await expect.poll(() => marks(page)).toEqual(NAMES);
    await ask(desk, 'setMode', { site: '127.0.0.1', mode: 'off' });
    await expect.poll(() => marks(page)).toEqual([]);
    await ask(desk, 'setMode', { site: '127.0.0.1', mode: 'marks' });
    await expect.poll(() => marks(page)).toEqual(NAMES);
  });

  it('leaves no error behind', async ({ driver }) => {
    expect(await driver.extensionErrors()).toEqual([]);
  });
});

/** Documents in one page, pages in the suite, and pages in the long run: 5,000 documents. */
const COUNT = 100;
const PAGES = process.env.SIDELIGHT_LONG === undefined ? 5 : 50;

/** The words that are marked in each document of the page. */
function marksByDocument(page: Page): Promise<string[][]> {
  return page.evaluate(() => {
    const sections = [...Document.prototype.querySelectorAll.call(document, 'section')];
    const found = sections.map((): { at: number; words: string }[] => []);
    for (const highlight of CSS.highlights.values()) {
      for (const range of highlight.keys()) {
        if (!(range instanceof Range)) continue;
        const index = sections.findIndex((section) => section.contains(range.startContainer));
        const section = sections[index];
        if (section === undefined) continue;
        const before = new Range();
        before.setStart(section, 0);
        before.setEnd(range.startContainer, range.startOffset);
        found[index]?.push({ at: before.toString().length, words: range.toString() });
      }
    }
    return found.map((marked) => marked.sort((a, b) => a.at - b.at).map(({ words }) => words));
  });
}

describe('documents with and without clobbering', () => {
  it(`have the same marks: ${PAGES * COUNT} generated ones`, { timeout: PAGES * 20_000 }, async ({
    desk,
    page,
    server,
  }) => {
    let marked = 0;
    for (let seed = 1; seed <= PAGES; seed++) {
      const url = `${server.origin}/generated.html?seed=${seed}&count=${COUNT}`;
      await page.goto(url);
      await expect.poll(() => marks(page)).toContain('Tahar Boumedra');
      const plain = await marksByDocument(page);
      marked += plain.flat().length;
      await openPoisoned(desk, page, `${url}&clobbered`, 'Tahar Boumedra');
      await expect.poll(() => marksByDocument(page), { message: url }).toEqual(plain);
    }
    // Some two in each.
    expect(marked).toBeGreaterThan(PAGES * COUNT);
  });
});
