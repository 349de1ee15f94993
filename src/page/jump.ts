/**
 * Brings words into view on the reader's order, and, where marks are shown, paints them for a moment.
 * Nothing glides: a jump is at once for everybody, as it has to be for those who asked for less motion, whatever the
 * page's own style says.
 */
import { flashName, type PageOrder } from '../messages/page.ts';
import type { Blocks } from './blocks.ts';
import { aroundOf, isElement } from './dom.ts';
import { rangeOf } from './spans.ts';

/** Milliseconds that the words stay painted: long enough to be found by the eye, gone before it reads on. */
const FLASH_MS = 1_200;
/** Above the marks, whose highlights have the priority 0. */
const FLASH_PRIORITY = 1;

/** The browser's own, out of the page's reach. */
const { scrollIntoView } = Element.prototype;
const scrollBy: (options: ScrollToOptions) => void = Element.prototype.scrollBy;

export type JumpOrder = Extract<PageOrder, { order: 'jump' }>;

export interface JumpParts {
  /** The random name of the document. */
  name: string;
  blocks: Blocks;
  signal: AbortSignal;
}

export interface Jumps {
  /** Words that have changed since, or that cannot be seen, are left where they are. */
  go(order: JumpOrder): void;
}

export function createJumps({ name, blocks, signal }: JumpParts): Jumps {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let painted = false;

  function unpaint(): void {
    clearTimeout(timer);
    if (painted) CSS.highlights.delete(flashName(name));
    painted = false;
  }
  signal.addEventListener('abort', unpaint);

  return {
    go({ document, block: id, start, end, flash }) {
      const block = document === name ? blocks.get(id) : undefined;
      const piece = block?.pieces.find((each) => each.id === id);
      if (block === undefined || piece === undefined) return;
      const range = rangeOf(block, { start: piece.start + start, end: piece.start + end });
      if (range === undefined || !bringIntoView(range)) return;
      unpaint();
      if (!flash) return;
      const highlight = new Highlight(range);
      highlight.priority = FLASH_PRIORITY;
      CSS.highlights.set(flashName(name), highlight);
      painted = true;
      timer = setTimeout(unpaint, FLASH_MS);
    },
  };
}

/** Scrolls no more than is needed: nothing where the words can be seen already. False where they have no place. */
export function bringIntoView(range: Range): boolean {
  const [line] = range.getClientRects();
  if (line === undefined) return false;
  const scrollers = scrollersAround(range.startContainer);
  if (scrollers.every((scroller) => isWithin(line, viewOf(scroller)))) return true;
  // The browser knows frames within frames and what is pinned; it centres the whole block, which may be higher than a view.
  const around = elementAround(range.startContainer);
  if (around !== undefined) scrollIntoView.call(around, { block: 'center', behavior: 'instant' });
  for (const scroller of scrollers) centre(range, scroller);
  return true;
}

function centre(range: Range, scroller: Element): void {
  const [line] = range.getClientRects();
  const view = viewOf(scroller);
  if (line === undefined || isWithin(line, view)) return;
  const middle = (from: number, to: number) => (from + to) / 2;
  const across = line.left < view.left || line.right > view.right;
  scrollBy.call(scroller, {
    top: middle(line.top, line.bottom) - middle(view.top, view.bottom),
    left: across ? middle(line.left, line.right) - middle(view.left, view.right) : 0,
    behavior: 'instant',
  });
}

/** The elements around a node that scroll, the innermost first; the document's own comes last. */
function scrollersAround(node: Node): Element[] {
  const scrollers: Element[] = [];
  const root = document.scrollingElement;
  for (let at = aroundOf(node); at !== null; at = aroundOf(at)) {
    if (!isElement(at) || at === root || at === document.body || at === document.documentElement) continue;
    const isTaller = at.scrollHeight > at.clientHeight && at.clientHeight > 0;
    const isWider = at.scrollWidth > at.clientWidth && at.clientWidth > 0;
    if ((isTaller || isWider) && isScroller(at)) scrollers.push(at);
  }
  return root === null ? scrollers : [...scrollers, root];
}

function isScroller(element: Element): boolean {
  const { overflowX, overflowY } = getComputedStyle(element);
  return [overflowX, overflowY].some((overflow) => overflow !== 'visible' && overflow !== 'clip');
}

interface View {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** What a scroller shows, in client coordinates. */
function viewOf(scroller: Element): View {
  if (scroller === document.scrollingElement)
    return { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
  return scroller.getBoundingClientRect();
}

function isWithin(line: View, view: View): boolean {
  return (
    line.top >= view.top && line.bottom <= view.bottom && line.left >= view.left && line.right <= view.right
  );
}

function elementAround(node: Node): Element | undefined {
  for (let at = aroundOf(node); at !== null; at = aroundOf(at)) if (isElement(at)) return at;
  return undefined;
}
