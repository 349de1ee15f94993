/**
 * Paints mentions with the CSS Custom Highlight API: no node of the page is touched. Only blocks near the viewport are
 * painted, as an IntersectionObserver tells; what is not shown at all never comes near it.
 */
import type { EntityType } from '../dataset/schema.ts';
import { highlightName } from '../messages/page.ts';
import type { Block } from './blocks.ts';
import { aroundOf, isElement, parentOf } from './dom.ts';
import { rangeOf } from './spans.ts';
import { isBlock } from './text.ts';

/** Blocks within one viewport's height of the viewport are painted, so that scrolling finds them there. */
const NEAR = '100% 0px';

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
  /** Takes the marks of a block out of the page. */
  forget(block: Block): void;
  clear(): void;
}

export function createMarks({ name, style, signal }: MarksParts): Marks {
  const highlights = new Map<EntityType, Highlight>();
  /** The blocks with mentions that begin in an element. */
  const inElement = new Map<Element, Set<Block>>();
  const painted = new Map<Block, { type: EntityType; range: Range }[]>();
  const observer = new IntersectionObserver(look, { rootMargin: NEAR });
  signal.addEventListener('abort', () => {
    clear();
    observer.disconnect();
  });

  function look(entries: IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      for (const block of inElement.get(target) ?? []) {
        if (isIntersecting) paint(block);
        else unpaint(block);
      }
    }
  }

  function paint(block: Block): void {
    if (painted.has(block)) return;
    const ranges = block.mentions.flatMap((mention) => {
      const range = rangeOf(block, mention);
      return range === undefined || isEditable(range) ? [] : [{ type: mention.target.type, range }];
    });
    painted.set(block, ranges);
    for (const { type, range } of ranges) highlightFor(type).add(range);
  }

  function highlightFor(type: EntityType): Highlight {
    let highlight = highlights.get(type);
    if (highlight === undefined) {
      if (highlights.size === 0) style(true);
      highlight = new Highlight();
      highlights.set(type, highlight);
      CSS.highlights.set(highlightName(name, type), highlight);
    }
    return highlight;
  }

  function unpaint(block: Block): void {
    for (const { type, range } of painted.get(block) ?? []) {
      const highlight = highlights.get(type);
      highlight?.delete(range);
      if (highlight?.size === 0) remove(type);
    }
    painted.delete(block);
  }

  function remove(type: EntityType): void {
    CSS.highlights.delete(highlightName(name, type));
    highlights.delete(type);
    if (highlights.size === 0) style(false);
  }

  function forget(block: Block): void {
    unpaint(block);
    const element = elementOf(block);
    const blocks = element === undefined ? undefined : inElement.get(element);
    if (element === undefined || !blocks?.delete(block) || blocks.size > 0) return;
    inElement.delete(element);
    observer.unobserve(element);
  }

  function clear(): void {
    for (const type of [...highlights.keys()]) remove(type);
    painted.clear();
    inElement.clear();
    observer.disconnect();
  }

  return {
    show(block) {
      const element = elementOf(block);
      if (block.mentions.length === 0 || element === undefined) return;
      inElement.set(element, (inElement.get(element) ?? new Set()).add(block));
      // Observing anew tells of an element that is near already.
      observer.unobserve(element);
      observer.observe(element);
    },
    forget,
    clear,
  };
}

/** The nearest element around a block that has a box of its own. */
function elementOf({ nodes }: Block): Element | undefined {
  const [first] = nodes;
  for (let node = first && aroundOf(first); node != null; node = aroundOf(node)) {
    if (isElement(node) && isBlock(node)) return node;
  }
  return undefined;
}

/** Words that the reader writes are not marked. */
function isEditable({ commonAncestorContainer: node }: Range): boolean {
  const element = isElement(node) ? node : parentOf(node);
  return element instanceof HTMLElement && element.isContentEditable;
}
