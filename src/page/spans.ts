/** From offsets in a block to places in the document, and back. */
import type { Block, BlockMention } from './blocks.ts';
import { cleanText } from './text.ts';

interface Place {
  node: Text;
  offset: number;
}

/** The range of a mention now; nothing where the text has changed under it. A live range follows edits before it. */
export function rangeOf(
  block: Block,
  { start, end }: Pick<BlockMention, 'start' | 'end'>,
): Range | undefined {
  const from = placeOf(block, start);
  // The place before the last character, so that an end at the border of two nodes stays in the first.
  const to = placeOf(block, end - 1);
  if (from === undefined || to === undefined) return undefined;
  if (from.offset > from.node.length || to.offset + 1 > to.node.length) return undefined;
  if (!from.node.isConnected || !to.node.isConnected) return undefined;
  const range = new Range();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset + 1);
  return range;
}

/** The text of a block as it was read, from its nodes; nothing where they have changed. */
export function textOf({ nodes, starts, length }: Block): string | undefined {
  let text = '';
  for (const [index, { data }] of nodes.entries()) {
    const start = starts[index] ?? 0;
    if (text.length > start) return undefined;
    text = text.padEnd(start) + cleanText(data);
  }
  return text.length <= length ? text.padEnd(length) : undefined;
}

/** The mention at a place in a block's text. */
export function mentionAt(block: Block, node: Text, offset: number): BlockMention | undefined {
  const index = block.nodes.indexOf(node);
  const start = block.starts[index];
  if (start === undefined) return undefined;
  const at = start + offset;
  return block.mentions.find((mention) => mention.start <= at && at <= mention.end);
}

function placeOf({ nodes, starts }: Block, at: number): Place | undefined {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  const node = nodes[low];
  const start = starts[low];
  return node === undefined || start === undefined ? undefined : { node, offset: at - start };
}
