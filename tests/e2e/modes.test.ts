import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import { readCard } from './harness/card.ts';
import { ask, openPopup, tabIdOf } from './harness/extension.ts';
import { hover, leave, marks } from './harness/page.ts';
import { it } from './harness/suite.ts';

const SITE = '127.0.0.1';

describe('switching a site off', () => {
  it('in the popup removes every trace in all its open tabs', async ({
    desk,
    driver,
    page: first,
    server,
  }) => {
    const second = await driver.newPage();
    const tabs = [
      { page: first, url: `${server.origin}/inline.html`, name: 'Ebrahim Raisi' },
      { page: second, url: `${server.origin}/rtl.html`, name: 'Roger Gale' },
    ];
    await ask(desk, 'setMode', { site: SITE, mode: 'off' });
    for (const { page, url } of tabs) await page.goto(url);
    const before = await Promise.all(tabs.map(({ page }) => traces(page)));
    expect(before.flatMap(({ highlights }) => highlights)).toEqual([]);

    await ask(desk, 'setMode', { site: SITE, mode: 'marks' });
    for (const { page, name } of tabs) {
      await page.bringToFront();
      await expect.poll(() => marks(page)).toContain(name);
      await hover(page, name);
      await expect.poll(() => readCard(driver, page)).not.toBeNull();
      await leave(page);
      await expect.poll(() => readCard(driver, page)).toBeNull();
    }
    const painted = await Promise.all(tabs.map(({ page }) => traces(page)));

    const popup = await openPopup(driver, desk, first);
    await popup.click('label:has([value=off])');
    for (const [at, { page }] of tabs.entries()) {
      await expect.poll(() => traces(page)).toEqual(before[at]);
      const names = painted[at]?.highlights ?? [];
      await expect.poll(() => styledNames(page, names)).toEqual([]);
    }
    await popup.close();
    await second.close();
  });

  it('leaves pages alone that are opened later', async ({ desk, page, server }) => {
    await ask(desk, 'setMode', { site: SITE, mode: 'off' });
    await page.goto(`${server.origin}/inline.html`);
    const tabId = await tabIdOf(desk, page.url());
    expect(await ask(desk, 'tabState', { tabId })).toMatchObject({
      mode: 'off',
      unread: 'off',
      mentions: [],
    });
    expect(await marks(page)).toEqual([]);
    await ask(desk, 'setMode', { site: SITE, mode: 'marks' });
  });
});

describe('quiet', () => {
  it('lists what is mentioned and writes nothing into the page', async ({ desk, page, server }) => {
    await ask(desk, 'setMode', { site: SITE, mode: 'quiet' });
    await page.goto(`${server.origin}/inline.html`);
    const tabId = await tabIdOf(desk, page.url());
    await expect
      .poll(async () => (await ask(desk, 'tabState', { tabId })).mentions)
      .toContainEqual(expect.objectContaining({ name: 'Ebrahim Raisi', count: 1 }));
    expect((await traces(page)).highlights).toEqual([]);
    await ask(desk, 'setMode', { site: SITE, mode: 'marks' });
  });
});

/** What a script of the page can see of the extension. */
function traces(page: Page): Promise<{ highlights: string[]; html: string }> {
  return page.evaluate(() => ({
    highlights: [...CSS.highlights.keys()],
    html: document.documentElement.outerHTML,
  }));
}

/** @returns those names of highlights that the page has a style for */
function styledNames(page: Page, names: string[]): Promise<string[]> {
  return page.evaluate((candidates) => {
    const unstyled = getComputedStyle(document.body, '::highlight(nobody-uses-this)').textDecoration;
    return candidates.filter(
      (name) => getComputedStyle(document.body, `::highlight(${name})`).textDecoration !== unstyled,
    );
  }, names);
}

describe('the look of marks', () => {
  it('changes at once in open tabs', async ({ desk, page, server }) => {
    await page.goto(`${server.origin}/inline.html`);
    await expect.poll(() => marks(page)).toContain('Ebrahim Raisi');
    const lineOf = () =>
      page.evaluate(() => {
        const [name] = CSS.highlights.keys();
        return getComputedStyle(document.body, `::highlight(${name})`).textDecorationStyle;
      });
    await expect.poll(lineOf).toBe('solid');
    await ask(desk, 'setMarkStyle', { style: 'dotted' });
    await expect.poll(lineOf).toBe('dotted');
    await ask(desk, 'setMarkStyle', { style: 'underline' });
    await expect.poll(lineOf).toBe('solid');
  });
});
