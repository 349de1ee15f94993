/** The test bench of the options page, on the text of a tab that is open. */
import { describe, expect } from 'vitest';
import { ask } from './harness/extension.ts';
import { choose, goTo, harbour, importText, openManager, wordsOn } from './harness/manager.ts';
import { screenshot } from './harness/page.ts';
import { it } from './harness/suite.ts';

describe('the test bench', () => {
  it('tries the text of an open tab, and says where one cannot be read', async ({ desk, driver, server }) => {
    const manager = await openManager(driver, 'import');
    await importText(manager, harbour('tried'));
    const page = await driver.newPage();
    await page.goto(`${server.origin}/plain.html`);
    await page.evaluate(() => {
      document.title = 'The inquiry';
      document.body.textContent = 'Osric Vane spoke at Port Ellery. Vane Street was closed.';
    });
    await goTo(manager, 'bench');
    await choose(manager, 'Or take the text of an open tab', 'The inquiry');
    await expect
      .poll(() => wordsOn(manager))
      .toMatch(/1 mention[\s\S]*Osric Vane[\s\S]*with “Street” it is another name/u);
    expect(await manager.$eval('.bench textarea', (field) => Reflect.get(field, 'value'))).toContain(
      'Osric Vane spoke at Port Ellery.',
    );
    await screenshot(manager, `manager-bench-${driver.kind}`);

    await page.close();
    await choose(manager, 'Or take the text of an open tab', 'The inquiry');
    await expect.poll(() => wordsOn(manager)).toContain('The browser does not let this tab be read.');
    await ask(desk, 'setPack', { packId: 'tried', on: false });
    await manager.close();
  });
});
