import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import { ask, tabIdOf } from './harness/extension.ts';
import { marks, screenshot } from './harness/page.ts';
import { it } from './harness/suite.ts';

const SITE = '127.0.0.1';

/** The names that the panel lists, in its order. */
const listed = (panel: Page) =>
  panel.$$eval('.entry .row bdi:first-of-type', (names) => names.map((name) => name.textContent));

describe('the side panel', () => {
  it('lists who is mentioned in the order of the page, and unfolds what is known of each', async ({
    desk,
    driver,
    page,
    server,
  }) => {
    await page.goto(`${server.origin}/jump.html`);
    // A page behind another is not read before it is shown.
    await expect.poll(() => marks(page)).toContain('Ebrahim Raisi');
    const panel = await driver.openExtensionPage(`sidepanel.html?tab=${await tabIdOf(desk, page.url())}`);
    await panel.setViewport({ width: 400, height: 800 });
    await expect.poll(() => listed(panel)).toEqual(['Maryam Rajavi', 'Ebrahim Raisi']);
    expect(await panel.$('.entry .head')).toBeNull();
    await panel.click('.entry:nth-child(2) .row');
    await expect
      .poll(() => panel.$eval('.entry:nth-child(2) .content', (content) => content.textContent))
      .toContain('President of Iran');
    await screenshot(panel, `panel-${driver.kind}`);
    await panel.click('.entry:nth-child(2) .row');
    await expect.poll(() => panel.$('.entry .head')).toBeNull();
    await panel.close();
  });

  it("follows the page's changes", async ({ desk, driver, page, server }) => {
    await page.goto(`${server.origin}/dynamic.html`);
    await expect.poll(() => marks(page)).toEqual(['Maryam Rajavi']);
    const panel = await driver.openExtensionPage(`sidepanel.html?tab=${await tabIdOf(desk, page.url())}`);
    await expect.poll(() => listed(panel)).toEqual(['Maryam Rajavi']);
    await page.bringToFront();
    await page.evaluate('addName()');
    await expect.poll(() => listed(panel)).toEqual(['Maryam Rajavi', 'Ebrahim Raisi']);
    await page.evaluate('removeName()');
    await expect.poll(() => listed(panel)).toEqual(['Ebrahim Raisi']);
    await panel.close();
  });

  it('keeps the order of the page when it changes at its top, and so does the jump', async ({
    desk,
    driver,
    page,
    server,
  }) => {
    await page.goto(`${server.origin}/jump.html`);
    await expect.poll(() => marks(page)).toContain('Ebrahim Raisi');
    const tabId = await tabIdOf(desk, page.url());
    const panel = await driver.openExtensionPage(`sidepanel.html?tab=${tabId}`);
    await expect.poll(() => listed(panel)).toEqual(['Maryam Rajavi', 'Ebrahim Raisi']);
    await page.bringToFront();
    // The newest entry of a live blog comes first, and has been read last.
    await page.evaluate(() => {
      const entry = document.createElement('p');
      entry.textContent = 'Ebrahim Raisi and Navid Afkari';
      document.body.prepend(entry);
    });
    await expect.poll(() => listed(panel)).toEqual(['Ebrahim Raisi', 'Navid Afkari', 'Maryam Rajavi']);
    await page.evaluate(() => document.body.firstElementChild?.append(' and Amnesty International'));
    await expect
      .poll(() => listed(panel))
      .toEqual(['Ebrahim Raisi', 'Navid Afkari', 'Amnesty International', 'Maryam Rajavi']);
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    const jump = { tabId, entity: 'uk-conference-2020/ebrahim-raisi', direction: 1 } as const;
    expect(await ask(desk, 'jump', jump)).toMatchObject({ position: 1 });
    await expect.poll(() => page.evaluate(() => scrollY)).toBeLessThan(200);
    await panel.close();
  });

  it('says that nobody is mentioned once a page was read to its end, also one without a text', async ({
    desk,
    page,
    server,
  }) => {
    await page.goto(`${server.origin}/plain.html`);
    await page.bringToFront();
    const tabId = await tabIdOf(desk, page.url());
    const unread = async () => (await ask(desk, 'tabState', { tabId })).unread;
    await expect.poll(unread).toBeUndefined();
    await page.evaluate(() => document.body.replaceChildren());
    for (const mode of ['off', 'quiet'] as const) await ask(desk, 'setMode', { site: SITE, mode });
    await expect.poll(unread).toBeUndefined();
    expect(await ask(desk, 'tabState', { tabId })).toMatchObject({ mode: 'quiet', mentions: [] });
    await ask(desk, 'setMode', { site: SITE, mode: null });
  });

  it('follows the tab in front', async ({ driver, page, server }) => {
    const other = await driver.newPage();
    await other.goto(`${server.origin}/jump.html`);
    await page.goto(`${server.origin}/dynamic.html`);
    await page.bringToFront();
    await expect.poll(() => marks(page)).toEqual(['Maryam Rajavi']);
    const panel = await driver.openExtensionPage('sidepanel.html');
    await page.bringToFront();
    await expect.poll(() => listed(panel)).toEqual(['Maryam Rajavi']);
    await other.bringToFront();
    await expect.poll(() => listed(panel)).toEqual(['Maryam Rajavi', 'Ebrahim Raisi']);
    await other.goto(`${server.origin}/inline.html`);
    await expect.poll(() => listed(panel)).toContain('Amnesty International');
    await panel.close();
    await other.close();
  });

  it('goes back to the mention before, and takes its paint away at once when the site is off', async ({
    desk,
    driver,
    page,
    server,
  }) => {
    await page.goto(`${server.origin}/jump.html`);
    await expect.poll(() => marks(page)).toContain('Ebrahim Raisi');
    const panel = await driver.openExtensionPage(`sidepanel.html?tab=${await tabIdOf(desk, page.url())}`);
    await panel.waitForSelector('.entry:nth-child(2) .jump button');
    await panel.click('.entry:nth-child(2) .jump button');
    await expect
      .poll(() => panel.$eval('.entry:nth-child(2) .jump [role=status]', (place) => place.textContent))
      .toBe('3 of 3');
    await panel.click('label:has([value=off])');
    await expect.poll(() => page.evaluate(() => CSS.highlights.size)).toBe(0);
    await ask(desk, 'setMode', { site: SITE, mode: null });
    await panel.close();
  });
});
