/** Which mention is at a point of the viewport. */
import type { Block, BlockMention, Blocks } from './blocks.ts';
import { isText, page } from './dom.ts';
import { mentionAt, rangeOf } from './spans.ts';

/** A mention under the pointer. */
export interface Hit {
  block: Block;
  mention: BlockMention;
}

/** 4 to 10 µs: the caret's place, then the rectangles of that mention alone, because the caret snaps to the nearest text. */
export function hitTest(
  blocks: Blocks,
  shadows: ReadonlySet<ShadowRoot>,
  x: number,
  y: number,
): Hit | undefined {
  const caret = page.caretAt(x, y, [...shadows]);
  if (caret === null || !isText(caret.offsetNode)) return undefined;
  const block = blocks.of(caret.offsetNode);
  const mention = block && mentionAt(block, caret.offsetNode, caret.offset);
  if (block === undefined || mention === undefined) return undefined;
  const hit = { block, mention };
  return linesOf(hit).some((line) => contains(line, x, y)) ? hit : undefined;
}

/** The rectangles of a mention's lines now; none when it has left the page. */
export function linesOf({ block, mention }: Hit): DOMRect[] {
  return [...(rangeOf(block, mention)?.getClientRects() ?? [])];
}

/** The line of a mention that is nearest to a height: where the pointer was when the page has moved since. */
export function lineNear(hit: Hit, x: number, y: number): DOMRect | null {
  const lines = linesOf(hit);
  const distance = (line: DOMRect) =>
    Math.max(line.top - y, y - line.bottom, 0) + Math.max(line.left - x, x - line.right, 0);
  return lines.reduce<DOMRect | null>(
    (best, line) => (best === null || distance(line) < distance(best) ? line : best),
    null,
  );
}

function contains({ left, right, top, bottom }: DOMRect, x: number, y: number): boolean {
  return left <= x && x <= right && top <= y && y <= bottom;
}
