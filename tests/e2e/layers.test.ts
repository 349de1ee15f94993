import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import { clickInCard, readCard } from './harness/card.ts';
import type { Driver } from './harness/driver.ts';
import { hover, leave, marks } from './harness/page.ts';
import { it } from './harness/suite.ts';

async function openPinned(driver: Driver, page: Page, name: string): Promise<void> {
  await expect.poll(() => marks(page)).toContain(name);
  await hover(page, name);
  await expect.poll(() => readCard(driver, page)).toMatchObject({ name, busy: false });
  await clickInCard(driver, page, 'Pin');
  await leave(page);
}

/** A card that is only painted, and inert, cannot be closed with the mouse. */
async function closeWithMouse(driver: Driver, page: Page): Promise<void> {
  await clickInCard(driver, page, 'Close');
  await expect.poll(() => readCard(driver, page)).toBeNull();
}

async function fillScreen(page: Page): Promise<void> {
  const button = await page.waitForSelector('#full button');
  await button?.click();
  await page.waitForFunction(() => document.fullscreenElement !== null);
}

describe('a card over other layers', () => {
  it('can be used where the mention is in full screen', async ({ driver, page, server }) => {
    await page.goto(`${server.origin}/layers.html`);
    await fillScreen(page);
    await openPinned(driver, page, 'Navid Afkari');
    await closeWithMouse(driver, page);
  });

  it('that was pinned can be used when a modal dialog opens after it, and when that closes', async ({
    driver,
    page,
    server,
  }) => {
    await page.goto(`${server.origin}/layers.html`);
    await openPinned(driver, page, 'Maryam Rajavi');
    await page.evaluate(() => document.querySelector('dialog')?.showModal());
    await expect.poll(() => hostIsIn(page, 'dialog')).toBe(true);
    await clickInCard(driver, page, 'Unpin');
    await clickInCard(driver, page, 'Pin');
    await page.evaluate(() => document.querySelector('dialog')?.close());
    await expect.poll(() => hostIsIn(page, 'dialog')).toBe(false);
    await closeWithMouse(driver, page);
  });

  it('that was pinned can be used when something fills the screen after it', async ({
    driver,
    page,
    server,
  }) => {
    await page.goto(`${server.origin}/layers.html`);
    await openPinned(driver, page, 'Maryam Rajavi');
    await fillScreen(page);
    await expect.poll(() => hostIsIn(page, '#full')).toBe(true);
    await closeWithMouse(driver, page);
  });

  it('that was not pinned goes when a modal dialog covers its mention', async ({ driver, page, server }) => {
    await page.goto(`${server.origin}/layers.html`);
    await expect.poll(() => marks(page)).toContain('Maryam Rajavi');
    await hover(page, 'Maryam Rajavi');
    await expect.poll(() => readCard(driver, page)).toMatchObject({ busy: false });
    await page.evaluate(() => document.querySelector('dialog')?.showModal());
    await expect.poll(() => readCard(driver, page)).toBeNull();
  });
});

/** Whether the card's element stands in an element of the page. */
function hostIsIn(page: Page, selector: string): Promise<boolean> {
  return page.evaluate((around) => document.querySelector(`${around} > [popover]`) !== null, selector);
}
