/**
 * The toolbar button in the build that is shipped, before any permission was given: only Chromium lets a test press it.
 */
import { describe, expect, inject } from 'vitest';
import { launchBrowser } from './harness/browsers.ts';
import { readCard } from './harness/card.ts';
import { type Driver, shippedExtension } from './harness/driver.ts';
import { hover, marks, screenshot } from './harness/page.ts';
import { it as base } from './harness/suite.ts';
import { pressButton } from './harness/toolbar.ts';

const NAME = 'Ebrahim Raisi';

const it = base.extend<{ fresh: Driver }>({
  fresh: [
    async ({ server }, use) => {
      const fresh = await launchBrowser('chromium', {
        headless: true,
        proxyPort: server.port,
        extension: shippedExtension('chromium'),
      });
      // It opens after installing and takes the front, and a page behind it is not read before it is shown.
      await fresh.browser.waitForTarget((target) => target.url().endsWith('/welcome.html'));
      await use(fresh);
      await fresh.close();
    },
    { scope: 'file' },
  ],
});

describe.skipIf(inject('browserKind') !== 'chromium')('the toolbar button', () => {
  it('reads the page once, and the first card is a hover away', async ({ fresh, server }) => {
    const page = await fresh.newPage();
    await page.goto(`${server.origin}/inline.html`);
    expect(await marks(page)).toEqual([]);
    const popup = await pressButton(fresh, page);
    await expect
      .poll(() => popup.$$eval('.row bdi', (names) => names.map((name) => name.textContent)))
      .toContain(NAME);
    expect(await popup.$eval('.decided', (line) => line.textContent)).toContain(
      'Read once because you opened Sidelight here.',
    );
    await screenshot(popup, 'toolbar-popup');
    await popup.close();
    await expect.poll(() => marks(page)).toContain(NAME);
    await hover(page, NAME);
    await expect.poll(async () => (await readCard(fresh, page))?.name).toContain(NAME);
  });

  it('stays on Escape while there is something to go back from', async ({ fresh, server }) => {
    const page = await fresh.newPage();
    await page.goto(`${server.origin}/inline.html`);
    const popup = await pressButton(fresh, page);
    await popup.waitForSelector('.row');
    await popup.click('.row');
    await popup.waitForSelector('.entity');
    await popup.keyboard.press('Escape');
    await expect.poll(() => popup.$('.entity')).toBeNull();
    await popup.close();
  });

  it('reads nothing more once the page was left', async ({ fresh, server }) => {
    const page = await fresh.newPage();
    await page.goto(`${server.origin}/inline.html`);
    const popup = await pressButton(fresh, page);
    await popup.waitForSelector('.row');
    await popup.close();
    await page.goto(`${server.origin.replace('127.0.0.1', 'localhost')}/jump.html`);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await marks(page)).toEqual([]);
  });
});
