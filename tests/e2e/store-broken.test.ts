import { describe, expect } from 'vitest';
import { replaceDatabase } from './harness/database.ts';
import { ask, tabIdOf } from './harness/extension.ts';
import { marks } from './harness/page.ts';
import { it } from './harness/suite.ts';

describe('a database that cannot be used', () => {
  it('leaves the bundled pack at work, as it is shipped, and says so', async ({
    desk,
    driver,
    page,
    server,
  }) => {
    await replaceDatabase(desk);
    await driver.stopBackground();
    const url = `${server.origin}/inline.html`;
    await page.goto(url);
    await expect.poll(() => marks(page)).toContain('Ebrahim Raisi');
    expect(await ask(desk, 'tabState', { tabId: await tabIdOf(desk, url) })).toMatchObject({
      storeBroken: true,
    });
    const databases = await desk.evaluate(() => indexedDB.databases());
    expect(databases).toContainEqual({ name: 'sidelight', version: 990 });
  });
});
