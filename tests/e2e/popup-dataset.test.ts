/** The popup's Dataset tab: the packs switched off and on, the bundled one gone without, and the ways to the manager. */
import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import type { Driver } from './harness/driver.ts';
import { openPopup } from './harness/extension.ts';
import { marks } from './harness/page.ts';
import { it } from './harness/suite.ts';

const NAME = 'Ebrahim Raisi';

async function openDataset(driver: Driver, desk: Page, page: Page): Promise<Page> {
  const popup = await openPopup(driver, desk, page);
  await popup.click('[role=tab]:nth-child(3)');
  await popup.waitForSelector('.pack');
  return popup;
}

const press = (popup: Page, words: string) =>
  popup.waitForFunction(
    (wanted) => {
      const button = [...document.querySelectorAll('button')].find((each) => each.textContent === wanted);
      button?.click();
      return button !== undefined;
    },
    { polling: 50 },
    words,
  );

/** The page is in front while its marks are looked at: those behind are read when they are shown. */
async function expectMarks(page: Page, popup: Page, there: boolean): Promise<void> {
  await page.bringToFront();
  await expect.poll(async () => (await marks(page)).includes(NAME)).toBe(there);
  await popup.bringToFront();
}

describe('the packs in the popup', () => {
  it('are switched off and on, and the page follows', async ({ desk, driver, page, server }) => {
    await page.goto(`${server.origin}/inline.html`);
    await expect.poll(() => marks(page)).toContain(NAME);
    const popup = await openDataset(driver, desk, page);
    const isOn = () => popup.$eval('.pack [type=checkbox]', (box) => Reflect.get(box, 'checked'));
    for (const on of [false, true]) {
      await popup.click('.pack [type=checkbox]');
      await expect.poll(isOn).toBe(on);
      await expectMarks(page, popup, on);
    }
    await popup.close();
  });

  it('can do without the bundled one, which is brought back from there', async ({
    desk,
    driver,
    page,
    server,
  }) => {
    await page.goto(`${server.origin}/inline.html`);
    await expect.poll(() => marks(page)).toContain(NAME);
    const popup = await openDataset(driver, desk, page);
    await press(popup, 'Go without it');
    await expect.poll(() => popup.$('.pack')).toBeNull();
    await expectMarks(page, popup, false);
    await press(popup, 'Bring it back');
    await popup.waitForSelector('.pack');
    await expectMarks(page, popup, true);
    await popup.close();
  });

  it('lead to the manager', async ({ desk, driver, page, server }) => {
    await page.goto(`${server.origin}/inline.html`);
    const popup = await openDataset(driver, desk, page);
    // The popup closes, and may do so before it has answered.
    await press(popup, 'Open the manager').catch(() => undefined);
    const addresses = async () =>
      Promise.all(
        (await driver.browser.pages()).map((each) => each.evaluate(() => location.href).catch(() => '')),
      );
    await expect.poll(addresses).toContain(`${driver.origin}/options.html#packs`);
  });
});
