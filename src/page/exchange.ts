/** Sends blocks to the background in batches, and fills in what comes back. */
import { report } from '../errors.ts';
import { BLOCK_SEPARATOR } from '../matching/types.ts';
import type { AnnotateAnswer, AskAsPage } from '../messages/page.ts';
import type { Block, Blocks, Piece } from './blocks.ts';
import { page } from './dom.ts';
import { textOf } from './spans.ts';
import { isAside } from './text.ts';

/** Characters of a batch: small at first, for the first marks to come soon, then as large as is useful. */
const FIRST_BATCH = 16_000;
const LATER_BATCH = 128_000;
const TITLE_LIMIT = 500;

export interface ExchangeParts {
  ask: AskAsPage;
  /** The random name of the document. */
  name: string;
  blocks: Blocks;
  /** The mentions of a block are known, or known not to be: `block.mentions` is filled. */
  onRead: (block: Block) => void;
  signal: AbortSignal;
}

export interface Exchange {
  /** Puts a block into the batch, and sends the batch when it is large enough. */
  add(block: Block, text: string): void;
  /**
   * Sends what there is, and the numbers of blocks that are gone. Resolves when all answers have come.
   * @param whole nothing is left to be read: the first time this is told even if there is nothing to send
   */
  flush(whole?: boolean): Promise<void>;
}

interface Sent {
  block: Block;
  piece: Piece;
  text: string;
}

export function createExchange({ ask, name, blocks, onRead, signal }: ExchangeParts): Exchange {
  let batch: Sent[] = [];
  let size = 0;
  let limit = FIRST_BATCH;
  let sending: Promise<void> = Promise.resolve();
  /** The background knows that the page was read to its end. */
  let isTold = false;

  function add(block: Block, text: string): void {
    for (const piece of block.pieces) addPiece({ block, piece, text: text.slice(piece.start, piece.end) });
  }

  function addPiece(sent: Sent): void {
    if (size + sent.text.length >= limit) send();
    batch.push(sent);
    size += sent.text.length + BLOCK_SEPARATOR.length;
  }

  function send(whole = false): void {
    // What has gone before it was sent would be counted for ever: its number is told as gone, once.
    const sent = batch.filter(({ block }) => blocks.has(block));
    const gone = blocks.takeGone();
    if (sent.length === 0 && gone.length === 0 && (isTold || !whole)) return;
    batch = [];
    size = 0;
    limit = LATER_BATCH;
    sending = sending.then(() => exchange(sent, gone, whole));
  }

  async function exchange(sent: readonly Sent[], gone: number[], whole: boolean): Promise<void> {
    if (signal.aborted) return;
    try {
      const answer = await ask('annotate', {
        document: name,
        blocks: sent.map(({ piece }) => piece.id),
        asides: asidesOf(sent),
        gone,
        text: sent.map(({ text }) => text).join(BLOCK_SEPARATOR),
        title: page.title().slice(0, TITLE_LIMIT),
        ...(whole ? { whole } : {}),
      });
      isTold ||= whole;
      if (!signal.aborted) receive(answer, sent);
    } catch (error) {
      report(error);
      blocks.tellAgain(gone);
      // Without an answer nothing is known: marks that stood here before would be guesses.
      for (const { block } of sent) onRead(block);
    }
  }

  function receive({ mentions, targets, found, again }: AnnotateAnswer, sent: readonly Sent[]): void {
    const withMentions = new Set(found);
    let at = 0;
    let start = 0;
    for (const { block, piece, text } of sent) {
      const { start: from, end: to, id } = piece;
      // Sent again, it may have others than it had.
      if (block.mentions.length > 0)
        block.mentions = block.mentions.filter((mention) => mention.end <= from || mention.start >= to);
      for (; at < mentions.length && (mentions[at] ?? 0) < start + text.length; at += 3) {
        const target = targets[mentions[at + 2] ?? -1];
        if (target === undefined) continue;
        const shift = from - start;
        block.mentions.push({
          start: (mentions[at] ?? 0) + shift,
          end: (mentions[at + 1] ?? 0) + shift,
          target,
        });
      }
      block.found ||= withMentions.has(id);
      if (piece === block.pieces.at(-1) && blocks.has(block)) onRead(block);
      start += text.length + BLOCK_SEPARATOR.length;
    }
    for (const id of again) sendAgain(id);
    if (again.length > 0) send();
  }

  /** Under the number that it had: its place in the document has not changed. A block that has changed is read anew anyway. */
  function sendAgain(id: number): void {
    const block = blocks.get(id);
    const piece = block?.pieces.find((candidate) => candidate.id === id);
    const text = block && textOf(block);
    if (block && piece && text !== undefined)
      addPiece({ block, piece, text: text.slice(piece.start, piece.end) });
  }

  return {
    add,
    async flush(whole) {
      send(whole);
      // Answers may have made more to send.
      let answered: Promise<void>;
      do {
        answered = sending;
        await answered;
      } while (answered !== sending);
    },
  };
}

function asidesOf(sent: readonly Sent[]): number[] {
  const known = new Map<Node, number>();
  const asides: number[] = [];
  for (const [at, { block }] of sent.entries()) if (isAside(block.nodes, known)) asides.push(at);
  return asides;
}
