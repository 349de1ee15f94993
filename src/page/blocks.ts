/** The blocks that a page shows now: which block a text node belongs to, and which blocks are gone. */
import { BATCH_LIMIT, type Target } from '../messages/page.ts';
import { isBefore } from './dom.ts';
import type { ReadBlock } from './text.ts';

export interface BlockMention {
  /** Offsets in the block's text. */
  start: number;
  end: number;
  target: Target;
}

/** A block that was read. Its text was sent and is not kept. */
export interface Block {
  nodes: readonly Text[];
  /** Where each node's text starts in the block's. */
  starts: readonly number[];
  /** Of its text. */
  length: number;
  /** What the background knows of it: one number, or several for a block that is longer than a batch. */
  pieces: readonly Piece[];
  mentions: BlockMention[];
  /** It has mentions, even if the page is not told which. */
  found: boolean;
  /** Blocks that it was read in place of; their marks stay until it has its own. */
  replaces: Block[];
}

/** A stretch of a block's text under a number that is never used twice. */
export interface Piece {
  id: number;
  start: number;
  end: number;
}

export class Blocks {
  readonly #byPiece = new Map<number, Block>();
  readonly #byNode = new WeakMap<Text, Block>();
  #gone: number[] = [];
  #lastId = 0;

  /** Takes in a block. Gives with it the nodes of the blocks in its place before that are now in none. */
  add({ text, nodes, starts }: ReadBlock): { block: Block; orphans: Text[] } {
    const before = new Set<Block>();
    for (const node of nodes) {
      const old = this.of(node);
      if (old !== undefined) before.add(old);
    }
    const replaces = [...before];
    const { length } = text;
    const block: Block = {
      nodes,
      starts,
      length,
      pieces: this.#cut(text),
      mentions: [],
      found: false,
      replaces,
    };
    for (const old of replaces) this.drop(old);
    for (const node of nodes) this.#byNode.set(node, block);
    for (const { id } of block.pieces) this.#byPiece.set(id, block);
    const left = replaces.flatMap((old) => old.nodes).filter((node) => this.#byNode.get(node) !== block);
    return { block, orphans: left.filter((node) => node.isConnected) };
  }

  /** The block that a number stands for, while it is one of the page's. */
  get(id: number): Block | undefined {
    return this.#byPiece.get(id);
  }

  /** The block that a text node belongs to, while it is one of the page's. */
  of(node: Text): Block | undefined {
    const block = this.#byNode.get(node);
    return block !== undefined && this.has(block) ? block : undefined;
  }

  has({ pieces }: Block): boolean {
    return pieces[0] !== undefined && this.#byPiece.has(pieces[0].id);
  }

  all(): Set<Block> {
    return new Set(this.#byPiece.values());
  }

  /** Some of them, in the order of the document. */
  inOrder(wanted: (block: Block) => boolean): Block[] {
    return [...this.all()].filter(wanted).sort((one, other) => compare(one.nodes[0], other.nodes[0]));
  }

  drop({ pieces }: Block): void {
    for (const { id } of pieces) if (this.#byPiece.delete(id)) this.#gone.push(id);
  }

  /** Numbers that are gone since the last call, for the background. */
  takeGone(): number[] {
    const gone = this.#gone;
    this.#gone = [];
    return gone;
  }

  /** Puts numbers back that the background was not told. */
  tellAgain(gone: readonly number[]): void {
    this.#gone.push(...gone);
  }

  /** Cuts what is longer than a batch at white space, or, where there is none, anywhere. */
  #cut(text: string): Piece[] {
    const pieces: Piece[] = [];
    let start = 0;
    while (start < text.length) {
      let end = Math.min(text.length, start + BATCH_LIMIT);
      if (end < text.length) {
        const space = text.lastIndexOf(' ', end);
        if (space > start) end = space;
      }
      pieces.push({ id: ++this.#lastId, start, end });
      start = end;
    }
    return pieces;
  }
}

function compare(one: Node | undefined, other: Node | undefined): number {
  if (one === undefined || other === undefined || one === other) return 0;
  return isBefore(one, other) ? -1 : 1;
}
