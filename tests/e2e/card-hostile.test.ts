/** A pack with the largest of what its format allows: its card is whole in both browsers, in a wide window and a narrow one. */
import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import type { Entity, Pack, Quote } from '../../src/dataset/schema.ts';
import { clickInCard, readCard } from './harness/card.ts';
import type { Driver } from './harness/driver.ts';
import { harbour, importText, openManager } from './harness/manager.ts';
import { hover, marks, screenshot } from './harness/page.ts';
import { it } from './harness/suite.ts';

const NAME = 'Wolfeschlegelsteinhausenbergerdorff'.repeat(9).slice(0, 300);
const QUOTES = 500;
const RELATED = 100;
const LONG = 20_000;

/** Osric Vane, with all of it. */
function overdo(pack: Pack): void {
  const [vane] = pack.entities.filter(({ id }) => id === 'osric-vane');
  const [said] = pack.quotes;
  if (vane === undefined || said === undefined) throw new Error('the invented pack has lost Osric Vane');
  const related = Array.from({ length: RELATED }, (_, i): Entity => {
    const name = i === 0 ? 'Unbreakable'.repeat(30) : `Somebody ${i}`;
    return { ...vane, id: `r${i}`, name: { en: name }, aliases: [], disputed: [], related: [] };
  });
  vane.name = { en: NAME };
  vane.nativeNames = [{ text: 'אבג 123 ابراهيم abc', lang: 'he' }];
  vane.background = vane.background.map((statement) => ({
    ...statement,
    text: { en: `An address without an end, https://example.org/${'x'.repeat(2_000)}` },
  }));
  vane.related = related.map(({ id }) => id);
  pack.entities.push(...related);
  pack.quotes.push(
    ...Array.from({ length: QUOTES }, (_, i): Quote => {
      const more = i === 0 ? 'He said that the water had been cold. '.repeat(LONG / 38) : '';
      const exact = `Osric Vane, said no ${i}. ${more}`;
      const start = 100_000 + i * LONG * 2;
      const end = start + exact.length;
      const { speaker, lang, source } = said;
      return {
        ...{ id: `q${i}`, speaker, lang, source, manner: 'spoken', date: '2020-02' },
        parts: [{ exact, start, end, prefix: '', suffix: '' }],
        excerpts: [{ start, end, aboutStated: ['osric-vane'] }],
        sic: [],
        inserted: [],
      };
    }),
  );
}

/** How far the parts of the card reach beyond what holds them, sideways, in CSS pixels. */
async function overhang(driver: Driver, page: Page): Promise<number> {
  const widths = await driver.inClosedRoots(
    page,
    (root) => {
      const boxes = [...root.querySelectorAll('.card, .scroll, .foot')];
      return Math.max(...boxes.map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth));
    },
    null,
  );
  return Math.max(...widths);
}

describe('the card of an entity of which there is too much', () => {
  it('is whole and can be used, wide and narrow', async ({ driver, page, server }) => {
    const manager = await openManager(driver, 'packs');
    await importText(manager, harbour('hostile', overdo));
    await manager.close();
    for (const [width, height] of [
      [1280, 800],
      [320, 640],
    ] as const) {
      await page.setViewport({ width, height });
      await page.goto(`${server.origin}/plain.html`);
      await page.evaluate(() => document.body.append('Osric Vane was not there.'));
      await expect.poll(() => marks(page)).toContain('Osric Vane');
      await hover(page, 'Osric Vane');
      await expect.poll(() => readCard(driver, page)).toMatchObject({ name: NAME, busy: false });
      await clickInCard(driver, page, 'Pin');
      const box = (await readCard(driver, page))?.box ?? { x: -1, y: -1, width: 0, height: 0 };
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(width);
      expect(box.y).toBeGreaterThanOrEqual(0);
      expect(box.y + box.height).toBeLessThanOrEqual(height);
      expect(await overhang(driver, page)).toBeLessThanOrEqual(1);
      const words = async () => (await readCard(driver, page))?.allText ?? '';
      await clickInCard(driver, page, 'Whole quote');
      await expect.poll(async () => (await words()).length).toBeGreaterThan(LONG);
      await clickInCard(driver, page, 'Show 88 more');
      await clickInCard(driver, page, 'Mute');
      await expect.poll(words).toContain(`${NAME} is muted everywhere.`);
      expect(await overhang(driver, page)).toBeLessThanOrEqual(1);
      await screenshot(page, `card-hostile-${width}-${driver.kind}`);
      await clickInCard(driver, page, 'Undo');
      await expect.poll(words).toContain('Undone.');
      await clickInCard(driver, page, 'Close');
    }
  });
});
