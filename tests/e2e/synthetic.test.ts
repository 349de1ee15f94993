import { describe, expect } from 'vitest';
import { readCard } from './harness/card.ts';
import { ask } from './harness/extension.ts';
import { locate, marks } from './harness/page.ts';
import { it } from './harness/suite.ts';

/** Events that a page makes itself, to open cards and learn what they hold, or to press what is on them. */
const EVENTS = 100_000;

/** A few seconds on a machine that does nothing else. */
const TIMEOUT_MS = 240_000;

describe('events that a page makes', { timeout: TIMEOUT_MS }, () => {
  it('open no card and change nothing, however many', async ({ desk, driver, page, server }) => {
    await page.goto(`${server.origin}/inline.html`);
    await expect.poll(() => marks(page)).toContain('Ebrahim Raisi');
    const before = await marks(page);
    const { x, y } = await locate(page, 'Maryam Rajavi');
    await page.evaluate(
      async (clientX, clientY, count) => {
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
          if (made % 25_000 === 0) await new Promise((resolve) => setTimeout(resolve, 600));
        }
        await new Promise((resolve) => setTimeout(resolve, 600));
      },
      x,
      y,
      EVENTS,
    );
    expect(await readCard(driver, page)).toBeNull();
    expect(await marks(page)).toEqual(before);
    const packs = await ask(desk, 'packs', {});
    expect(packs.every(({ on }) => on)).toBe(true);
  });
});
