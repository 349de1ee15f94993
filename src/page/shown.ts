/**
 * Hidden text is neither marked nor counted until it is shown. Only blocks with mentions are asked, by asking the browser
 * about one element each. In quiet mode the page learns for this which blocks have mentions, and nothing more.
 */
import type { Block } from './blocks.ts';
import { isVisible, page } from './dom.ts';

/** Milliseconds between two looks at blocks that are hidden: a change of style, which may show them, tells nobody. */
const LOOK_MS = 1_000;

export interface ShownParts {
  /** A block with mentions can be seen. */
  show: (block: Block) => void;
  /** Numbers of blocks that can be seen now, and of those that cannot. A block is taken for shown until it is told. */
  tell: (shown: number[], hidden: number[]) => void;
  signal: AbortSignal;
}

export interface Shown {
  /** A block with mentions was read. */
  add(block: Block): void;
  forget(block: Block): void;
}

export function createShown({ show, tell, signal }: ShownParts): Shown {
  const hidden = new Set<Block>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => clearTimeout(timer));

  function look(): void {
    timer = undefined;
    const seen = page.isInFront() ? [...hidden].filter(isShown) : [];
    for (const block of seen) {
      hidden.delete(block);
      show(block);
    }
    if (seen.length > 0) tell(numbersOf(seen), []);
    lookLater();
  }

  function lookLater(): void {
    if (timer === undefined && hidden.size > 0 && !signal.aborted) timer = setTimeout(look, LOOK_MS);
  }

  return {
    add(block) {
      if (isShown(block)) return show(block);
      hidden.add(block);
      tell([], numbersOf([block]));
      lookLater();
    },
    forget: (block) => void hidden.delete(block),
  };
}

function numbersOf(blocks: readonly Block[]): number[] {
  return blocks.flatMap(({ pieces }) => pieces.map(({ id }) => id));
}

function isShown({ nodes }: Block): boolean {
  const element = nodes[0]?.parentElement;
  return element == null || isVisible(element);
}
