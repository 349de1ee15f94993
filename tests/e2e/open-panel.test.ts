/** "Open in panel", pressed: from the toolbar button's popup, and from the foot of a card. Firefox opens its sidebar from the popup only. */
import { describe, expect, inject } from 'vitest';
import { clickInCard, readCard } from './harness/card.ts';
import type { View } from './harness/driver.ts';
import { hover, marks } from './harness/page.ts';
import { it } from './harness/suite.ts';

const NAME = 'Ebrahim Raisi';

const listed = (panel: View) =>
  panel.read((view) =>
    [...view.querySelectorAll('.entry .row bdi:first-of-type')].map(({ textContent }) => textContent),
  );

describe('the side panel in its place', () => {
  it('opens from the popup, which closes, and follows the tab in front', async ({ driver, page, server }) => {
    await page.goto(`${server.origin}/jump.html`);
    await expect.poll(() => marks(page)).toContain(NAME);
    const popup = await driver.pressAction(page);
    await popup.click('.tools > button');
    const panel = await driver.sidePanel();
    await expect.poll(() => popup.isOpen()).toBe(false);
    await expect.poll(() => listed(panel)).toEqual(['Maryam Rajavi', NAME]);
    const other = await driver.newPage();
    await other.goto(`${server.origin}/dynamic.html`);
    await other.bringToFront();
    await expect.poll(() => listed(panel)).toEqual(['Maryam Rajavi']);
    await other.close();
    await page.bringToFront();
    await expect.poll(() => listed(panel)).toEqual(['Maryam Rajavi', NAME]);
    await panel.close();
  });

  it.skipIf(inject('browserKind') !== 'chromium')(
    'opens from the foot of a card, at the entity of the card',
    async ({ driver, page, server }) => {
      await page.goto(`${server.origin}/jump.html`);
      await expect.poll(() => marks(page)).toContain(NAME);
      await hover(page, NAME);
      await expect.poll(() => readCard(driver, page)).toMatchObject({ busy: false });
      await clickInCard(driver, page, 'Open in panel');
      const panel = await driver.sidePanel();
      const unfolded = (view: Document) =>
        view.querySelector('.entry .row[aria-expanded=true] bdi')?.textContent;
      await expect.poll(() => panel.read(unfolded)).toBe(NAME);
      await panel.close();
    },
  );
});
