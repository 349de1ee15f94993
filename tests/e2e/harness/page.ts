/** What a reader does and sees on a page. */
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Frame, Page } from 'puppeteer-core';

const SCREENSHOTS = fileURLToPath(new URL('../../../.output/screenshots/', import.meta.url));

export interface Point {
  x: number;
  y: number;
}

/**
 * The words that are marked, in document order, white space folded: read from the highlight registry as a script of the
 * page would read it. Names in the registry are random, so all of them are read.
 */
export function marks(page: Page | Frame): Promise<string[]> {
  return page.evaluate(() => {
    const ranges = [...CSS.highlights.values()].flatMap((highlight) =>
      [...highlight.keys()].map(({ startContainer, startOffset, endContainer, endOffset }) => {
        const range = new Range();
        range.setStart(startContainer, startOffset);
        range.setEnd(endContainer, endOffset);
        return range;
      }),
    );
    // Ranges of different trees cannot be compared: those in shadow roots come last.
    const inDocument = ranges.filter(({ startContainer }) =>
      Node.prototype.contains.call(document, startContainer),
    );
    const inShadow = ranges.filter((range) => !inDocument.includes(range));
    inDocument.sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b));
    return [...inDocument, ...inShadow].map((range) => range.toString().replace(/\s+/gu, ' '));
  });
}

/**
 * Rests the pointer on words of the page, with a real mouse that travels there.
 * @param occurrence counted from 0
 * @throws Error when the page does not hold the words
 */
export async function hover(page: Page, words: string, occurrence = 0): Promise<void> {
  await page.bringToFront();
  const { x, y } = await locate(page, words, occurrence);
  await leave(page);
  await page.mouse.move(x, y, { steps: 6 });
}

/** Rests the pointer on the first line of a mark that is in view, wherever the page has turned, stretched or moved it. */
export async function hoverMark(page: Page, words: string, line = 0): Promise<void> {
  await page.bringToFront();
  const point = await page.evaluate(
    (wanted, at) => {
      for (const highlight of CSS.highlights.values()) {
        for (const range of highlight.keys()) {
          if (!(range instanceof Range) || range.toString().replace(/\s+/gu, ' ') !== wanted) continue;
          const rect = range.getClientRects()[at];
          if (rect) return { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
        }
      }
      return null;
    },
    words,
    line,
  );
  if (point === null) throw new Error(`no mark on "${words}"`);
  await leave(page);
  await page.mouse.move(point.x, point.y, { steps: 6 });
}

/** Takes the pointer to a corner, away from all words. */
export async function leave(page: Page): Promise<void> {
  await page.mouse.move(2, 2, { steps: 6 });
}

/** Scrolls words of the page into view. @returns the middle of their first line, in client coordinates */
export async function locate(page: Page, words: string, occurrence = 0): Promise<Point> {
  const pattern = words.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&').replace(/\s+/gu, '\\s+');
  const point = await page.evaluate(
    (source, nth) => {
      const texts: Text[] = [];
      const trees: Node[] = [document];
      for (let tree = trees.shift(); tree; tree = trees.shift()) {
        const walker = document.createTreeWalker(tree, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          if (node instanceof Element && node.shadowRoot) trees.push(node.shadowRoot);
          if (node instanceof Text && node.parentElement?.checkVisibility()) texts.push(node);
        }
      }
      const found = [
        ...texts
          .map((text) => text.data)
          .join('')
          .matchAll(new RegExp(source, 'gu')),
      ][nth];
      if (!found) return null;
      const range = document.createRange();
      let before = 0;
      for (const text of texts) {
        const start = found.index - before;
        const end = start + found[0].length;
        if (start >= 0 && start < text.length) range.setStart(text, start);
        if (end > 0 && end <= text.length) range.setEnd(text, end);
        before += text.length;
      }
      range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
      const line = range.getClientRects()[0];
      return line ? { x: line.x + line.width / 2, y: line.y + line.height / 2 } : null;
    },
    pattern,
    occurrence,
  );
  if (point === null) throw new Error(`the page does not show "${words}" (occurrence ${occurrence})`);
  return point;
}

/** @returns the path of the picture, in `.output/screenshots/` */
export async function screenshot(page: Page, name: string): Promise<string> {
  mkdirSync(SCREENSHOTS, { recursive: true });
  const path = `${SCREENSHOTS}${name}.png`;
  await page.screenshot({ path: `${SCREENSHOTS}${name}.png` });
  return path;
}
