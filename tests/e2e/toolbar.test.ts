/** The toolbar button in the build that is shipped, before any permission was given. */
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
      const fresh = await launchBrowser(inject('browserKind'), {
        headless: true,
        proxyPort: server.port,
        extension: shippedExtension(inject('browserKind')),
        preferences: { 'extensions.originControls.grantByDefault': false },
      });
      // It opens after installing and takes the front, and a page behind it is not read before it is shown.
      const addresses = async () =>
        Promise.all(
          (await fresh.browser.pages()).map((page) => page.evaluate(() => location.href).catch(() => '')),
        );
      await expect.poll(addresses).toContain(`${fresh.origin}/welcome.html`);
      await use(fresh);
      await fresh.close();
    },
    { scope: 'file' },
  ],
});

/** In the popup: the names that it lists. */
const listed = (popup: Document) =>
  [...popup.querySelectorAll('.row bdi')].map(({ textContent }) => textContent);

describe('the toolbar button', () => {
  it('reads the page once, and the first card is a hover away', async ({ fresh, server }) => {
    const page = await fresh.newPage();
    await page.goto(`${server.origin}/inline.html`);
    expect(await marks(page)).toEqual([]);
    const popup = await fresh.pressAction(page);
    await expect.poll(() => popup.read(listed)).toContain(NAME);
    expect(await popup.read((view) => view.querySelector('.decided')?.textContent)).toContain(
      'Read once because you opened Sidelight here.',
    );
    await popup.close();
    await page.bringToFront();
    await expect.poll(() => marks(page)).toContain(NAME);
    await hover(page, NAME);
    await expect.poll(async () => (await readCard(fresh, page))?.name).toContain(NAME);
  });

  it('opens a popup that is as wide as it is made to be, and no wider', async ({ fresh, server }) => {
    const page = await fresh.newPage();
    await page.goto(`${server.origin}/inline.html`);
    const popup = await fresh.pressAction(page);
    await expect.poll(() => popup.read(listed)).toContain(NAME);
    // A browser asks how wide the body would be, in a window that is almost nothing yet.
    await expect.poll(() => popup.read(({ body }) => body.clientWidth)).toBeGreaterThan(340);
    expect(
      await popup.read(({ documentElement }) => documentElement.scrollWidth - documentElement.clientWidth),
    ).toBe(0);
    await popup.close();
  });

  it.skipIf(inject('browserKind') !== 'chromium')(
    'stays on Escape while there is something to go back from',
    async ({ fresh, server }) => {
      const page = await fresh.newPage();
      await page.goto(`${server.origin}/inline.html`);
      const popup = await pressButton(fresh, page);
      await popup.waitForSelector('.row');
      await popup.click('.row');
      await popup.waitForSelector('.entity');
      await screenshot(popup, 'toolbar-popup');
      await popup.keyboard.press('Escape');
      await expect.poll(() => popup.$('.entity')).toBeNull();
      await popup.close();
    },
  );

  it('reads nothing more once the page was left', async ({ fresh, server }) => {
    const page = await fresh.newPage();
    await page.goto(`${server.origin}/inline.html`);
    const popup = await fresh.pressAction(page);
    await expect.poll(() => popup.read(listed)).toContain(NAME);
    await popup.close();
    await page.goto(`${server.origin.replace('127.0.0.1', 'localhost')}/jump.html`);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await marks(page)).toEqual([]);
  });
});
