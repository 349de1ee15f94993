import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import { readCard } from './harness/card.ts';
import type { Driver } from './harness/driver.ts';
import { step } from './harness/extension.ts';
import { marks } from './harness/page.ts';
import { it } from './harness/suite.ts';

/** Puts the focus on a link of the page, and opens the card of its first mention, Ebrahim Raisi, from the keyboard. */
async function openFromLink(driver: Driver, desk: Page, page: Page, origin: string): Promise<void> {
  const url = `${origin}/inline.html`;
  await page.goto(url);
  await expect.poll(() => marks(page)).toContain('Ebrahim Raisi');
  await page.focus('#nested a');
  await step(desk, url, 1);
  await expect.poll(() => readCard(driver, page)).toMatchObject({ name: 'Ebrahim Raisi', focused: true });
}

const focusOf = async (driver: Driver, page: Page) => (await readCard(driver, page))?.focus;

/** Goes with Tab to the control with these words and presses it. */
async function press(driver: Driver, page: Page, label: string): Promise<void> {
  for (let stops = 0; (await focusOf(driver, page)) !== label; stops++) {
    if (stops === 60) throw new Error(`Tab does not reach "${label}"`);
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
}

async function tab(page: Page, back = false): Promise<void> {
  if (back) await page.keyboard.down('Shift');
  await page.keyboard.press('Tab');
  if (back) await page.keyboard.up('Shift');
}

/** Closes the card and tells what has the focus then. */
async function afterEscape(driver: Driver, page: Page): Promise<string | undefined> {
  await page.keyboard.press('Escape');
  await expect.poll(() => readCard(driver, page)).toBeNull();
  return page.evaluate(() => document.activeElement?.tagName);
}

describe('the focus in a card', () => {
  it('goes round with Tab, both ways', async ({ desk, driver, page, server }) => {
    await openFromLink(driver, desk, page, server.origin);
    await tab(page, true);
    const last = await focusOf(driver, page);
    await tab(page);
    expect(await focusOf(driver, page)).toBe('Pin');
    await tab(page, true);
    expect(await focusOf(driver, page)).toBe(last);
    expect(last).not.toBe('');
  });

  it('stays there through related names and Back, and returns to where it was in the page', async ({
    desk,
    driver,
    page,
    server,
  }) => {
    await openFromLink(driver, desk, page, server.origin);
    await press(driver, page, 'Judiciary of Iran');
    await expect
      .poll(() => readCard(driver, page))
      .toMatchObject({ name: 'Judiciary of Iran', focused: true });
    await tab(page);
    expect(await focusOf(driver, page)).toBe('Back');
    await page.keyboard.press('Enter');
    await expect.poll(() => readCard(driver, page)).toMatchObject({ name: 'Ebrahim Raisi', focused: true });
    expect(await afterEscape(driver, page)).toBe('A');
  });

  it('is beside Undo when a name was muted, and beside Mute when that was undone', async ({
    desk,
    driver,
    page,
    server,
  }) => {
    await openFromLink(driver, desk, page, server.origin);
    await press(driver, page, 'Mute');
    await expect.poll(async () => (await readCard(driver, page))?.text).toContain('Undo');
    expect(await readCard(driver, page)).toMatchObject({ focused: true });
    await tab(page);
    expect(await focusOf(driver, page)).toBe('Undo');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await readCard(driver, page))?.text).toContain('Undone');
    await tab(page);
    expect(await focusOf(driver, page)).toBe('Mute');
    expect(await afterEscape(driver, page)).toBe('A');
  });

  it('stays at a list when the last of it is shown', async ({ desk, driver, page, server }) => {
    await openFromLink(driver, desk, page, server.origin);
    await step(desk, page.url(), 1);
    await expect.poll(() => readCard(driver, page)).toMatchObject({ name: 'Maryam Rajavi', focused: true });
    await press(driver, page, 'Online parliamentary conference of 10 September 2020');
    await expect.poll(async () => (await readCard(driver, page))?.text).toContain('Show 2 more');
    await press(driver, page, 'Show 2 more');
    await expect.poll(async () => (await readCard(driver, page))?.text).not.toContain('Show 2 more');
    expect(await readCard(driver, page)).toMatchObject({ focused: true });
    await tab(page);
    const related = await focusOf(driver, page);
    expect(related).not.toBe('');
    expect(['Back', 'Pin', 'Close']).not.toContain(related);
  });
});
