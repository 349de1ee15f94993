/**
 * Reads what has to be read, sends it in batches, and hands on what comes back.
 * Only what changed is read again; a tab in the background is read when it is shown.
 */
import { report } from '../errors.ts';
import { BLOCK_SEPARATOR } from '../matching/types.ts';
import type { AnnotateAnswer, AskAsPage } from '../messages/page.ts';
import type { Block, Blocks, Piece } from './blocks.ts';
import { runInSlices, visible } from './slices.ts';
import {
  type Found,
  isBlock,
  isReadable,
  type ReadBlock,
  readBlockAround,
  readBlocks,
  textsIn,
} from './text.ts';

/** Characters of a batch: small at first, for the first marks to come soon, then as large as is useful. */
const FIRST_BATCH = 16_000;
const LATER_BATCH = 128_000;
const TITLE_LIMIT = 500;

export interface ReaderParts {
  ask: AskAsPage;
  /** The random name of the document. */
  name: string;
  blocks: Blocks;
  /** The mentions of a block are known, or known not to be: `block.mentions` is filled. */
  onRead: (block: Block) => void;
  /** A shadow root was found: it is being read, and must be watched. */
  onShadow: (root: ShadowRoot) => void;
  /** A frame was found. */
  onFrame: (frame: Element) => void;
  /** A custom element without a shadow root was found; it may get one without a word to anybody. */
  onHost: (host: Element) => void;
  signal: AbortSignal;
}

export interface Reader {
  /** Something in or at this node has changed. */
  read(node: Node): void;
  /** Blocks have left the page: the background is told with the next batch, or soon. */
  tellGone(): void;
}

interface Batch {
  parts: string[];
  size: number;
  pieces: { block: Block; piece: Piece }[];
}

export function startReader(parts: ReaderParts): Reader {
  const { ask, name, blocks, onRead, signal } = parts;
  const roots = new Set<Node>();
  const texts = new Set<Text>();
  let batch = newBatch();
  let limit = FIRST_BATCH;
  let running = false;
  let sending: Promise<void> = Promise.resolve();

  async function run(): Promise<void> {
    if (running) return;
    running = true;
    try {
      while ((roots.size > 0 || texts.size > 0) && !signal.aborted) {
        await visible(signal);
        await runInSlices(readDirty(), take, signal);
        send();
        await sending;
      }
    } finally {
      running = false;
    }
  }

  function* readDirty(): Generator<Found, void> {
    for (const root of roots) {
      roots.delete(root);
      if (!root.isConnected || !isReadable(root)) continue;
      if (isBlock(root)) {
        const whole = yield* readBlocks(root);
        if (!whole) roots.add(root);
      }
      // A text or an inline element is part of a block that begins or ends beyond it.
      else for (const text of textsIn(root)) texts.add(text);
      yield null;
    }
    for (const text of texts) {
      texts.delete(text);
      if (!text.isConnected) continue;
      const read = readBlockAround(text);
      for (const node of read?.nodes ?? []) texts.delete(node);
      yield read ?? null;
      yield null;
    }
  }

  function take(found: ReadBlock | ShadowRoot | Element): void {
    if (found instanceof ShadowRoot) {
      parts.onShadow(found);
      roots.add(found);
    } else if (found instanceof Element) {
      if (found instanceof HTMLIFrameElement) parts.onFrame(found);
      else parts.onHost(found);
    } else takeBlock(found);
  }

  function takeBlock(read: ReadBlock): void {
    const { block, orphans } = blocks.add(read);
    for (const orphan of orphans) texts.add(orphan);
    for (const piece of block.pieces) {
      if (batch.size + piece.end - piece.start >= limit) send();
      batch.parts.push(read.text.slice(piece.start, piece.end));
      batch.size += piece.end - piece.start + BLOCK_SEPARATOR.length;
      batch.pieces.push({ block, piece });
    }
  }

  function send(): void {
    const gone = blocks.takeGone();
    if (batch.pieces.length === 0 && gone.length === 0) return;
    const { parts, pieces } = batch;
    batch = newBatch();
    limit = LATER_BATCH;
    sending = sending.then(() => exchange(parts, pieces, gone));
  }

  async function exchange(parts: string[], pieces: Batch['pieces'], gone: number[]): Promise<void> {
    if (signal.aborted) return;
    try {
      const answer = await ask('annotate', {
        document: name,
        blocks: pieces.map(({ piece }) => piece.id),
        gone,
        text: parts.join(BLOCK_SEPARATOR),
        title: document.title.slice(0, TITLE_LIMIT),
      });
      if (!signal.aborted) receive(answer, pieces, parts);
    } catch (error) {
      report(error);
      // Without an answer nothing is known: marks that stood here before would be guesses.
      for (const { block } of pieces) onRead(block);
    }
  }

  function receive(answer: AnnotateAnswer, pieces: Batch['pieces'], parts: readonly string[]): void {
    const { mentions, targets, again } = answer;
    const found = new Set(answer.found);
    let at = 0;
    let start = 0;
    for (const [index, { block, piece }] of pieces.entries()) {
      const end = start + (parts[index]?.length ?? 0);
      for (; at < mentions.length && (mentions[at] ?? 0) < end; at += 3) {
        const target = targets[mentions[at + 2] ?? -1];
        if (target === undefined) continue;
        const shift = piece.start - start;
        block.mentions.push({
          start: (mentions[at] ?? 0) + shift,
          end: (mentions[at + 1] ?? 0) + shift,
          target,
        });
      }
      block.found ||= found.has(piece.id);
      if (piece === block.pieces.at(-1) && blocks.has(block)) onRead(block);
      start = end + BLOCK_SEPARATOR.length;
    }
    for (const id of again) {
      const [first] = blocks.get(id)?.nodes ?? [];
      if (first !== undefined) texts.add(first);
    }
    if (again.length > 0) wake();
  }

  function wake(): void {
    run().catch(report);
  }

  return {
    read(node) {
      roots.add(node);
      wake();
    },
    tellGone() {
      if (!running) send();
    },
  };
}

function newBatch(): Batch {
  return { parts: [], size: 0, pieces: [] };
}
