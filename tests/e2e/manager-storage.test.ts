/** Whether the browser keeps the data, as the options page asks for it and tells it. */
import { describe, expect } from 'vitest';
import { openManager, press, wordsOn } from './harness/manager.ts';
import { it } from './harness/suite.ts';

describe('the browser', () => {
  it('is asked to keep the data when the reader says so, and what it answers is told', async ({
    desk: _,
    driver,
  }) => {
    const manager = await openManager(driver, 'storage');
    await expect.poll(() => wordsOn(manager)).toContain('The browser may delete this data');
    // Browsers decide by rules of their own, and one of them asks the reader: the answers are the test's.
    const answer = (agrees: boolean) =>
      manager.evaluate((kept) => {
        navigator.storage.persist = async () => {
          navigator.storage.persisted = async () => kept;
          return kept;
        };
      }, agrees);
    await answer(false);
    await press(manager, 'Ask the browser to keep it');
    await expect.poll(() => wordsOn(manager)).toContain('The browser did not agree.');
    await answer(true);
    await press(manager, 'Ask the browser to keep it');
    await expect
      .poll(() => wordsOn(manager))
      .toContain('The browser keeps this data also when the disk gets full.');
    expect(await wordsOn(manager)).not.toMatch(/did not agree|Ask the browser to keep it/u);
    await manager.close();
  });
});
