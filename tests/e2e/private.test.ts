/**
 * Private windows, in a browser that lets Sidelight into them: the reader's choice holds there, and what is read and
 * chosen there leaves nothing behind.
 */
import type { Page } from 'puppeteer-core';
import { describe, expect, inject } from 'vitest';
import type { browser } from 'wxt/browser';
import { launchBrowser } from './harness/browsers.ts';
import { clickInCard, readCard } from './harness/card.ts';
import type { Driver } from './harness/driver.ts';
import { ask } from './harness/extension.ts';
import { kept } from './harness/kept.ts';
import { hover, marks } from './harness/page.ts';
import type { FixtureServer } from './harness/server.ts';
import { it as base } from './harness/suite.ts';
import { openWindow } from './harness/windows.ts';

declare const chrome: typeof browser;

const NAME = 'Ebrahim Raisi';
const OTHER = 'Maryam Rajavi';
const REFUSED = 'uk-conference-2020/maryam-rajavi';
const SEEN = 'seen-elsewhere.localhost';
const UNSEEN = 'seen-in-private.localhost';

const at = (server: FixtureServer, host: string) => `http://${host}:${server.port}/inline.html`;

const it = base.extend<{ driver: Driver }>({
  driver: [
    async ({ server }, use) => {
      const driver = await launchBrowser(inject('browserKind'), { headless: true, proxyPort: server.port });
      await driver.letInto('private windows');
      await use(driver);
      await driver.close();
    },
    { scope: 'file' },
  ],
});

async function openPrivate(driver: Driver, desk: Page, url: string) {
  const { tabs, close } = await openWindow(driver, desk, [url], { isPrivate: true });
  const [tab] = tabs;
  if (tab === undefined) throw new Error('the window has no tab');
  const { page, tabId } = tab;
  return { page, tabId, close, state: () => ask(desk, 'tabState', { tabId }) };
}

/** Reads a page, rests on a name, mutes another from its card, and sets a rule for the site. */
async function readAndChoose(driver: Driver, desk: Page, page: Page, tabId: number): Promise<void> {
  await page.bringToFront();
  await expect.poll(() => marks(page)).toContain(NAME);
  await hover(page, NAME);
  await expect.poll(() => readCard(driver, page)).toMatchObject({ busy: false });
  await clickInCard(driver, page, 'Mute');
  await expect.poll(() => marks(page)).not.toContain(NAME);
  await ask(desk, 'refuse', { site: UNSEEN, entity: REFUSED, on: true, tabId });
  await expect.poll(() => marks(page)).not.toContain(OTHER);
  await ask(desk, 'setMode', { site: UNSEEN, mode: 'quiet', tabId });
  await expect.poll(() => marks(page)).toEqual([]);
}

describe('a private window', () => {
  it('is let alone until the reader has chosen, and follows the choice at once', async ({
    desk,
    driver,
    server,
  }) => {
    const { page, state, close } = await openPrivate(driver, desk, at(server, UNSEEN));
    await expect.poll(state).toMatchObject({ isPrivate: true, unread: 'private', mentions: [] });
    expect(await marks(page)).toEqual([]);

    await driver.stopBackground();
    await ask(desk, 'setPrivateWindows', { choice: 'quiet' });
    await expect
      .poll(async () => (await state()).mentions)
      .toContainEqual(expect.objectContaining({ name: NAME }));
    expect(await state()).toMatchObject({ mode: 'quiet' });
    expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);

    await driver.stopBackground();
    await ask(desk, 'setPrivateWindows', { choice: 'as-elsewhere' });
    await expect.poll(() => marks(page)).toContain(NAME);

    await driver.stopBackground();
    await ask(desk, 'setPrivateWindows', { choice: 'off' });
    await expect.poll(() => page.evaluate(() => CSS.highlights.size)).toBe(0);
    expect(await state()).toMatchObject({ unread: 'private', mentions: [] });
    await close();
  });

  it('leaves nothing in what is kept: not by reading, hovering, muting, nor by a rule', async ({
    desk,
    driver,
    page,
    server,
  }) => {
    await ask(desk, 'setPrivateWindows', { choice: 'as-elsewhere' });
    // The index is made and kept when it is first needed.
    await page.goto(at(server, SEEN));
    await expect.poll(() => marks(page)).toContain(NAME);
    const before = await kept(desk);
    expect(Object.keys(before)).toContain('sidelight: packs');

    const opened = await openPrivate(driver, desk, at(server, UNSEEN));
    await readAndChoose(driver, desk, opened.page, opened.tabId);
    expect(await kept(desk)).toEqual(before);
    // What was chosen there holds there only.
    await page.bringToFront();
    expect(await marks(page)).toEqual(expect.arrayContaining([NAME, OTHER]));

    // The popup knows of both, and takes back what was chosen there.
    const popup = await driver.openExtensionPage(`popup.html?tab=${opened.tabId}`);
    await popup.waitForSelector('.hidden-here summary');
    await popup.click('.hidden-here summary');
    await popup.locator(`.hidden-here [aria-label="Show again: ${NAME}"]`).click();
    const counted = async () => (await opened.state()).mentions.map(({ name }) => name);
    await expect.poll(counted).toContain(NAME);
    await popup.locator('.hidden-here [role=status] button').click();
    await expect.poll(counted).not.toContain(NAME);
    await popup.close();
    expect(await kept(desk)).toEqual(before);

    await opened.close();
    const memory = () => desk.evaluate(() => chrome.storage.session.get(null));
    await expect.poll(async () => JSON.stringify(await memory())).not.toContain('private:');
    expect(JSON.stringify(await memory())).not.toContain(UNSEEN);
    expect(await kept(desk)).toEqual(before);
    const again = await openPrivate(driver, desk, at(server, UNSEEN));
    await expect.poll(() => marks(again.page)).toEqual(expect.arrayContaining([NAME, OTHER]));
    await again.close();
    // Elsewhere the same choice is kept.
    const mute = (on: boolean) => ask(desk, 'mute', { entity: REFUSED, on });
    await mute(true);
    expect(await kept(desk)).not.toEqual(before);
    await mute(false);
  });
});
