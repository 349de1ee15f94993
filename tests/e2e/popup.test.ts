import { describe, expect } from 'vitest';
import { openPopup } from './harness/extension.ts';
import { marks, screenshot } from './harness/page.ts';
import { it } from './harness/suite.ts';

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
    await expect.poll(() => marks(page)).toContain('Ebrahim Raisi');
    const popup = await openPopup(driver, desk, page);
    for (const mode of ['off', 'quiet']) {
      await popup.bringToFront();
      await popup.click(`label:has([value=${mode}])`);
      await expect.poll(() => marks(page)).toEqual([]);
      await popup.bringToFront();
      await popup.click('label:has([value=marks])');
      await page.bringToFront();
      await expect.poll(() => marks(page)).toContain('Ebrahim Raisi');
    }
    await popup.close();
  });
});
