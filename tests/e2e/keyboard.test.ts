import { describe, expect } from 'vitest';
import { readCard } from './harness/card.ts';
import { step } from './harness/extension.ts';
import { marks } from './harness/page.ts';
import { it } from './harness/suite.ts';

describe('the keyboard', () => {
  it('goes from mention to mention, with the card open and the focus in it', async ({
    desk,
    driver,
    page,
    server,
  }) => {
    const url = `${server.origin}/inline.html`;
    await page.goto(url);
    await expect.poll(() => marks(page)).toContain('Navid Afkari');
    const [first, second] = await marks(page);

    await step(desk, url, 1);
    await expect.poll(async () => (await readCard(driver, page))?.name).toContain(first);
    expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');

    await step(desk, url, 1);
    await expect.poll(async () => (await readCard(driver, page))?.name).toContain(second);
    await step(desk, url, -1);
    await expect.poll(async () => (await readCard(driver, page))?.name).toContain(first);

    await page.keyboard.press('Escape');
    await expect.poll(() => readCard(driver, page)).toBeNull();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
  });

  it('scrolls to a mention that is out of sight', async ({ desk, driver, page, server }) => {
    const url = `${server.origin}/demo-news.html`;
    await page.goto(url);
    await expect.poll(() => marks(page)).toContain('Ebrahim Raisi');
    await step(desk, url, -1);
    await expect.poll(() => readCard(driver, page)).not.toBeNull();
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(0);
  });
});
