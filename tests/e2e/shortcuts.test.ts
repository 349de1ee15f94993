/** What the shortcuts and the context menu do on a page. */
import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import { readCard } from './harness/card.ts';
import { ask, tabIdOf } from './harness/extension.ts';
import { marks } from './harness/page.ts';
import { it } from './harness/suite.ts';

const SITE = '127.0.0.1';
const NAME = 'Ebrahim Raisi';

/** The mode of the page's site, and the rule that decides it. */
async function decided(desk: Page, page: Page): Promise<{ mode: string; rule?: string }> {
  const { mode, rule } = await ask(desk, 'tabState', { tabId: await tabIdOf(desk, page.url()) });
  return { mode, ...(rule === undefined ? {} : { rule }) };
}

describe('the shortcut for the mode', () => {
  it('goes from marks to quiet to off and to marks again, and the page follows', async ({
    desk,
    driver,
    page,
    server,
  }) => {
    await page.goto(`${server.origin}/inline.html`);
    await expect.poll(() => marks(page)).toContain(NAME);
    for (const mode of ['quiet', 'off', 'marks'] as const) {
      await driver.pressShortcut(page, 'site-mode');
      await expect.poll(() => decided(desk, page)).toEqual({ mode, rule: SITE });
      await page.bringToFront();
      if (mode === 'marks') await expect.poll(() => marks(page)).toContain(NAME);
      else await expect.poll(() => marks(page)).toEqual([]);
    }
    await ask(desk, 'setMode', { site: SITE, mode: null });
  });
});

describe('the shortcuts for mentions', () => {
  it('open the card of the next and of the one before', async ({ driver, page, server }) => {
    await page.goto(`${server.origin}/jump.html`);
    await expect.poll(() => marks(page)).toContain(NAME);
    const name = async () => (await readCard(driver, page))?.name;
    await driver.pressShortcut(page, 'next-mention');
    await expect.poll(name).toContain('Maryam Rajavi');
    await driver.pressShortcut(page, 'next-mention');
    await expect.poll(name).toContain(NAME);
    await driver.pressShortcut(page, 'previous-mention');
    await expect.poll(name).toContain('Maryam Rajavi');
  });
});

describe('the context menu', () => {
  it('sets the mode of the site, and the page follows', async ({ desk, driver, page, server }) => {
    await page.goto(`${server.origin}/inline.html`);
    await expect.poll(() => marks(page)).toContain(NAME);
    for (const mode of ['quiet', 'marks', 'off'] as const) {
      await driver.clickMenu(page, `mode:${mode}`, '');
      await expect.poll(() => decided(desk, page)).toEqual({ mode, rule: SITE });
      await page.bringToFront();
      if (mode === 'marks') await expect.poll(() => marks(page)).toContain(NAME);
      else await expect.poll(() => marks(page)).toEqual([]);
    }
    await ask(desk, 'setMode', { site: SITE, mode: null });
  });
});
