/** Follows changes of the page's text. */
import type { Blocks } from './blocks.ts';
import { firstChildOf, isText, lastChildOf } from './dom.ts';
import { isBlock } from './text.ts';

export interface WatchParts {
  blocks: Blocks;
  /** Something in or at this node has to be read. */
  read: (node: Node) => void;
  /** Nodes have left the page: blocks of theirs are gone. */
  sweep: () => void;
  signal: AbortSignal;
}

export function watch(root: Node, { blocks, read, sweep, signal }: WatchParts): void {
  const observer = new MutationObserver((records) => {
    let removed = false;
    for (const { type, target, addedNodes, removedNodes, previousSibling, nextSibling } of records) {
      if (type === 'characterData') {
        read(target);
        continue;
      }
      for (const node of addedNodes) read(node);
      removed ||= removedNodes.length > 0;
      // What stood together may be parted now, and what stood apart may have come together.
      for (const text of [edgeText(previousSibling, lastChildOf), edgeText(nextSibling, firstChildOf)]) {
        if (text !== undefined && (addedNodes.length > 0 || blocks.of(text) !== undefined)) read(text);
      }
    }
    if (removed) sweep();
  });
  observer.observe(root, { subtree: true, childList: true, characterData: true });
  signal.addEventListener('abort', () => observer.disconnect());
}

/** The text at one edge of a sibling, if the sibling runs on in the line. */
function edgeText(sibling: Node | null, child: (node: Node) => Node | null): Text | undefined {
  let node = sibling;
  while (node !== null && !isText(node) && !isBlock(node)) node = child(node);
  return node !== null && isText(node) ? node : undefined;
}
