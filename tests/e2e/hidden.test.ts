import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import { ask, tabIdOf } from './harness/extension.ts';
import { marks } from './harness/page.ts';
import { it } from './harness/suite.ts';

const names = async (desk: Page, url: string) => {
  const { mentions } = await ask(desk, 'tabState', { tabId: await tabIdOf(desk, url) });
  return mentions.map(({ name }) => name);
};

describe('text that cannot be seen', () => {
  it('is neither marked nor counted', async ({ desk, page, server }) => {
    const url = `${server.origin}/hidden.html`;
    await page.goto(url);
    await expect.poll(() => marks(page)).toEqual(['Maryam Rajavi']);
    // What stands outside the viewport is counted, for a reader can scroll there; what is being written is not marked.
    await expect
      .poll(() => names(desk, url))
      .toEqual(['Maryam Rajavi', 'Hossein-Ali Nayeri', 'Bob Blackman']);
  });

  it.for([
    ['none', 'Ebrahim Raisi'],
    ['invisible', 'Navid Afkari'],
    ['clear', 'Tahar Boumedra'],
    ['details', 'Mostafa Pourmohammadi'],
  ] as const)('is marked and counted once it is shown: %s', async ([id, name], { desk, page, server }) => {
    const url = `${server.origin}/hidden.html`;
    await page.goto(url);
    await expect.poll(() => marks(page)).toEqual(['Maryam Rajavi']);
    await page.evaluate(`show('${id}')`);
    await expect.poll(() => marks(page), { timeout: 10_000 }).toContain(name);
    await expect.poll(() => names(desk, url)).toContain(name);
  });

  it('is not counted in quiet mode either', async ({ desk, page, server }) => {
    await ask(desk, 'setMode', { site: '127.0.0.1', mode: 'quiet' });
    const url = `${server.origin}/hidden.html`;
    await page.goto(url);
    await expect
      .poll(() => names(desk, url))
      .toEqual(['Maryam Rajavi', 'Hossein-Ali Nayeri', 'Bob Blackman']);
    await page.evaluate("show('none')");
    await expect.poll(() => names(desk, url), { timeout: 10_000 }).toContain('Ebrahim Raisi');
    expect(await marks(page)).toEqual([]);
    await ask(desk, 'setMode', { site: '127.0.0.1', mode: 'marks' });
  });
});
