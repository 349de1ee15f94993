/** One reading of the page, in one mode: from its start until the mode changes, the document is replaced or the script goes. */
import { detach } from '../errors.ts';
import type { AskAsPage } from '../messages/page.ts';
import { type Block, Blocks } from './blocks.ts';
import { page } from './dom.ts';
import { createExchange } from './exchange.ts';
import { createJumps, type Jumps } from './jump.ts';
import { type Mentions, startMentions } from './mentions.ts';
import { startReader } from './reader.ts';
import { createTrees } from './trees.ts';
import { createWatcher } from './watch.ts';

export interface SessionParts {
  ask: AskAsPage;
  /** The random name of the document. */
  name: string;
  /** The browser lets a click in a page open the side panel. */
  canOpenPanel: boolean;
  /** The document was replaced: the session is over, and the next begins. */
  replaced: () => void;
  /** Ends reading and takes the marks out. */
  reading: AbortSignal;
  /** Outlives it while a card is open: what was done there can be undone there. */
  life: AbortSignal;
}

export interface Session {
  /** Reads the whole page again. */
  refresh(): void;
  /** The look of marks has changed. */
  restyle(): void;
  /** Opens the card of the next or the previous mention, with the focus in it. */
  step(direction: 1 | -1): void;
  /** Brings words into view. */
  jump: Jumps['go'];
  /** Numbers of what has mentions, in the order of the document. */
  sequence(): number[];
  /** The extension has gone. */
  orphan(): void;
  /** Resolves when no card is open. */
  whenCardClosed(): Promise<void>;
}

export function startSession({ ask, name, canOpenPanel, replaced, reading, life }: SessionParts): Session {
  const blocks = new Blocks();
  let mentions: Mentions | undefined;
  const trees = createTrees({
    onShadow: readShadow,
    onLargeFrame: () => detach(ask('frames', {})),
    signal: reading,
  });
  const exchange = createExchange({ ask, name, blocks, onRead, signal: reading });
  const reader = startReader({
    blocks,
    exchange,
    onShadow: followShadow,
    onFrame: trees.addFrame,
    onHost: trees.addHost,
    signal: reading,
  });
  const watcher = createWatcher({ blocks, read: reader.read, sweep, replaced, signal: reading });

  function onRead(block: Block): void {
    // The new marks first, then the old ones away, so that none flickers.
    if (block.found) {
      const { shadows } = trees;
      mentions ??= startMentions({ ask, name, blocks, shadows, canOpenPanel, reading, life });
      mentions.add(block);
    }
    for (const old of block.replaces.splice(0)) forget(old);
  }

  function followShadow(root: ShadowRoot): void {
    trees.addShadow(root);
    watcher.follow(root);
  }

  function readShadow(root: ShadowRoot): void {
    followShadow(root);
    reader.read(root);
  }

  function sweep(): void {
    for (const block of blocks.all()) {
      if (block.nodes.every((node) => node.isConnected)) continue;
      blocks.drop(block);
      forget(block);
      for (const node of block.nodes) if (node.isConnected) reader.read(node);
    }
    detach(exchange.flush());
  }

  /** Takes out all that a block, and those that it was read in place of, has in the page. */
  function forget(block: Block): void {
    for (const old of block.replaces.splice(0)) forget(old);
    mentions?.forget(block);
  }

  function readAll(): void {
    const body = page.body();
    if (body !== null) reader.read(body);
  }

  watcher.follow(document);
  readAll();
  let jumps: Jumps | undefined;
  return {
    refresh: readAll,
    restyle: () => mentions?.restyle(),
    step: (direction) => mentions?.step(direction),
    jump(order) {
      jumps ??= createJumps({ name, blocks, signal: reading });
      jumps.go(order);
    },
    sequence: () => blocks.inOrder(({ found }) => found).flatMap(({ pieces }) => pieces.map(({ id }) => id)),
    orphan: () => mentions?.card.orphan(),
    whenCardClosed: async () => mentions?.card.whenClosed(),
  };
}
