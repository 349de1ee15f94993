/** One reading of the page, in one mode: from its start until the mode changes or the script goes. */
import type { AskAsPage } from '../messages/page.ts';
import { Blocks } from './blocks.ts';
import { type CardOpener, createCardOpener } from './card-host.ts';
import { watchPointer } from './hover.ts';
import { createMarks } from './marks.ts';
import { startReader } from './reader.ts';
import { watch } from './watch.ts';

export interface Session {
  /** Reads the whole page again. */
  refresh(): void;
  card: CardOpener;
}

/**
 * @param reading ends reading and takes the marks out
 * @param life outlives it while a card is open: what was done there can be undone there
 */
export function startSession(
  ask: AskAsPage,
  name: string,
  body: Element,
  reading: AbortSignal,
  life: AbortSignal,
): Session {
  const blocks = new Blocks();
  const style = (on: boolean) => {
    ask('style', { document: name, on }).catch(() => {}); // Without the background there is no style to take out.
  };
  const marks = createMarks({ name, style, signal: reading });
  const reader = startReader({ ask, name, blocks, onRead: marks.show, signal: reading });
  const sweep = () => {
    for (const block of blocks.all()) {
      if (block.nodes.every((node) => node.isConnected)) continue;
      blocks.drop(block);
      marks.forget(block);
      for (const node of block.nodes) if (node.isConnected) reader.read(node);
    }
    reader.tellGone();
  };
  watch(body, { blocks, read: reader.read, sweep, signal: reading });
  const card = createCardOpener({ ask, name, blocks, signal: life });
  watchPointer({ blocks, open: card.open, left: card.pointerLeft, over: card.pointerOver, signal: reading });
  reader.read(body);
  return { refresh: () => reader.read(body), card };
}
