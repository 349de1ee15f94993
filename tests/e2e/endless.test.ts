import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import { ask, tabIdOf } from './harness/extension.ts';
import { marks } from './harness/page.ts';
import { it } from './harness/suite.ts';

/** The most ranges that are registered at once. */
const MOST_RANGES = 1_000;

const countOf = async (desk: Page, url: string, name: string): Promise<number> => {
  const { mentions } = await ask(desk, 'tabState', { tabId: await tabIdOf(desk, url) });
  return mentions.find((mention) => mention.name === name)?.count ?? 0;
};

describe('a list that is longer than what stands in the page', () => {
  it('is marked row by row, and no row keeps the mark of the one before', async ({ page, server }) => {
    await page.goto(`${server.origin}/endless.html`);
    for (const row of [0, 1, 3, 100, 4_000, 4_001, 9_990, 2]) {
      await page.evaluate(`goTo(${row})`);
      await expect.poll(async () => (await marks(page)).join()).toBe(await page.evaluate('shown().join()'));
    }
  });

  it('is marked as it grows', async ({ desk, page, server }) => {
    const url = `${server.origin}/endless.html`;
    await page.goto(url);
    for (let posts = 1; posts <= 4; posts++) {
      await expect.poll(() => countOf(desk, url, 'Tahar Boumedra')).toBe(posts);
      await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
      await expect.poll(() => marks(page)).toContain('Tahar Boumedra');
    }
  });

  it('counts nobody who has only passed by', async ({ desk, page, server }) => {
    const url = `${server.origin}/endless.html`;
    await page.goto(url);
    await page.evaluate('flicker()');
    await page.evaluate(() => document.body.prepend('Betty Boothroyd came last.'));
    await expect.poll(() => marks(page)).toContain('Betty Boothroyd');
    await expect.poll(() => countOf(desk, url, 'Bob Blackman')).toBe(0);
    expect(await marks(page)).not.toContain('Bob Blackman');
  });
});

describe('a page with more mentions than are painted', () => {
  it('has no more ranges than the browser can bear, and those in view among them', async ({
    desk,
    page,
    server,
  }) => {
    const url = `${server.origin}/many.html`;
    await page.goto(url);
    await expect.poll(() => countOf(desk, url, 'Navid Afkari')).toBe(1);
    await expect.poll(async () => (await marks(page)).length).toBeGreaterThan(100);
    expect((await marks(page)).length).toBeLessThanOrEqual(MOST_RANGES);
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await expect.poll(() => marks(page)).toContain('Navid Afkari');
    expect((await marks(page)).length).toBeLessThanOrEqual(MOST_RANGES);
  });
});
