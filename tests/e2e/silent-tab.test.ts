/** A tab that does not answer, because it computes or shows a dialog: all others follow at once, and it follows when it wakes. */
import { setTimeout } from 'node:timers/promises';
import type { Dialog, Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import { ask, tabIdOf } from './harness/extension.ts';
import { marks } from './harness/page.ts';
import { it } from './harness/suite.ts';

const NAME = 'Ebrahim Raisi';

/** Long enough for all that a test does meanwhile, which it checks at its end. */
const BUSY_MS = 12_000;

interface Silence {
  isSilent: () => boolean;
  end: () => Promise<void>;
}

async function showDialog(page: Page): Promise<Silence> {
  const opened = new Promise<Dialog>((resolve) => page.once('dialog', resolve));
  let silent = true;
  const closed = page
    .evaluate(() => alert('Answer me first.'))
    .then(() => {
      silent = false;
    });
  // A test that fails meanwhile closes the page.
  closed.catch(() => {});
  const dialog = await opened;
  return {
    isSilent: () => silent,
    async end() {
      await dialog.accept();
      await closed;
    },
  };
}

async function compute(page: Page): Promise<Silence> {
  let silent = true;
  const done = page
    .evaluate((ms) => {
      const end = Date.now() + ms;
      while (Date.now() < end);
    }, BUSY_MS)
    .then(() => {
      silent = false;
    });
  done.catch(() => {});
  while (await answers(page)) await setTimeout(20);
  return { isSilent: () => silent, end: () => done };
}

function answers(page: Page): Promise<boolean> {
  const answer = page.evaluate(() => true).catch(() => true);
  return Promise.race([answer, setTimeout(250, false)]);
}

describe.each([
  ['computes', compute],
  ['shows a dialog', showDialog],
])('a tab that %s', (_, silence) => {
  it('holds up neither the other tabs nor what the popup shows of it, and follows the last choice when it wakes', async ({
    desk,
    driver,
    page,
    server,
  }) => {
    // Another site than that of the other tab: it has a process of its own.
    const other = await driver.newPage();
    await other.goto(`http://localhost:${server.port}/inline.html`);
    await expect.poll(() => marks(other)).toContain(NAME);
    await page.goto(`${server.origin}/inline.html`);
    await page.bringToFront();
    await expect.poll(() => marks(page)).toContain(NAME);

    const { isSilent, end } = await silence(other);
    for (const mode of ['quiet', 'marks', 'off', 'marks'] as const) {
      await ask(desk, 'setDefaultMode', { mode });
      await expect.poll(async () => (await marks(page)).includes(NAME)).toBe(mode === 'marks');
    }
    const shown = await ask(desk, 'tabState', { tabId: await tabIdOf(desk, other.url()) });
    expect(shown).toMatchObject({ site: 'localhost', mode: 'marks' });
    await ask(desk, 'setDefaultMode', { mode: 'quiet' });
    await page.bringToFront();
    await expect.poll(() => marks(page)).toEqual([]);
    await driver.stopBackground();
    expect(isSilent()).toBe(true);

    await end();
    await other.bringToFront();
    await expect.poll(() => marks(other)).toEqual([]);
    await ask(desk, 'setDefaultMode', { mode: 'marks' });
    await expect.poll(() => marks(other)).toContain(NAME);
    await other.close();
  });

  it('is read when it wakes, where it was off before', async ({ desk, driver, page, server }) => {
    await ask(desk, 'setMode', { site: '127.0.0.1', mode: 'off' });
    await page.goto(`${server.origin}/inline.html`);
    const { isSilent, end } = await silence(page);
    await ask(desk, 'setMode', { site: '127.0.0.1', mode: null });
    const { unread } = await ask(desk, 'tabState', { tabId: await tabIdOf(desk, page.url()) });
    expect(unread).toBe('loading');
    await driver.stopBackground();
    expect(isSilent()).toBe(true);
    await end();
    await page.bringToFront();
    await expect.poll(() => marks(page)).toContain(NAME);
  });
});
