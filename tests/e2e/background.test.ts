import { describe, expect } from 'vitest';
import { readCard } from './harness/card.ts';
import { hover, leave, marks } from './harness/page.ts';
import { it } from './harness/suite.ts';

describe('a background that the browser has stopped', () => {
  it('answers the next hover as if nothing had happened', async ({ driver, page, server }) => {
    await page.goto(`${server.origin}/demo-news.html`);
    await expect.poll(() => marks(page)).toContain('Ebrahim Raisi');
    const painted = await marks(page);
    await hover(page, 'Ebrahim Raisi');
    await expect.poll(() => readCard(driver, page)).toMatchObject({ busy: false });
    const before = await readCard(driver, page);
    await leave(page);
    await expect.poll(() => readCard(driver, page)).toBeNull();

    await driver.stopBackground();
    expect(await driver.isBackgroundRunning()).toBe(false);

    await hover(page, 'Ebrahim Raisi');
    await expect.poll(async () => (await readCard(driver, page))?.text).toEqual(before?.text);
    expect(await marks(page)).toEqual(expect.arrayContaining(painted));
  });

  it('reads a page that changes afterwards', async ({ driver, page, server }) => {
    await page.goto(`${server.origin}/dynamic.html`);
    await expect.poll(() => marks(page)).toEqual(['Maryam Rajavi']);
    await driver.stopBackground();
    await page.evaluate('addName()');
    await expect.poll(() => marks(page)).toEqual(['Maryam Rajavi', 'Ebrahim Raisi']);
  });
});
