import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import { type CardView, clickInCard, readCard } from './harness/card.ts';
import type { Driver } from './harness/driver.ts';
import { ask } from './harness/extension.ts';
import { hover, leave, locate, marks, screenshot } from './harness/page.ts';
import { it } from './harness/suite.ts';

/** Opens the card of a name by resting the pointer on it, and waits for its content. */
async function openCard(driver: Driver, page: Page, name: string): Promise<CardView> {
  await expect.poll(() => marks(page)).toContain(name);
  await hover(page, name);
  await expect.poll(() => readCard(driver, page)).toMatchObject({ busy: false });
  const card = await readCard(driver, page);
  if (card === null) throw new Error('the card has closed');
  return card;
}

const textOf = async (driver: Driver, page: Page) => (await readCard(driver, page))?.text ?? '';

describe('where a card stands', () => {
  it('is beside the mention, never over it, and inside the window', async ({ driver, page, server }) => {
    await page.goto(`${server.origin}/inline.html`);
    const { box } = await openCard(driver, page, 'Ebrahim Raisi');
    const { y } = await locate(page, 'Ebrahim Raisi');
    expect(y < box.y || y > box.y + box.height).toBe(true);
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(1280);
    expect(box.y + box.height).toBeLessThanOrEqual(800);
  });

  it('is the foot of a narrow window', async ({ driver, page, server }) => {
    await page.setViewport({ width: 360, height: 640 });
    await page.goto(`${server.origin}/inline.html`);
    const { box } = await openCard(driver, page, 'Maryam Rajavi');
    expect(Math.round(box.width)).toBe(360);
    expect(Math.round(box.y + box.height)).toBe(640);
    await screenshot(page, `card-narrow-${driver.kind}`);
  });

  it('is above a mention that has no room below it', async ({ driver, page, server }) => {
    await page.goto(`${server.origin}/inline.html`);
    await page.evaluate(() => {
      document.body.style.paddingBlockStart = '700px';
    });
    const { box } = await openCard(driver, page, 'Ebrahim Raisi');
    const { y } = await locate(page, 'Ebrahim Raisi');
    expect(box.y + box.height).toBeLessThan(y);
    expect(box.y).toBeGreaterThanOrEqual(0);
  });

  it('is beside the mention in the middle of a narrow window, never over it', async ({
    driver,
    page,
    server,
  }) => {
    await page.setViewport({ width: 360, height: 640 });
    await page.goto(`${server.origin}/inline.html`);
    await page.evaluate(() => {
      document.body.style.paddingBlock = '600px';
    });
    const { box } = await openCard(driver, page, 'Ebrahim Raisi');
    const { y } = await locate(page, 'Ebrahim Raisi');
    expect(y < box.y || y > box.y + box.height).toBe(true);
  });

  it('is over a modal dialog, and can be used there', async ({ driver, page, server }) => {
    await page.goto(`${server.origin}/layers.html`);
    await page.evaluate(() => document.querySelector('dialog')?.showModal());
    await openCard(driver, page, 'Ebrahim Raisi');
    await clickInCard(driver, page, 'Pin');
    await leave(page);
    await expect.poll(() => textOf(driver, page)).toContain('Ebrahim Raisi');
    await page.keyboard.press('Escape');
    await expect.poll(() => readCard(driver, page)).toBeNull();
  });

  it('is over a page that allows no style and no script of its own', async ({ driver, page, server }) => {
    await page.goto(`${server.origin}/strict-csp.html`);
    const { box } = await openCard(driver, page, 'Ebrahim Raisi');
    expect(box.width).toBeGreaterThan(300);
  });
});

describe('what a reader does with a card', () => {
  it('"not this person" takes the marks out, and Undo brings them back', async ({ driver, page, server }) => {
    await page.goto(`${server.origin}/inline.html`);
    await openCard(driver, page, 'Ebrahim Raisi');
    await clickInCard(driver, page, 'Not this person');
    await expect.poll(() => marks(page)).not.toContain('Ebrahim Raisi');
    await clickInCard(driver, page, 'Undo');
    await expect.poll(() => marks(page)).toContain('Ebrahim Raisi');
  });

  it('"mute" holds on every site, and Undo takes it back', async ({ desk, driver, page, server }) => {
    await page.goto(`${server.origin}/inline.html`);
    await openCard(driver, page, 'Maryam Rajavi');
    await clickInCard(driver, page, 'Mute');
    await expect.poll(() => marks(page)).not.toContain('Maryam Rajavi');
    await expect
      .poll(() => desk.evaluate('chrome.storage.local.get(null)'))
      .toHaveProperty(['muted:uk-conference-2020/maryam-rajavi']);
    await clickInCard(driver, page, 'Undo');
    await expect.poll(() => marks(page)).toContain('Maryam Rajavi');
  });

  it('"off on this site" takes all marks out and leaves the way back in the card', async ({
    desk,
    driver,
    page,
    server,
  }) => {
    await ask(desk, 'setMode', { site: '127.0.0.1', mode: 'marks' });
    await page.goto(`${server.origin}/inline.html`);
    await openCard(driver, page, 'Ebrahim Raisi');
    await clickInCard(driver, page, 'Off on this site');
    await expect.poll(() => marks(page)).toEqual([]);
    await clickInCard(driver, page, 'Undo');
    await expect.poll(() => marks(page)).toContain('Ebrahim Raisi');
  });

  it('follows what is related, and comes back', async ({ driver, page, server }) => {
    await page.goto(`${server.origin}/inline.html`);
    await openCard(driver, page, 'Ebrahim Raisi');
    await clickInCard(driver, page, 'Judiciary of Iran');
    await expect.poll(() => textOf(driver, page)).toMatch(/Organisation.*Judiciary of Iran/su);
    await clickInCard(driver, page, 'Back');
    await expect.poll(() => textOf(driver, page)).toContain('ابراهیم رئیسی');
  });

  it('copies the whole quote with who said it, once that is shown', async ({ driver, page, server }) => {
    await page.goto(`${server.origin}/inline.html`);
    await page.evaluate(() => {
      document.body.append(document.createElement('textarea'));
    });
    await openCard(driver, page, 'Maryam Rajavi');
    const [summary] = await driver.inClosedRoots(
      page,
      (root) => root.querySelector('.folded summary')?.textContent.trim() ?? '',
      null,
    );
    await clickInCard(driver, page, summary ?? '');
    await clickInCard(driver, page, 'Whole quote');
    await clickInCard(driver, page, 'Copy this quote with its source');
    await expect.poll(() => textOf(driver, page)).toContain('Copied');
    const { allText = '' } = (await readCard(driver, page)) ?? {};
    await page.keyboard.press('Escape');
    await page.focus('textarea');
    await page.keyboard.down('Control');
    await page.keyboard.press('v', { commands: ['Paste'] });
    await page.keyboard.up('Control');
    const pasted = () => page.$eval('textarea', ({ value }) => value);
    await expect.poll(pasted).toMatch(/^“Amnesty International published .*”\n— Maryam Rajavi, .*2020/su);
    for (const paragraph of (await pasted()).split('”\n—')[0]?.slice(1).split('\n\n') ?? [])
      expect(allText).toContain(paragraph);
    expect(await pasted()).not.toContain('…');
  });

  it('says so when what it is asked for was taken away meanwhile, and can be used on', async ({
    desk,
    driver,
    page,
    server,
  }) => {
    await page.goto(`${server.origin}/inline.html`);
    await openCard(driver, page, 'Ebrahim Raisi');
    await clickInCard(driver, page, 'Pin');
    await ask(desk, 'setBundled', { on: false });
    await expect.poll(() => marks(page)).toEqual([]);
    await clickInCard(driver, page, 'Judiciary of Iran');
    await expect.poll(() => textOf(driver, page)).toContain('no longer hold anything on Judiciary of Iran');
    await clickInCard(driver, page, 'Back');
    await expect.poll(() => textOf(driver, page)).toContain('ابراهیم رئیسی');
    await page.keyboard.press('Escape');
    await expect.poll(() => readCard(driver, page)).toBeNull();
    await ask(desk, 'setBundled', { on: true });
    await expect.poll(() => marks(page)).toContain('Ebrahim Raisi');
  });

  it('leaves nothing in the page when it is closed', async ({ driver, page, server }) => {
    await page.goto(`${server.origin}/inline.html`);
    await expect.poll(() => marks(page)).toContain('Ebrahim Raisi');
    const before = await page.evaluate(() => document.documentElement.outerHTML);
    await openCard(driver, page, 'Ebrahim Raisi');
    await page.keyboard.press('Escape');
    await expect.poll(() => readCard(driver, page)).toBeNull();
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
  });
});

/** Moves the pointer a little, on the words that it rests on, and waits longer than a card takes to open or to close. */
async function stir(page: Page, name: string): Promise<void> {
  const { x, y } = await locate(page, name);
  await page.mouse.move(x + 3, y + 1, { steps: 2 });
  await new Promise((resolve) => setTimeout(resolve, 800));
}

describe('a pointer that stays on a name', () => {
  it('leaves the card as it was read, when it is stirred and when it comes back', async ({
    driver,
    page,
    server,
  }) => {
    await page.goto(`${server.origin}/inline.html`);
    await openCard(driver, page, 'Ebrahim Raisi');
    await clickInCard(driver, page, 'Judiciary of Iran');
    const followed = { name: 'Judiciary of Iran', busy: false };
    await expect.poll(() => readCard(driver, page)).toMatchObject(followed);
    for (const _ of ['comes back', 'is stirred']) {
      await stir(page, 'Ebrahim Raisi');
      expect(await readCard(driver, page)).toMatchObject(followed);
    }
  });

  it('has its card beside a box that scrolls by itself', async ({ driver, page, server }) => {
    await page.goto(`${server.origin}/inline.html`);
    await page.evaluate(() => {
      const ticker = document.createElement('div');
      ticker.style.cssText = 'position: fixed; inset: auto 0 0 0; block-size: 40px; overflow: scroll';
      ticker.innerHTML = '<p style="block-size: 4000px">';
      document.body.append(ticker);
      setInterval(() => ticker.scrollBy(0, 1), 20);
    });
    await openCard(driver, page, 'Ebrahim Raisi');
    await stir(page, 'Ebrahim Raisi');
    expect(await readCard(driver, page)).toMatchObject({ name: 'Ebrahim Raisi' });
  });

  it('does not bring a card back that was closed with Escape, until it comes again', async ({
    driver,
    page,
    server,
  }) => {
    await page.goto(`${server.origin}/inline.html`);
    await openCard(driver, page, 'Ebrahim Raisi');
    await page.keyboard.press('Escape');
    await expect.poll(() => readCard(driver, page)).toBeNull();
    await stir(page, 'Ebrahim Raisi');
    expect(await readCard(driver, page)).toBeNull();
    await leave(page);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await openCard(driver, page, 'Ebrahim Raisi');
  });
});

describe('a finger', () => {
  it('opens a card with a tap on a mark, and closes it with a tap elsewhere', async ({
    driver,
    page,
    server,
  }) => {
    await page.goto(`${server.origin}/inline.html`);
    await expect.poll(() => marks(page)).toContain('Ebrahim Raisi');
    const { x, y } = await locate(page, 'Ebrahim Raisi');
    await page.touchscreen.tap(x, y);
    await expect.poll(() => textOf(driver, page)).toContain('Ebrahim Raisi');
    await page.touchscreen.tap(2, 2);
    await expect.poll(() => readCard(driver, page)).toBeNull();
  });
});

describe('when a card does not open', () => {
  it('is while the page is scrolled', async ({ driver, page, server }) => {
    await page.goto(`${server.origin}/demo-news.html`);
    await expect.poll(() => marks(page)).toContain('Maryam Rajavi');
    await hover(page, 'Maryam Rajavi');
    for (let turn = 0; turn < 8; turn++) {
      await page.mouse.wheel({ deltaY: turn % 2 ? -2 : 2 });
      await new Promise((resolve) => setTimeout(resolve, 80));
    }
    expect(await readCard(driver, page)).toBeNull();
  });

  it('is on words that are being written', async ({ driver, page, server }) => {
    await page.goto(`${server.origin}/hidden.html`);
    await expect.poll(() => marks(page)).toContain('Maryam Rajavi');
    await hover(page, 'Bob Blackman');
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(await readCard(driver, page)).toBeNull();
  });

  it('is when a link is clicked: the link works as ever', async ({ page, server }) => {
    await page.goto(`${server.origin}/layers.html`);
    await expect.poll(() => marks(page)).toContain('Hossein-Ali Nayeri');
    const { x, y } = await locate(page, 'Hossein-Ali Nayeri');
    await page.mouse.click(x, y);
    await expect.poll(() => page.evaluate(() => location.hash)).toBe('#followed');
  });
});
