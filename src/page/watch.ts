/** Follows changes of the page's text, in the document and in the shadow trees that were found. */
import type { Blocks } from './blocks.ts';
import { firstChildOf, isText, lastChildOf, page } from './dom.ts';
import { isBlock } from './text.ts';

export interface WatchParts {
  blocks: Blocks;
  /** Something in or at this node has to be read. */
  read: (node: Node) => void;
  /** Nodes have left the page: blocks of theirs are gone. */
  sweep: () => void;
  /** The whole document was replaced, and every listener on it with it. */
  replaced: () => void;
  signal: AbortSignal;
}

export interface Watcher {
  /** Follows a tree too. Following it twice is following it once. */
  follow(root: Document | ShadowRoot): void;
}

const WHAT = { subtree: true, childList: true, characterData: true };

export function createWatcher({ blocks, read, sweep, replaced, signal }: WatchParts): Watcher {
  const body = page.body();
  const observer = new MutationObserver((records) => {
    if (page.body() !== body) return replaced();
    let removed = false;
    for (const record of records) {
      removed ||= record.removedNodes.length > 0;
      readChanged(record);
    }
    if (removed) sweep();
  });
  signal.addEventListener('abort', () => observer.disconnect());
  return { follow: (root) => observer.observe(root, WHAT) };

  function readChanged({ type, target, addedNodes, previousSibling, nextSibling }: MutationRecord): void {
    if (type === 'characterData') read(target);
    for (const node of addedNodes) read(node);
    // What stood together may be parted now, and what stood apart may have come together.
    readEdge(edgeText(previousSibling, lastChildOf), addedNodes.length > 0);
    readEdge(edgeText(nextSibling, firstChildOf), addedNodes.length > 0);
  }

  function readEdge(text: Text | undefined, hasNew: boolean): void {
    if (text !== undefined && (hasNew || blocks.of(text) !== undefined)) read(text);
  }
}

/** The text at one edge of a sibling, if the sibling runs on in the line. */
function edgeText(sibling: Node | null, child: (node: Node) => Node | null): Text | undefined {
  let node = sibling;
  while (node !== null && !isText(node) && !isBlock(node)) node = child(node);
  return node !== null && isText(node) ? node : undefined;
}
