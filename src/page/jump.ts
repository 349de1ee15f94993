/**
 * Brings words into view on the reader's order, and, where marks are shown, paints them for a moment.
 * Nothing glides: a jump is at once for everybody, as it has to be for those who asked for less motion, whatever the
 * page's own style says.
 */
import { flashName, type PageOrder } from '../messages/page.ts';
import type { Blocks } from './blocks.ts';
import { aroundOf, boxOf, centre, isElement, page, scrollBy } from './dom.ts';
import { rangeOf } from './spans.ts';

/** Milliseconds that the words stay painted: long enough to be found by the eye, gone before it reads on. */
const FLASH_MS = 1_200;
/** Above the marks, whose highlights have the priority 0. */
const FLASH_PRIORITY = 1;

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
  // The browser knows frames within frames; it centres the whole block, which may be higher than a view. Only there:
  // after its own scrolling Firefox takes back what a script of the page scrolls next.
  const around = window === window.top ? undefined : elementAround(range.startContainer);
  if (around !== undefined) centre(around);
  for (const scroller of scrollers) centreIn(scroller, range);
  return true;
}

function centreIn(scroller: Element, range: Range): void {
  const [line] = range.getClientRects();
  const view = viewOf(scroller);
  if (line === undefined || isWithin(line, view)) return;
  const middle = (from: number, to: number) => (from + to) / 2;
  const across = line.left < view.left || line.right > view.right;
  const down = middle(line.top, line.bottom) - middle(view.top, view.bottom);
  scrollBy(scroller, down, across ? middle(line.left, line.right) - middle(view.left, view.right) : 0);
}

/** The elements around a node that scroll, the innermost first; the document's own comes last. */
function scrollersAround(node: Node): Element[] {
  const scrollers: Element[] = [];
  const root = page.scroller();
  for (let at = aroundOf(node); at !== null; at = aroundOf(at)) {
    if (!isElement(at) || at === root || at === page.root()) continue;
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
  if (scroller === page.scroller()) return { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
  return boxOf(scroller);
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
