/**
 * Reads what has to be read, sends it in batches, and hands on what comes back.
 * Only what changed is read again; a tab in the background is read when it is shown.
 */
import { report } from '../errors.ts';
import type { Blocks } from './blocks.ts';
import { isInPage } from './dom.ts';
import type { Exchange } from './exchange.ts';
import { runInSlices, sleep, visible } from './slices.ts';
import { type Found, isBlock, isReadable, readBlockAround, readBlocks, textsIn, treesIn } from './text.ts';

/**
 * Milliseconds between two readings: on a page that changes in every frame, what a message costs would be most of what we
 * cost. A change after a while of quiet is read at once.
 */
const REST_MS = 150;

export interface ReaderParts {
  blocks: Blocks;
  exchange: Exchange;
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
}

export function startReader(parts: ReaderParts): Reader {
  const { blocks, exchange, signal } = parts;
  const roots = new Set<Node>();
  const texts = new Set<Text>();
  let running = false;
  let lastEnd = -REST_MS;

  async function run(): Promise<void> {
    if (running) return;
    running = true;
    try {
      while ((roots.size > 0 || texts.size > 0) && !signal.aborted) {
        await visible(signal);
        await sleep(lastEnd + REST_MS - performance.now());
        if (signal.aborted) return;
        await runInSlices(readDirty(), take, signal);
        await exchange.flush(true);
        lastEnd = performance.now();
      }
    } finally {
      running = false;
    }
  }

  function* readDirty(): Generator<Found, void> {
    for (const root of roots) {
      roots.delete(root);
      if (!isInPage(root)) continue;
      // One that was added by itself: no text of this page, but a document of its own.
      if (root instanceof HTMLIFrameElement) take(root);
      if (!isReadable(root)) continue;
      if (isBlock(root)) {
        const whole = yield* readBlocks(root);
        if (!whole) roots.add(root);
      }
      // A text or an inline element is part of a block that begins or ends beyond it.
      else {
        for (const text of textsIn(root)) texts.add(text);
        for (const tree of treesIn(root)) take(tree);
      }
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

  function take(found: NonNullable<Found>): void {
    if (found instanceof ShadowRoot) {
      parts.onShadow(found);
      roots.add(found);
    } else if (found instanceof HTMLIFrameElement) parts.onFrame(found);
    else if (found instanceof Element) parts.onHost(found);
    else {
      const { block, orphans } = blocks.add(found);
      for (const orphan of orphans) texts.add(orphan);
      exchange.add(block, found.text);
    }
  }

  return {
    read(node) {
      roots.add(node);
      run().catch(report);
    },
  };
}
