/** The blocks of a batch and their places in the document. Places count words from the document's start. */
import type { Tokens } from './scan.ts';

export interface Block {
  /** Tokens: the first, and the one after the last. */
  first: number;
  last: number;
  /** UTF-16 offsets into the batch. */
  start: number;
  end: number;
  /** The caller's number. */
  number: number | undefined;
  /** Place of its first word in the document. */
  place: number;
  /** Navigation, a footer, a list of links. */
  aside?: true;
}

/** A block that is undecided, as the memory keeps it. */
export interface PendingBlock {
  key: string;
  place: number;
  words: number;
}

export interface Placed {
  blocks: Block[];
  /** Keys of the blocks that were pending. */
  again: Set<string>;
  /** Words of the document so far, with those of this batch. */
  words: number;
}

/** Each block of the batch: in its old place where it was pending, after `words` words where it is new. */
export function placeBlocks(
  text: string,
  tokens: Tokens,
  numbers: readonly number[] | undefined,
  pending: readonly PendingBlock[],
  words: number,
): Placed {
  const known = new Map<string, PendingBlock[]>();
  for (const block of pending) {
    const same = known.get(block.key);
    if (same === undefined) known.set(block.key, [block]);
    else same.push(block);
  }
  const blocks: Block[] = [];
  const again = new Set<string>();
  let place = words;
  let start = 0;
  for (let at = 0; at <= tokens.blockCount; at++) {
    const first = at === 0 ? 0 : (tokens.blockStarts[at - 1] ?? 0);
    const last = at === tokens.blockCount ? tokens.count : (tokens.blockStarts[at] ?? 0);
    const end = at === tokens.blockCount ? text.length : text.indexOf('\u2029', start);
    const number = numbers?.[at];
    const block: Block = { first, last, start, end, number, place };
    const before = known.size === 0 ? undefined : known.get(keyOf(text, block))?.shift();
    if (before !== undefined) {
      again.add(before.key);
      block.place = before.place;
    }
    blocks.push(block);
    if (before === undefined) place += last - first;
    start = end + 1;
  }
  return { blocks, again, words: place };
}

/** The block that a token stands in. */
export function blockOf(blocks: readonly Block[], token: number): Block {
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((blocks[middle]?.last ?? 0) > token) high = middle;
    else low = middle + 1;
  }
  const block = blocks[low];
  if (block === undefined) throw new RangeError(`no block holds token ${token}`);
  return block;
}

/** By what a block is known when it is sent again: its number, or two FNV-1a hashes of its text. */
export function keyOf(text: string, { number, start, end }: Block): string {
  if (number !== undefined) return String(number);
  let a = 0x811c9dc5;
  let b = end - start;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit, 0x85ebca6b) ^ (b >>> 13);
  }
  return `t${(a >>> 0).toString(36)}${(b >>> 0).toString(36)}`;
}
