/** "Open in panel", pressed: from the toolbar button's popup, and from the foot of a card. Firefox opens its sidebar from the popup only. */
import type { Page, Target } from 'puppeteer-core';
import { describe, expect, inject } from 'vitest';
import { clickInCard, readCard } from './harness/card.ts';
import type { Driver } from './harness/driver.ts';
import { hover, marks, screenshot } from './harness/page.ts';
import { it } from './harness/suite.ts';
import { pressButton } from './harness/toolbar.ts';

const NAME = 'Ebrahim Raisi';

const isPanel = (origin: string) => (target: Target) => target.url() === `${origin}/sidepanel.html`;

/** The panel that opens; closed again it would be found by the next test. */
async function openedPanel({ browser, origin }: Driver): Promise<Page> {
  return (await browser.waitForTarget(isPanel(origin))).asPage();
}

const listed = (panel: Page) =>
  panel.$$eval('.entry .row bdi:first-of-type', (names) => names.map((name) => name.textContent));

describe.skipIf(inject('browserKind') !== 'chromium')('the side panel in its place', () => {
  it('opens from the popup, which closes, and follows the tab in front', async ({ driver, page, server }) => {
    await page.goto(`${server.origin}/jump.html`);
    await expect.poll(() => marks(page)).toContain(NAME);
    const popup = await pressButton(driver, page);
    await popup.waitForSelector('.row');
    const closed = new Promise((resolve) => popup.once('close', resolve));
    await popup.click('.tools > button');
    const panel = await openedPanel(driver);
    await closed;
    await expect.poll(() => listed(panel)).toEqual(['Maryam Rajavi', NAME]);
    await screenshot(panel, 'panel-opened');
    const other = await driver.newPage();
    await other.goto(`${server.origin}/dynamic.html`);
    await other.bringToFront();
    await expect.poll(() => listed(panel)).toEqual(['Maryam Rajavi']);
    await other.close();
    await page.bringToFront();
    await expect.poll(() => listed(panel)).toEqual(['Maryam Rajavi', NAME]);
    await panel.close();
  });

  it('opens from the foot of a card, at the entity of the card', async ({ driver, page, server }) => {
    await page.goto(`${server.origin}/jump.html`);
    await expect.poll(() => marks(page)).toContain(NAME);
    await hover(page, NAME);
    await expect.poll(() => readCard(driver, page)).toMatchObject({ busy: false });
    await clickInCard(driver, page, 'Open in panel');
    const panel = await openedPanel(driver);
    await expect
      .poll(() => panel.$eval('.entry .row[aria-expanded=true] bdi', ({ textContent }) => textContent))
      .toBe(NAME);
    await panel.close();
  });
});
