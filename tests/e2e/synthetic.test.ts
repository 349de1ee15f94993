import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import type { browser } from 'wxt/browser';
import { readCard } from './harness/card.ts';
import { step } from './harness/extension.ts';
import { hover, leave, locate, marks } from './harness/page.ts';
import { it } from './harness/suite.ts';

/** In a page of the extension; Firefox has it under this name too. */
declare const chrome: typeof browser;

declare global {
  /** In the desk: the names of what pages have asked the background since. */
  var asked: string[];
}

/** Events that a page makes itself, to open cards and learn what they hold, or to press what is on them. */
const EVENTS = 100_000;

/** A few seconds on a machine that does nothing else. */
const TIMEOUT_MS = 240_000;

/** Longer than a dwell, a grace and what follows them. */
const LONG_MS = 600;
const pause = () => new Promise((resolve) => setTimeout(resolve, LONG_MS));

/** From now on the desk hears what pages ask, as the background does. */
async function listen(desk: Page): Promise<void> {
  await desk.evaluate(() => {
    globalThis.asked = [];
    chrome.runtime.onMessage.addListener(({ name }) => {
      globalThis.asked.push(name);
    });
  });
}

/** What a page must not reach by events: what is stored, and the questions and changes that belong to a card. */
async function reached(desk: Page) {
  const asked = await desk.evaluate(() => globalThis.asked);
  return {
    stored: await desk.evaluate(() => chrome.storage.local.get(null)),
    asked: asked.filter((name) => ['describe', 'loadCard', 'write', 'openPanel'].includes(name)),
  };
}

describe('events that a page makes', { timeout: TIMEOUT_MS }, () => {
  it('open no card, ask for none and change nothing, however many', async ({
    desk,
    driver,
    page,
    server,
  }) => {
    await page.goto(`${server.origin}/inline.html`);
    await expect.poll(() => marks(page)).toContain('Ebrahim Raisi');
    await listen(desk);
    const before = { marks: await marks(page), ...(await reached(desk)) };
    const { x, y } = await locate(page, 'Maryam Rajavi');
    await page.evaluate(
      async (clientX, clientY, count, dwell) => {
        const place = { clientX, clientY, bubbles: true, cancelable: true, composed: true };
        const types = ['pointermove', 'pointerover', 'pointerdown', 'pointerup', 'mousemove', 'click'];
        const events = [
          ...types.map((type) => new PointerEvent(type, { ...place, pointerType: 'mouse' })),
          ...types.map((type) => new PointerEvent(type, { ...place, pointerType: 'touch' })),
          ...['Enter', 'Escape', 'Tab'].map((key) => new KeyboardEvent('keydown', { key, bubbles: true })),
        ];
        const target = document.elementFromPoint(clientX, clientY) ?? document.body;
        for (let made = 0; made < count; made++) {
          const event = events[made % events.length];
          if (event !== undefined) target.dispatchEvent(event);
          // Long enough for a dwell, now and then.
          if (made % 25_000 === 0) await new Promise((resolve) => setTimeout(resolve, dwell));
        }
        await new Promise((resolve) => setTimeout(resolve, dwell));
      },
      x,
      y,
      EVENTS,
      LONG_MS,
    );
    expect(await readCard(driver, page)).toBeNull();
    expect({ marks: await marks(page), ...(await reached(desk)) }).toEqual(before);
    expect(before.asked).toEqual([]);
  });

  it('do nothing to a card that is open, outside it and inside', async ({ desk, driver, page, server }) => {
    const url = `${server.origin}/inline.html`;
    await page.goto(url);
    await expect.poll(() => marks(page)).toContain('Ebrahim Raisi');
    await step(desk, url, 1);
    await expect.poll(() => readCard(driver, page)).toMatchObject({ name: 'Ebrahim Raisi', busy: false });
    await listen(desk);
    const before = { card: await readCard(driver, page), ...(await reached(desk)) };
    await page.evaluate(() => {
      const bubbles = { bubbles: true, composed: true };
      const host = document.querySelector('[popover]');
      for (const target of [document.body, host, document, window]) {
        for (const type of ['pointerdown', 'pointerup', 'click', 'pointerenter', 'pointerleave'])
          target?.dispatchEvent(new PointerEvent(type, bubbles));
        for (const type of ['selectstart', 'scroll', 'resize', 'focusin', 'focusout'])
          target?.dispatchEvent(new Event(type, bubbles));
        target?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', ...bubbles }));
      }
    });
    // No page can get there: if one could, its events would still press nothing.
    await driver.inClosedRoots(
      page,
      (root) => {
        for (const button of root.querySelectorAll('button')) {
          const bubbles = { bubbles: true, composed: true };
          for (const type of ['pointerdown', 'pointerup', 'click'])
            button.dispatchEvent(new PointerEvent(type, bubbles));
          button.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ...bubbles }));
          button.click();
        }
      },
      null,
    );
    await pause();
    expect({ card: await readCard(driver, page), ...(await reached(desk)) }).toEqual(before);
  });

  it('hold no card open that the pointer has left, and close none that it is in', async ({
    driver,
    page,
    server,
  }) => {
    await page.goto(`${server.origin}/inline.html`);
    await expect.poll(() => marks(page)).toContain('Ebrahim Raisi');
    await hover(page, 'Ebrahim Raisi');
    await expect.poll(() => readCard(driver, page)).toMatchObject({ busy: false });
    const { x = 0, y = 0 } = (await readCard(driver, page))?.box ?? {};
    await page.mouse.move(x + 40, y + 40, { steps: 2 });
    const make = (type: string) =>
      page.evaluate(
        (wanted) => document.querySelector('[popover]')?.dispatchEvent(new PointerEvent(wanted)),
        type,
      );
    await make('pointerleave');
    await pause();
    expect(await readCard(driver, page)).not.toBeNull();
    await leave(page);
    await make('pointerenter');
    await expect.poll(() => readCard(driver, page)).toBeNull();
  });
});
