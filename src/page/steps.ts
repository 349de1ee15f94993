/** Goes from mention to mention, in the order of the document: the way of the keyboard. */
import type { Blocks } from './blocks.ts';
import { type Hit, linesOf } from './hit.ts';
import { bringIntoView } from './jump.ts';
import { rangeOf } from './spans.ts';

export interface Steps {
  /** The mention after (1) or before (-1) the one that was gone to last, or, at first, nearest to the top of the viewport. */
  go(direction: 1 | -1): Hit | undefined;
}

export function createSteps(blocks: Blocks): Steps {
  let last: Hit | undefined;

  return {
    go(direction) {
      const mentions = inOrder(blocks).filter((hit) => linesOf(hit).length > 0);
      const at = mentions.findIndex(({ mention }) => mention === last?.mention);
      const next = at === -1 ? firstFrom(mentions, direction) : at + direction;
      // Past the last comes the first again.
      last = mentions[(next + mentions.length) % mentions.length];
      const range = last && rangeOf(last.block, last.mention);
      if (range !== undefined) bringIntoView(range);
      return last;
    },
  };
}

function inOrder(blocks: Blocks): Hit[] {
  return blocks
    .inOrder(({ mentions }) => mentions.length > 0)
    .flatMap((block) => block.mentions.map((mention) => ({ block, mention })));
}

/** The index of the first mention in or below the viewport, or, going back, of the last above it. */
function firstFrom(mentions: readonly Hit[], direction: 1 | -1): number {
  const below = mentions.findIndex((hit) => (linesOf(hit)[0]?.top ?? 0) >= 0);
  if (below === -1) return direction === 1 ? 0 : mentions.length - 1;
  return direction === 1 ? below : below - 1;
}
