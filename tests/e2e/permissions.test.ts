/**
 * The permission to read pages, in the build that readers get: asked for in the browser's own prompt, given, refused,
 * taken back. In Chromium the prompt is answered with the keyboard, on a screen; Firefox gives without asking (by a
 * preference), because nothing answers its prompt in a run without a screen.
 */
import type { Page } from 'puppeteer-core';
import { test as base, describe, expect, inject } from 'vitest';
import type { browser } from 'wxt/browser';
import { launchBrowser } from './harness/browsers.ts';
import { type Driver, shippedExtension } from './harness/driver.ts';
import { ask, tabIdOf } from './harness/extension.ts';
import { marks } from './harness/page.ts';
import { expectRulesToAct } from './harness/rules.ts';
import { canOpenScreen, openScreen, type Screen } from './harness/screen.ts';
import { type FixtureServer, startServer } from './harness/server.ts';
import { pressButton } from './harness/toolbar.ts';

declare const chrome: typeof browser;

const KIND = inject('browserKind');
const NAME = 'Ebrahim Raisi';
const SITE = '127.0.0.1';
const CAN_ASK = KIND === 'chromium' && canOpenScreen();
if (KIND === 'chromium' && !CAN_ASK) {
  console.warn('Left out: the permission prompt. It needs Xvfb, openbox and xdotool.');
}

interface Fixtures {
  server: FixtureServer;
  screen: Screen | undefined;
  driver: Driver;
  /** A page that was open before anything was allowed. */
  page: Page;
  welcome: Page;
}

const it = base.extend<Fixtures>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: vitest reads from the pattern what a fixture needs
    async ({}, use) => {
      const server = await startServer();
      await use(server);
      await server.close();
    },
    { scope: 'file' },
  ],
  screen: [
    // biome-ignore lint/correctness/noEmptyPattern: vitest reads from the pattern what a fixture needs
    async ({}, use) => {
      const screen = CAN_ASK ? await openScreen() : undefined;
      await use(screen);
      await screen?.close();
    },
    { scope: 'file' },
  ],
  driver: [
    async ({ server, screen }, use) => {
      const driver = await launchBrowser(KIND, {
        headless: screen === undefined,
        ...(screen && { display: screen.display }),
        proxyPort: server.port,
        extension: shippedExtension(KIND),
        preferences: {
          'extensions.webextOptionalPermissionPrompts': false,
          'extensions.originControls.grantByDefault': false,
        },
      });
      await use(driver);
      await driver.close();
    },
    { scope: 'file' },
  ],
  page: async ({ driver, server }, use) => {
    const page = await driver.newPage();
    await page.goto(`${server.origin}/inline.html`);
    await use(page);
    await page.close();
  },
  welcome: async ({ driver }, use) => {
    const page = await driver.openExtensionPage('welcome.html');
    // The one that opens after installing may come before it at any moment.
    const isReady = async () => {
      await page.bringToFront();
      return (await page.$('input:checked')) !== null;
    };
    await expect.poll(isReady).toBe(true);
    await use(page);
    await page.close();
  },
});

const ALLOW = ['Tab', 'Return'];
const REFUSE = ['Escape'];
/** Milliseconds. In a prompt's first moments, and so soon after another key, Chromium lets no key answer. */
const DEAF = 2_000;

/** Answers the browser's prompt, which has the keyboard while it is open. Firefox has given already. */
async function answer(screen: Screen | undefined, page: Page, keys: readonly string[]): Promise<void> {
  if (screen === undefined) return;
  const isOpen = async () => !(await page.evaluate(() => document.hasFocus()));
  await expect.poll(isOpen).toBe(true);
  for (const key of keys) {
    await new Promise((resolve) => setTimeout(resolve, DEAF));
    await screen.press(key);
  }
  await expect.poll(isOpen).toBe(false);
}

const textOf = (page: Page, selector: string) =>
  page.evaluate((wanted) => document.querySelector(wanted)?.textContent ?? null, selector);

const granted = (desk: Page) => desk.evaluate(async () => (await chrome.permissions.getAll()).origins ?? []);

const takeBack = (desk: Page, origins: string[]) =>
  desk.evaluate((all) => chrome.permissions.remove({ origins: all }), origins);

/** Asks for the site of a page in the popup of the toolbar button, which closes under a prompt, and answers. */
async function askInPopup(driver: Driver, screen: Screen | undefined, page: Page, keys: readonly string[]) {
  const popup = await driver.pressAction(page);
  await popup.click('.decided .link');
  if (screen === undefined) {
    await expect
      .poll(() => popup.read(({ body }) => body.textContent))
      .not.toContain('Always read this site');
    await popup.close();
  }
  await expect.poll(() => popup.isOpen()).toBe(false);
  await answer(screen, page, keys);
}

async function chooseAllSites(welcome: Page): Promise<void> {
  await welcome.bringToFront();
  await welcome.locator('label:has([value=all])').click();
  await welcome.waitForSelector('[value=all]:checked');
  await welcome.locator('button.main').click();
}

describe.skipIf(!CAN_ASK)('the browser’s prompt, refused', () => {
  it('leaves the choices of the welcome page and is explained there', async ({ page, screen, welcome }) => {
    await chooseAllSites(welcome);
    await answer(screen, welcome, REFUSE);
    await expect.poll(() => textOf(welcome, '.done h2')).toBe('Permission was not given');
    expect(await granted(welcome)).toEqual([]);
    expect(await ask(welcome, 'choices', {})).toMatchObject({ defaultMode: 'marks' });
    expect(await marks(page)).toEqual([]);
    await ask(welcome, 'setDefaultMode', { mode: 'off' });
  });

  it('is told by the next popup, which offers it again', async ({ driver, page, screen, welcome }) => {
    await askInPopup(driver, screen, page, REFUSE);
    expect((await ask(welcome, 'choices', {})).rules).toEqual([{ site: SITE, mode: 'marks' }]);
    expect(await granted(welcome)).toEqual([]);
    // Read once, by the button, under a rule that nothing allows.
    const next = await pressButton(driver, page);
    await next.waitForSelector('.row');
    const said = await next.$$eval('.decided', (lines) => lines.map((line) => line.textContent));
    expect(said[0]).toMatch(/^Read once because .* Always read this site$/u);
    expect(said[1]).toMatch(/^By your rule for this site\./u);
    await next.close();
    await ask(welcome, 'setMode', { site: SITE, mode: null });
  });
});

describe.skipIf(KIND === 'chromium' && !CAN_ASK)('the permission', () => {
  // First, because Chromium does not ask again for what was given once, not even after it was taken back.
  it('given for one site in the popup, marks its pages and no others', async ({
    driver,
    page,
    screen,
    server,
    welcome,
  }) => {
    await askInPopup(driver, screen, page, ALLOW);
    await expect.poll(() => granted(welcome)).toEqual([`*://${SITE}/*`]);
    await page.reload();
    await expect.poll(() => marks(page)).toContain(NAME);
    const other = await driver.newPage();
    await other.goto(`http://localhost:${server.port}/inline.html`);
    const seen = await welcome.evaluate(async () => (await chrome.tabs.query({})).map(({ url }) => url));
    expect(seen).not.toContain(other.url());
    expect(await marks(other)).toEqual([]);
    await other.close();
    expect(await takeBack(welcome, [`*://${SITE}/*`])).toBe(true);
    await expect.poll(() => marks(page)).toEqual([]);
    await ask(welcome, 'setMode', { site: SITE, mode: null });
  });

  it('given for all sites on the welcome page, marks the page that was open before', async ({
    page,
    screen,
    welcome,
  }) => {
    await chooseAllSites(welcome);
    await answer(screen, welcome, ALLOW);
    await expect.poll(() => textOf(welcome, '.done h2')).toBe('Ready');
    expect(await granted(welcome)).toHaveLength(1);
    // Taken back under the open page, and given again: neither browser asks a second time here.
    expect(await takeBack(welcome, ['<all_urls>'])).toBe(true);
    await expect.poll(() => textOf(welcome, '.done h2')).toBe('Permission was not given');
    await welcome.locator('.done .acts button').click();
    await expect.poll(() => textOf(welcome, '.done h2')).toBe('Ready');
    await page.bringToFront();
    await expect.poll(() => marks(page)).toContain(NAME);
  });

  it('once given, lets each rule act in two windows with five tabs', ({ driver, server, welcome }) =>
    expectRulesToAct(welcome, driver, server));

  it('taken back, is noticed at once: the marks leave, and the panel explains', async ({
    driver,
    page,
    welcome,
  }) => {
    await page.bringToFront();
    await expect.poll(() => marks(page)).toContain(NAME);
    const panel = await driver.openExtensionPage(`sidepanel.html?tab=${await tabIdOf(welcome, page.url())}`);
    await expect.poll(() => panel.$$eval('.entry', ({ length }) => length)).toBeGreaterThan(0);
    expect(await takeBack(panel, ['<all_urls>'])).toBe(true);
    await expect.poll(() => marks(page)).toEqual([]);
    await expect.poll(() => textOf(panel, '.message h2')).toBe('Sidelight does not see this page');
    await panel.close();
    await ask(welcome, 'setDefaultMode', { mode: 'off' });
  });
});
