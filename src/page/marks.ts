/**
 * Paints mentions with the CSS Custom Highlight API: no node of the page is touched. Only what is near the viewport is
 * registered, because the browser looks at every registered range in every frame, and a page could read them all.
 */
import type { EntityType } from '../dataset/schema.ts';
import { highlightName } from '../messages/page.ts';
import type { Block, BlockMention } from './blocks.ts';
import { aroundOf, isEditable, isElement, parentOf } from './dom.ts';
import { createNear } from './near.ts';
import { rangeOf } from './spans.ts';
import { isBlock } from './text.ts';

/** The most ranges that are registered at once. */
const MOST_RANGES = 1_000;
/** A block with more mentions is painted where it is near the viewport. */
const LONG_BLOCK = 200;
/** Milliseconds without scrolling after which a long block is painted anew. */
const SCROLL_REST_MS = 100;

export interface MarksParts {
  /** The random name of the document. */
  name: string;
  /** Puts the style of the marks in, or takes it out. */
  style: (on: boolean) => void;
  signal: AbortSignal;
}

export interface Marks {
  /** Paints a block's mentions whenever it is near the viewport. */
  show(block: Block): void;
  /** The look of marks has changed. */
  restyle(): void;
  /** Takes the marks of a block out of the page. */
  forget(block: Block): void;
}

interface Mark {
  type: EntityType;
  range: Range;
}

export function createMarks({ name, style, signal }: MarksParts): Marks {
  const highlights = new Map<EntityType, Highlight>();
  /** The blocks with mentions in an element. */
  const inElement = new Map<Element, Set<Block>>();
  const painted = new Map<Block, Mark[]>();
  let ranges = 0;
  let printing = false;
  const near = createNear((element, isNear) => {
    for (const block of inElement.get(element) ?? []) {
      if (isNear) paint(block);
      else unpaint(block);
    }
  }, signal);
  followScrolling();
  followPrinting();
  signal.addEventListener('abort', () => {
    for (const type of [...highlights.keys()]) remove(type);
  });

  function paint(block: Block): void {
    if (painted.has(block)) return;
    const marks: Mark[] = [];
    for (const mention of nearMentions(block).slice(0, MOST_RANGES - ranges)) {
      const range = rangeOf(block, mention);
      if (range === undefined) continue;
      if (isMarkable(range)) marks.push({ type: mention.target.type, range });
      else block.mentions = block.mentions.filter((other) => other !== mention);
    }
    painted.set(block, marks);
    ranges += marks.length;
    for (const { type, range } of marks) highlightFor(type).add(range);
  }

  function highlightFor(type: EntityType): Highlight {
    let highlight = highlights.get(type);
    if (highlight === undefined) {
      if (highlights.size === 0) style(true);
      highlight = new Highlight();
      highlights.set(type, highlight);
      if (!printing) register(type, highlight);
    }
    return highlight;
  }

  function register(type: EntityType, highlight: Highlight): void {
    CSS.highlights.set(highlightName(name, type), highlight);
  }

  function unpaint(block: Block): void {
    const marks = painted.get(block) ?? [];
    painted.delete(block);
    ranges -= marks.length;
    for (const { type, range } of marks) {
      const highlight = highlights.get(type);
      highlight?.delete(range);
      if (highlight?.size === 0) remove(type);
    }
  }

  function remove(type: EntityType): void {
    CSS.highlights.delete(highlightName(name, type));
    highlights.delete(type);
    if (highlights.size === 0) style(false);
  }

  /** Nothing is registered for as long as the page is printed: Chromium draws such words by themselves, style or not. */
  function followPrinting(): void {
    const print = (on: boolean) => {
      printing = on;
      for (const [type, highlight] of highlights) {
        if (on) CSS.highlights.delete(highlightName(name, type));
        else register(type, highlight);
      }
    };
    // The preview and the tools of developers change the medium without the events.
    matchMedia('print').addEventListener('change', ({ matches }) => print(matches), { signal });
    addEventListener('beforeprint', () => print(true), { signal });
    addEventListener('afterprint', () => print(false), { signal });
  }

  function followScrolling(): void {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const repaint = () => {
      for (const block of [...painted.keys()].filter(({ mentions }) => mentions.length > LONG_BLOCK)) {
        unpaint(block);
        paint(block);
      }
    };
    addEventListener(
      'scroll',
      () => {
        clearTimeout(timer);
        timer = setTimeout(repaint, SCROLL_REST_MS);
      },
      { capture: true, passive: true, signal },
    );
    signal.addEventListener('abort', () => clearTimeout(timer));
  }

  return {
    show(block) {
      const element = elementOf(block);
      if (block.mentions.length === 0 || element === undefined) return;
      // Sent again, it may have others than it had.
      if (painted.has(block)) unpaint(block);
      inElement.set(element, (inElement.get(element) ?? new Set()).add(block));
      near.add(element);
    },
    restyle() {
      if (highlights.size > 0) style(true);
    },
    forget(block) {
      unpaint(block);
      const element = elementOf(block);
      const blocks = element === undefined ? undefined : inElement.get(element);
      if (element === undefined || !blocks?.delete(block) || blocks.size > 0) return;
      inElement.delete(element);
      near.remove(element);
    },
  };
}

/** The mentions of a block, or, of a long one, those within a viewport's height of the viewport. */
function nearMentions(block: Block): readonly BlockMention[] {
  const { mentions } = block;
  if (mentions.length <= LONG_BLOCK) return mentions;
  const from = firstWhere(block, (box) => box.bottom >= -innerHeight);
  const to = firstWhere(block, (box) => box.top > 2 * innerHeight);
  return mentions.slice(from, to);
}

/** The first mention whose box passes, by halving: boxes of one block follow each other down the page. */
function firstWhere(block: Block, passes: (box: DOMRect) => boolean): number {
  let low = 0;
  let high = block.mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const mention = block.mentions[middle];
    const box = mention && rangeOf(block, mention)?.getBoundingClientRect();
    if (box === undefined || passes(box)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The nearest element around a block that has a box of its own. */
function elementOf({ nodes }: Block): Element | undefined {
  const [first] = nodes;
  for (let node = first && aroundOf(first); node != null; node = aroundOf(node)) {
    if (isElement(node) && isBlock(node)) return node;
  }
  return undefined;
}

/** Words that the reader writes are not marked, nor words that style has set apart, so that they are no name. */
function isMarkable({ startContainer, endContainer, commonAncestorContainer }: Range): boolean {
  const around = isElement(commonAncestorContainer)
    ? commonAncestorContainer
    : parentOf(commonAncestorContainer);
  if (isEditable(around)) return false;
  if (startContainer === endContainer) return true;
  return [startContainer, endContainer].every((node) => runsOn(node, around));
}

/** Whether the elements between a node and the one around the whole name are shown in the line. */
function runsOn(node: Node, around: Node | null): boolean {
  for (let at = parentOf(node); at !== null && at !== around; at = parentOf(at)) {
    if (isElement(at) && !getComputedStyle(at).display.startsWith('inline')) return false;
  }
  return true;
}
