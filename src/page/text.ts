/**
 * Reads text as a reader sees it: blocks, each a run of text nodes without the border of a block between them.
 * Names that are split by CSS alone, such as inline elements shown as blocks, are read as one word after the other.
 */
import { BLOCK_SEPARATOR } from '../matching/types.ts';
import { ownGlobal } from '../messages/card-seam.ts';
import {
  aroundOf,
  firstChildOf,
  isElement,
  isText,
  lastChildOf,
  nameOf,
  nextOf,
  parentOf,
  previousOf,
  shadowOf,
} from './dom.ts';
import { type Flow, flowOf } from './tags.ts';

/** A run of text nodes, as it was read. Its text is what the nodes hold; each node of white space alone is one space. */
export interface ReadBlock {
  text: string;
  nodes: Text[];
  /** Where each node's text starts in `text`. */
  starts: number[];
}

const NOT_BLANK = /\S/;

/** How one step of a walk met a node, or that it left a block. */
type Step = Flow | 'text' | 'other';

function stepOf(node: Node): Step {
  if (isText(node)) return 'text';
  return isElement(node) ? flowOf(nameOf(node)) : 'other';
}

/**
 * What reading comes upon: a block; a shadow root, to be read by itself; a frame, or a custom element that may get a
 * shadow root later; or nothing worth a word.
 */
export type Found = ReadBlock | ShadowRoot | Element | null;

export function isReadBlock(found: Found): found is ReadBlock {
  return found !== null && 'starts' in found;
}

/**
 * Reads all blocks under `root`: a readable element that is a block, or a shadow root. Yields a block when it ends, and
 * `null` at nodes between, where the caller may pause. Returns false when the place where it was has left the page
 * during a pause: then the rest is unread, and `root` must be read again.
 */
export function* readBlocks(root: Node): Generator<Found, boolean> {
  let block = newBlock();
  let node: Node | null = root;
  while (node !== null) {
    const step = stepOf(node);
    let border = step === 'block' || step === 'opaque';
    let next: Node | null = null;
    if (step === 'text') add(block, node as Text);
    else if (step === 'inline' || step === 'block' || node === root) next = firstChildOf(node);
    if (step !== 'text' && step !== 'other' && step !== 'silent') {
      const found = treeIn(node as Element);
      if (found !== null) yield found;
    }
    let last: Node = node;
    while (next === null && last !== root) {
      next = nextOf(last);
      if (next !== null) break;
      const parent = parentOf(last);
      if (parent === null) return false;
      last = parent;
      if (stepOf(last) === 'block') border = true;
    }
    if (border || next === null) {
      if (block.nodes.length > 0) yield block;
      block = newBlock();
    }
    yield null;
    node = next;
  }
  return true;
}

/** What has a tree of its own in an element, or may get one. The card's own is none of the page's. */
function treeIn(element: Element): ShadowRoot | Element | null {
  const name = nameOf(element);
  if (name === 'iframe') return element;
  const root = shadowOf(element, name);
  if (root !== null) return ownGlobal('sidelightOwn')?.has(element) ? null : root;
  return name.includes('-') ? element : null;
}

/** Reads the one block that a text node belongs to; nothing where it stands in an element that is not read. */
export function readBlockAround(text: Text): ReadBlock | undefined {
  if (!isReadable(text)) return undefined;
  let first = text;
  for (const node of walkLine(text, previousOf, lastChildOf)) first = node;
  const block = newBlock();
  add(block, first);
  for (const node of walkLine(first, nextOf, firstChildOf)) add(block, node);
  return block.nodes.length > 0 ? block : undefined;
}

/** The text nodes after (or, walking backwards, before) one until the border of its block. */
function* walkLine(
  from: Text,
  sibling: (node: Node) => Node | null,
  child: (node: Node) => Node | null,
): Generator<Text> {
  let node: Node = from;
  for (;;) {
    let next = sibling(node);
    while (next === null) {
      const parent = parentOf(node);
      if (parent === null || stepOf(parent) !== 'inline') return;
      node = parent;
      next = sibling(node);
    }
    node = next;
    let step = stepOf(node);
    while (step === 'inline') {
      const inside = child(node);
      if (inside === null) break;
      node = inside;
      step = stepOf(node);
    }
    if (step === 'block' || step === 'opaque') return;
    if (step === 'text') yield node as Text;
  }
}

/** Whether a reader reads what stands in this node: neither it nor an element around it is left out. */
export function isReadable(node: Node): boolean {
  for (let at: Node | null = node; at !== null; at = aroundOf(at)) {
    const step = stepOf(at);
    if (step === 'silent' || step === 'opaque') return false;
  }
  return true;
}

/** Whether a block is navigation, a footer, or an entry of a list that is a link and no more. */
export function isAside(nodes: readonly Text[]): boolean {
  const [first] = nodes;
  let inLink = false;
  for (let at = first && parentOf(first); at != null; at = parentOf(at)) {
    const name = isElement(at) ? nameOf(at) : '';
    if (name === 'nav' || name === 'footer' || name === 'menu') return true;
    if (name === 'li' && inLink && nodes.length === 1) return true;
    inLink ||= name === 'a';
  }
  return false;
}

/** Whether all blocks in a node begin and end in it. */
export function isBlock(node: Node): boolean {
  return stepOf(node) === 'block' || node instanceof ShadowRoot;
}

/** The text nodes in and under a node. */
export function* textsIn(root: Node): Generator<Text> {
  if (isText(root)) yield root;
  for (let node = firstChildOf(root); node !== null; node = nextOf(node)) yield* textsIn(node);
}

/** The data of a text node as it is read; as long as it was. */
export function cleanText(data: string): string {
  return data.includes(BLOCK_SEPARATOR) ? data.replaceAll(BLOCK_SEPARATOR, ' ') : data;
}

function newBlock(): ReadBlock {
  return { text: '', nodes: [], starts: [] };
}

function add(block: ReadBlock, node: Text): void {
  const { data } = node;
  if (NOT_BLANK.test(data)) {
    block.nodes.push(node);
    block.starts.push(block.text.length);
    block.text += cleanText(data);
  } else if (data !== '' && block.nodes.length > 0) {
    block.text += ' ';
  }
}
