/** The page that opens after installing, in the build that readers get: nothing was allowed yet. */
import type { Page } from 'puppeteer-core';
import { test as base, describe, expect, inject } from 'vitest';
import type { browser } from 'wxt/browser';
import { launchBrowser } from './harness/browsers.ts';
import { readCard } from './harness/card.ts';
import { replaceDatabase } from './harness/database.ts';
import { type Driver, shippedExtension } from './harness/driver.ts';
import { ask } from './harness/extension.ts';
import { hover, leave, locate, screenshot } from './harness/page.ts';

declare const chrome: typeof browser;

const NAME = 'Ebrahim Raisi';

const it = base.extend<{ driver: Driver; welcome: Page }>({
  driver: [
    // biome-ignore lint/correctness/noEmptyPattern: vitest reads from the pattern what a fixture needs
    async ({}, use) => {
      const kind = inject('browserKind');
      const driver = await launchBrowser(kind, { headless: true, extension: shippedExtension(kind) });
      await use(driver);
      await driver.close();
    },
    { scope: 'file' },
  ],
  welcome: async ({ driver }, use) => {
    const page = await driver.openExtensionPage('welcome.html');
    await page.waitForSelector('input:checked');
    await use(page);
    await page.close();
  },
});

const cardText = async (driver: Driver, page: Page) => {
  const card = await readCard(driver, page);
  return card?.busy === false ? card.text : '';
};

async function choose(page: Page, value: string): Promise<void> {
  await page.locator(`label:has([value=${value}])`).click();
  await page.waitForSelector(`[value=${value}]:checked`);
}

describe('the welcome page', () => {
  it('opens by itself after installing', async ({ driver }) => {
    await expect
      .poll(async () => {
        const pages = await driver.browser.pages();
        // Firefox does not tell the driver that an address of the extension was reached: the pages are asked.
        return Promise.all(pages.map((page) => page.evaluate(() => location.href)));
      })
      .toContain(`${driver.origin}/welcome.html`);
  });

  it('shows a card by resting the pointer on a name, before anything was allowed', async ({
    driver,
    welcome,
  }) => {
    const { origins } = await welcome.evaluate(() => chrome.permissions.getAll());
    expect(origins).toEqual([]);
    await hover(welcome, NAME);
    await expect.poll(() => cardText(driver, welcome)).toMatch(/19 May 2024.*Checked/su);
    await screenshot(welcome, `welcome-${driver.kind}`);
    await leave(welcome);
    await expect.poll(() => readCard(driver, welcome)).toBeNull();
  });

  it('offers on the card nothing that would change the reader’s own settings', async ({
    driver,
    welcome,
  }) => {
    await hover(welcome, NAME);
    await expect.poll(() => cardText(driver, welcome)).toContain('Full name');
    expect(await cardText(driver, welcome)).not.toMatch(/Mute|Not this person|Off on this site/u);
  });

  it('opens the card from the keyboard, with the focus in it, and gives it back', async ({
    driver,
    welcome,
  }) => {
    await welcome.bringToFront();
    await welcome.focus('.mention');
    await welcome.keyboard.press('Enter');
    await expect.poll(() => readCard(driver, welcome)).toMatchObject({ focused: true });
    await welcome.keyboard.press('Escape');
    await expect.poll(() => readCard(driver, welcome)).toBeNull();
    expect(await welcome.evaluate(() => document.activeElement?.className)).toBe('mention');
  });

  it('opens the card by a tap', async ({ driver, welcome }) => {
    await welcome.bringToFront();
    const { x, y } = await locate(welcome, NAME);
    await welcome.touchscreen.tap(x, y);
    await expect.poll(() => cardText(driver, welcome)).toContain(NAME);
  });

  it('stores what was chosen, and has the sample also without a pack', async ({ driver, welcome }) => {
    await welcome.bringToFront();
    await choose(welcome, 'chosen');
    await choose(welcome, 'quiet');
    await choose(welcome, 'none');
    await welcome.locator('button.main').click();
    await welcome.waitForSelector('.done');
    expect(await ask(welcome, 'choices', {})).toMatchObject({ defaultMode: 'off', readingMode: 'quiet' });
    expect(await ask(welcome, 'packs', {})).toEqual([]);
    await hover(welcome, NAME);
    await expect.poll(() => cardText(driver, welcome)).toContain('19 May 2024');
    await leave(welcome);

    await welcome.locator('.done button').click();
    expect(await welcome.$$eval('input:checked', (inputs) => inputs.map((input) => input.value))).toEqual([
      'chosen',
      'none',
      'quiet',
    ]);
    await choose(welcome, 'bundled');
    await choose(welcome, 'marks');
    await welcome.locator('button.main').click();
    await welcome.waitForSelector('.done');
    expect(await ask(welcome, 'choices', {})).toMatchObject({ defaultMode: 'off', readingMode: 'marks' });
    expect(await ask(welcome, 'packs', {})).toHaveLength(1);
  });

  it('keeps the choices when the browser’s question is answered with no', async ({ welcome }) => {
    // The browser's own window cannot be answered in a headless run: its answer is given in its place.
    await welcome.evaluate(() => {
      chrome.permissions.request = async () => false;
    });
    await welcome.bringToFront();
    await choose(welcome, 'all');
    expect(await welcome.$eval('blockquote', ({ textContent }) => textContent)).toMatch(/all websites$/u);
    await welcome.locator('button.main').click();
    await welcome.waitForSelector('.done');
    expect(await welcome.$eval('.done h2', ({ textContent }) => textContent)).toBe(
      'Permission was not given',
    );
    expect(await ask(welcome, 'choices', {})).toMatchObject({ defaultMode: 'marks' });
    await ask(welcome, 'setDefaultMode', { mode: 'off' });
  });

  it('shows the sample where the database cannot be used', async ({ driver, welcome }) => {
    await driver.stopBackground();
    await replaceDatabase(welcome);
    const again = await driver.openExtensionPage('welcome.html');
    await again.waitForSelector('input:checked');
    await hover(again, NAME);
    await expect.poll(() => cardText(driver, again)).toContain('19 May 2024');
    await again.close();
  });
});
