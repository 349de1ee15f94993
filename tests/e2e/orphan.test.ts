import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import type { browser } from 'wxt/browser';
import { clickInCard, readCard } from './harness/card.ts';
import { openDesk } from './harness/extension.ts';
import { hover, leave, marks } from './harness/page.ts';
import { it } from './harness/suite.ts';

/** In a page of the extension; Firefox has it under this name too. */
declare const chrome: typeof browser;

/** Of each document the extension draws a random name; its highlights are named after it. */
function instances(page: Page): Promise<number> {
  return page.evaluate(() => new Set([...CSS.highlights.keys()].map((name) => name.split('-')[0])).size);
}

describe('an extension that is loaded anew under an open page', () => {
  it('takes the old marks with it, says so in an open card where it can, and begins once more', async ({
    driver,
    page,
    server,
  }) => {
    await page.goto(`${server.origin}/inline.html`);
    await expect.poll(() => marks(page)).toContain('Ebrahim Raisi');
    const before = await marks(page);
    await hover(page, 'Ebrahim Raisi');
    await expect.poll(() => readCard(driver, page)).toMatchObject({ busy: false });
    await clickInCard(driver, page, 'Pin');
    await leave(page);

    await driver.reloadExtension();
    const desk = await openDesk(driver);
    await page.bringToFront();
    await expect.poll(() => marks(page)).toEqual(before);
    await expect.poll(() => instances(page)).toBe(1);
    // Firefox ends the old script before it can say a word: the new one takes its card away.
    if (driver.kind === 'chromium') {
      await expect.poll(async () => (await readCard(driver, page))?.text ?? '').toContain('Reload this page');
      await clickInCard(driver, page, 'Close');
    }
    await expect.poll(() => readCard(driver, page)).toBeNull();

    // The one that is there now is alive.
    await page.evaluate(() => document.body.append('Betty Boothroyd came last.'));
    await expect.poll(() => marks(page)).toEqual([...before, 'Betty Boothroyd']);
    await hover(page, 'Betty Boothroyd');
    await expect.poll(() => readCard(driver, page)).toMatchObject({ busy: false });
    await desk.close();
  });
});

describe('an extension that is removed under an open page', () => {
  it('leaves nothing that is painted there, and a card that was open says so where it can', async ({
    driver,
    page,
    server,
  }) => {
    await page.goto(`${server.origin}/inline.html`);
    await expect.poll(() => marks(page)).toContain('Ebrahim Raisi');
    const isPainted = () =>
      page.evaluate(() => {
        const [highlight] = CSS.highlights.keys();
        const painted = highlight && getComputedStyle(document.body, `::highlight(${highlight})`);
        return painted ? painted.textDecorationLine !== 'none' : false;
      });
    await expect.poll(isPainted).toBe(true);
    await hover(page, 'Ebrahim Raisi');
    await expect.poll(() => readCard(driver, page)).toMatchObject({ busy: false });
    await clickInCard(driver, page, 'Pin');
    await leave(page);

    const desk = await openDesk(driver);
    await page.bringToFront();
    // Its page goes with it, and with that the answer.
    await desk.evaluate(() => void chrome.management.uninstallSelf()).catch(() => {});
    await expect.poll(isPainted).toBe(false);
    // Firefox ends the script before it can take anything out.
    if (driver.kind === 'firefox') return;
    await expect.poll(async () => (await readCard(driver, page))?.text ?? '').toContain('Reload this page');
    await page.keyboard.press('Escape');
    await expect.poll(() => readCard(driver, page)).toBeNull();
    expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
  });
});
