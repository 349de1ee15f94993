import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import type { browser } from 'wxt/browser';
import { ask, openPopup, tabIdOf } from './harness/extension.ts';
import { marks, screenshot } from './harness/page.ts';
import { it } from './harness/suite.ts';

/** In a page of the extension; Firefox has it under this name too. */
declare const chrome: typeof browser;

const SITE = '127.0.0.1';
const NAME = 'Ebrahim Raisi';

const textOf = (page: Page, selector: string) =>
  page.evaluate((wanted) => document.querySelector(wanted)?.textContent ?? null, selector);

/** What has the focus: its label, or its words. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    return element?.ariaLabel ?? element?.textContent?.trim() ?? '';
  });

/** Which paragraph of `jump.html` can be seen, whole, where it stands. */
const inView = (page: Page) =>
  page.evaluate(() =>
    ['one', 'two', 'three'].filter((id) => {
      const paragraph = document.getElementById(id);
      const { top, bottom, left, height } = paragraph?.getBoundingClientRect() ?? new DOMRect();
      const seen = document.elementFromPoint(left + 5, top + height / 2);
      return top >= 0 && bottom <= innerHeight && seen === paragraph;
    }),
  );

/** How many highlights the page has: a jump adds one for a moment. */
const highlights = (page: Page) => page.evaluate(() => CSS.highlights.size);

describe('the popup', () => {
  it('lists who is mentioned on the page, with counts', async ({ desk, driver, page, server }) => {
    await page.goto(`${server.origin}/demo-news.html`);
    await expect.poll(() => marks(page)).toContain('Maryam Rajavi');
    const popup = await openPopup(driver, desk, page);
    await expect
      .poll(() => popup.$$eval('li', (rows) => rows.map((row) => row.textContent ?? '')))
      .toEqual(
        expect.arrayContaining([
          expect.stringMatching(/^Ebrahim Raisi, \d mentions\./u),
          expect.stringMatching(/^Navid Afkari, 1 mention\./u),
        ]),
      );
    await screenshot(popup, `popup-${driver.kind}`);
    await popup.close();
  });

  it('takes the marks out of the page and brings them back', async ({ desk, driver, page, server }) => {
    await page.goto(`${server.origin}/inline.html`);
    await expect.poll(() => marks(page)).toContain(NAME);
    const popup = await openPopup(driver, desk, page);
    for (const mode of ['off', 'quiet']) {
      await popup.bringToFront();
      await popup.click(`label:has([value=${mode}])`);
      await expect.poll(() => marks(page)).toEqual([]);
      await popup.bringToFront();
      await popup.click('label:has([value=marks])');
      await page.bringToFront();
      await expect.poll(() => marks(page)).toContain(NAME);
    }
    await popup.close();
  });

  it('says which rule decides, and takes it away', async ({ desk, driver, page, server }) => {
    await page.goto(`${server.origin}/inline.html`);
    await ask(desk, 'setMode', { site: SITE, mode: 'quiet' });
    const popup = await openPopup(driver, desk, page);
    await expect.poll(() => textOf(popup, '.decided')).toContain('By your rule for this site.');
    await popup.click('.decided button');
    await expect.poll(() => textOf(popup, '.decided')).toBe('By your choice for all sites.');
    await page.bringToFront();
    await expect.poll(() => marks(page)).toContain(NAME);
    await popup.close();
  });

  it('pauses everywhere, and resumes', async ({ desk, driver, page, server }) => {
    await page.goto(`${server.origin}/inline.html`);
    await expect.poll(() => marks(page)).toContain(NAME);
    const popup = await openPopup(driver, desk, page);
    await popup.click('.pause summary');
    await popup.click('.pause .choices button:last-of-type');
    await expect.poll(() => textOf(popup, '.message h2')).toBe('Sidelight is paused');
    await expect.poll(() => marks(page)).toEqual([]);
    await popup.click('.message button');
    await page.bringToFront();
    await expect.poll(() => marks(page)).toContain(NAME);
    await popup.close();
  });

  it('says that a page of the browser cannot be read', async ({ desk, driver }) => {
    const tabId = await desk.evaluate(async () => (await chrome.tabs.getCurrent())?.id);
    const popup = await driver.openExtensionPage(`popup.html?tab=${tabId}`);
    await expect.poll(() => textOf(popup, '.message h2')).toBe('This page cannot be read');
    await popup.close();
  });
});

describe('a jump', () => {
  it('brings one mention after the other into view, paints it for a moment and says which it is', async ({
    desk,
    driver,
    page,
    server,
  }) => {
    await page.goto(`${server.origin}/jump.html`);
    await expect.poll(() => marks(page)).toContain(NAME);
    const popup = await openPopup(driver, desk, page);
    const next = `[aria-label="Next mention of ${NAME}"]`;
    await popup.waitForSelector(next);
    for (const [at, id] of ['one', 'two', 'three'].entries()) {
      const before = await highlights(page);
      await popup.bringToFront();
      await popup.click(next);
      await expect.poll(() => textOf(popup, `.jump:has(${next}) [role=status]`)).toBe(`${at + 1} of 3`);
      await expect.poll(() => highlights(page)).toBe(before + 1);
      await page.bringToFront();
      await expect.poll(() => inView(page)).toContain(id);
      await expect.poll(() => highlights(page)).toBe(1);
    }
    await popup.close();
  });

  it('goes to a mention in a page whose body scrolls', async ({ desk, page, server }) => {
    await page.goto(`${server.origin}/jump.html`);
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('html, body { height: 100%; overflow: hidden } body { overflow: auto }');
      document.adoptedStyleSheets = [sheet];
    });
    await expect.poll(() => marks(page)).toContain(NAME);
    const tabId = await tabIdOf(desk, page.url());
    const { mentions } = await ask(desk, 'tabState', { tabId });
    const entity = mentions.find(({ name }) => name.includes(NAME))?.entity ?? '';
    for (const id of ['one', 'two', 'three']) {
      await ask(desk, 'jump', { tabId, entity, direction: 1 });
      await expect.poll(() => inView(page)).toContain(id);
    }
  });

  it('in quiet only scrolls, after saying what a page can notice', async ({ desk, driver, page, server }) => {
    await ask(desk, 'setMode', { site: SITE, mode: 'quiet' });
    await page.goto(`${server.origin}/jump.html`);
    const tabId = await tabIdOf(desk, page.url());
    // A page that is not in front is read when it is: here the popup takes its place.
    await expect.poll(async () => (await ask(desk, 'tabState', { tabId })).mentions.length).toBe(2);
    const popup = await openPopup(driver, desk, page);
    const next = `[aria-label="Next mention of ${NAME}"]`;
    await popup.waitForSelector(next);
    await popup.click(next);
    await expect.poll(() => textOf(popup, '.jump-warning')).toContain('a page can notice');
    expect(await textOf(popup, `.jump:has(${next}) [role=status]`)).toBe('');
    await popup.click('.jump-warning button');
    await expect.poll(() => textOf(popup, `.jump:has(${next}) [role=status]`)).toBe('1 of 3');
    // Said once: the next goes there at once.
    await popup.click(next);
    await expect.poll(() => inView(page)).toEqual(['two']);
    expect(await highlights(page)).toBe(0);
    await ask(desk, 'setMode', { site: SITE, mode: null });
    await popup.close();
  });
});

describe('the search', () => {
  it('finds as one types, opens a result with the keyboard, and comes back to it', async ({
    desk,
    driver,
    page,
    server,
  }) => {
    await page.goto(`${server.origin}/plain.html`);
    const popup = await openPopup(driver, desk, page);
    await popup.click('[role=tab]:nth-child(2)');
    await popup.waitForSelector('[role=combobox]');
    await popup.keyboard.type('amnesty');
    await expect.poll(() => textOf(popup, '[role=option]')).toContain('Amnesty International');
    await popup.keyboard.press('ArrowDown');
    await popup.keyboard.press('ArrowUp');
    await popup.keyboard.press('Enter');
    await expect.poll(() => textOf(popup, '.entity h2')).toContain('Amnesty International');
    await screenshot(popup, `popup-search-${driver.kind}`);
    await popup.keyboard.press('Escape');
    await expect.poll(() => focused(popup)).toBe('Search your packs');
    expect(await popup.$eval('[role=combobox]', (field) => (field as HTMLInputElement).value)).toBe(
      'amnesty',
    );
    await popup.keyboard.press('Escape');
    await expect.poll(() => textOf(popup, '[role=option]')).toBeNull();
    await popup.close();
  });
});

describe('the popup, by keyboard alone', () => {
  it('is gone through from the mode to a card and back', async ({ desk, driver, page, server }) => {
    await page.goto(`${server.origin}/inline.html`);
    await expect.poll(() => marks(page)).toContain(NAME);
    const popup = await openPopup(driver, desk, page);
    await popup.waitForSelector('.row');
    const tabTo = async (wanted: (label: string) => boolean) => {
      for (let stops = 0; stops < 20; stops += 1) {
        await popup.keyboard.press('Tab');
        if (wanted(await focused(popup))) return;
      }
      throw new Error('the keyboard does not come there');
    };
    const valueOfFocus = () => popup.evaluate(() => document.activeElement?.getAttribute('value'));

    for (let stops = 0; stops < 20 && (await valueOfFocus()) !== 'marks'; stops += 1) {
      await popup.keyboard.press('Tab');
    }
    await popup.keyboard.press('ArrowRight');
    await expect.poll(valueOfFocus).toBe('quiet');
    await expect.poll(() => marks(page)).toEqual([]);
    await popup.keyboard.press('ArrowLeft');
    await expect.poll(valueOfFocus).toBe('marks');

    await tabTo((label) => label.startsWith('On this page'));
    await popup.keyboard.press('ArrowRight');
    await popup.keyboard.press('ArrowRight');
    await expect.poll(() => focused(popup)).toBe('Dataset');
    await popup.keyboard.press('ArrowRight');
    await expect.poll(() => focused(popup)).toMatch(/^On this page/u);

    // Meanwhile the page stood behind: it is read again when it is in front.
    await page.bringToFront();
    await expect.poll(() => marks(page)).toContain(NAME);
    await popup.bringToFront();
    await popup.waitForSelector('.row');
    await tabTo((label) => label.startsWith(NAME));
    await popup.keyboard.press('Enter');
    await expect.poll(() => focused(popup)).toBe('Back');
    await popup.keyboard.press('Escape');
    await expect.poll(() => focused(popup)).toMatch(new RegExp(`^${NAME}`, 'u'));
    await ask(desk, 'setMode', { site: SITE, mode: null });
    await popup.close();
  });
});
