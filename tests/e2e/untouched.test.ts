import type { Page } from 'puppeteer-core';
import { describe, expect, inject } from 'vitest';
import { ask } from './harness/extension.ts';
import { marks } from './harness/page.ts';
import { it } from './harness/suite.ts';

const SITE = '127.0.0.1';
const COMMAND = process.platform === 'darwin' ? 'Meta' : 'Control';

/** Copies the whole page with the keyboard and pastes it: the words, and the markup that comes with them. */
async function copied(page: Page): Promise<{ selected: string; text: string; markup: string }> {
  await page.bringToFront();
  await page.evaluate(() => getSelection()?.selectAllChildren(document.body));
  const selected = await page.evaluate(() => String(getSelection()));
  await press(page, 'c');
  await page.evaluate(() => {
    document.body.insertAdjacentHTML(
      'beforeend',
      '<textarea id="text"></textarea><div id="markup" contenteditable></div>',
    );
  });
  for (const id of ['text', 'markup']) {
    await page.focus(`#${id}`);
    await press(page, 'v');
  }
  return page.evaluate((words) => {
    const text = document.querySelector<HTMLTextAreaElement>('#text')?.value ?? '';
    return { selected: words, text, markup: document.querySelector('#markup')?.innerHTML ?? '' };
  }, selected);
}

async function press(page: Page, key: 'c' | 'v'): Promise<void> {
  await page.keyboard.down(COMMAND);
  await page.keyboard.press(key);
  await page.keyboard.up(COMMAND);
}

describe('a page with marks', () => {
  it('is copied as if nothing were there', async ({ desk, page, server }) => {
    await ask(desk, 'setMode', { site: SITE, mode: 'off' });
    await page.goto(`${server.origin}/inline.html`);
    const plain = await copied(page);
    expect(plain.text).toContain('Raisi, the first name in bold');
    expect(plain.markup).toContain('<b>Ebrahim</b>');
    await ask(desk, 'setMode', { site: SITE, mode: 'marks' });
    await page.goto(`${server.origin}/inline.html`);
    await expect.poll(() => marks(page)).toContain('Ebrahim Raisi');
    expect(await copied(page)).toEqual(plain);
  });

  it('is printed as if nothing were there', async ({ desk, driver, page, server }) => {
    const pictureOf = async (media: 'print' | 'screen') => {
      await driver.setMedia(page, media);
      return (await page.screenshot()).toString();
    };
    await ask(desk, 'setMode', { site: SITE, mode: 'off' });
    await page.goto(`${server.origin}/inline.html`);
    const plain = { print: await pictureOf('print'), screen: await pictureOf('screen') };
    await ask(desk, 'setMode', { site: SITE, mode: 'marks' });
    await page.goto(`${server.origin}/inline.html`);
    await expect.poll(() => marks(page)).toContain('Ebrahim Raisi');
    // On the screen they can be seen, or the comparison would say nothing.
    await expect.poll(() => pictureOf('screen')).not.toBe(plain.screen);
    await expect.poll(() => pictureOf('print')).toBe(plain.print);
    await expect.poll(() => pictureOf('screen')).not.toBe(plain.screen);
  });

  it('has no highlight for as long as it is being printed', async ({ page, server }) => {
    await page.goto(`${server.origin}/inline.html`);
    await expect.poll(() => marks(page)).toContain('Ebrahim Raisi');
    const before = await marks(page);
    await page.evaluate(() => {
      addEventListener('beforeprint', () => {
        document.title = `${CSS.highlights.size} highlights`;
      });
    });
    await page.pdf();
    expect(await page.title()).toBe('0 highlights');
    await expect.poll(() => marks(page)).toEqual(before);
  });

  it('has them in the colour that the reader’s own theme gives to links', async ({
    driver,
    page,
    server,
  }) => {
    await page.goto(`${server.origin}/inline.html`);
    await expect.poll(() => marks(page)).toContain('Ebrahim Raisi');
    const colours = () =>
      page.evaluate(() => {
        const [name] = CSS.highlights.keys();
        const link = document.body.appendChild(document.createElement('i'));
        link.style.color = 'LinkText';
        const wanted = getComputedStyle(link).color;
        link.remove();
        return { wanted, mark: getComputedStyle(document.body, `::highlight(${name})`).textDecorationColor };
      });
    const before = await colours();
    expect(before.mark).not.toBe(before.wanted);
    await driver.setForcedColors(page, true);
    await expect.poll(() => page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
    const forced = await colours();
    expect(forced.mark).toBe(forced.wanted);
    await driver.setForcedColors(page, false);
  });
});

describe('a tab in the background', () => {
  it('is read when it is shown, and not before', async ({ desk, page, server }) => {
    await page.goto('about:blank');
    await desk.bringToFront();
    await page.goto(`${server.origin}/inline.html`);
    // One that is shown, opened after it: whatever was to be read has been read.
    expect(await page.evaluate(() => document.visibilityState), inject('browserKind')).toBe('hidden');
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(await marks(page)).toEqual([]);
    await page.bringToFront();
    await expect.poll(() => marks(page)).toContain('Ebrahim Raisi');
  });
});
