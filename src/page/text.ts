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
  isIn,
  isText,
  lastChildOf,
  nameOf,
  nextOf,
  parentOf,
  previousOf,
  shadowOf,
  walkerIn,
} from './dom.ts';
import { type Flow, flowOf } from './tags.ts';

/** A run of text nodes, as it was read. Its text is what the nodes hold; each node of white space alone is one space. */
export interface ReadBlock {
  text: string;
  nodes: Text[];
  /** Where each node's text starts in `text`. */
  starts: number[];
}

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

/** Nodes between two places where reading may pause. */
const NODES_A_PAUSE = 8;

/**
 * Reads all blocks under `root`: a readable element that is a block, or a shadow root. Yields a block when it ends, and
 * `null` now and then, where the caller may pause. Returns false when the place where it was has left the page during a
 * pause: then the rest is unread, and `root` must be read again.
 *
 * Every page runs this once, before the browser has compiled anything: a node costs what it takes in calls. So the
 * browser's own walker goes from node to node, and tells nothing of ends; a block has ended where the next text stands
 * in another.
 */
export function* readBlocks(root: Node): Generator<Found, boolean> {
  const tree = isElement(root) ? treeIn(root, nameOf(root)) : null;
  if (tree !== null) yield tree;
  const walker = walkerIn(root);
  let block = newBlock();
  /** What the text of the block stands in. */
  let home: Node | null = null;
  let node = walker.nextNode();
  for (let count = 1; node !== null; count++) {
    let isInside = true;
    if (isText(node)) {
      const parent = parentOf(node);
      if (parent !== home) {
        const other = homeOf(parent);
        if (other !== home && block.nodes.length > 0) {
          yield block;
          block = newBlock();
        }
        home = other;
      }
      add(block, node);
    } else if (isElement(node)) {
      const name = nameOf(node);
      const flow = flowOf(name);
      if ((flow === 'block' || flow === 'opaque') && block.nodes.length > 0) {
        yield block;
        block = newBlock();
      }
      isInside = flow === 'inline' || flow === 'block';
      const found = flow === 'silent' ? null : treeIn(node, name);
      if (found !== null) yield found;
    }
    if (count % NODES_A_PAUSE === 0) yield null;
    node = isInside ? walker.nextNode() : after(walker);
  }
  if (block.nodes.length > 0) yield block;
  return isIn(root, walker.currentNode);
}

/** Goes on behind the node where the walker is, and all that is in it. */
function after(walker: TreeWalker): Node | null {
  for (;;) {
    const next = walker.nextSibling();
    if (next !== null || walker.parentNode() === null) return next;
  }
}

/** The block that something in the line stands in. */
function homeOf(node: Node | null): Node | null {
  let at = node;
  while (at !== null && isElement(at) && flowOf(nameOf(at)) === 'inline') at = parentOf(at);
  return at;
}

/** What has a tree of its own in an element, or may get one. The card's own is none of the page's. */
function treeIn(element: Element, name: string): ShadowRoot | Element | null {
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

/** What a node stands in, as bits. */
const IN_ASIDE = 1;
const IN_ENTRY = 2;
const IN_LINK_OF_ENTRY = 4;

/**
 * Whether a block is navigation, a footer, or an entry of a list that is a link and no more.
 * @param known what was found out about nodes; good for as long as nothing moves
 */
export function isAside(nodes: readonly Text[], known: Map<Node, number> = new Map()): boolean {
  const [first] = nodes;
  const around = first === undefined ? 0 : surroundings(first, known);
  return (around & IN_ASIDE) !== 0 || (nodes.length === 1 && (around & IN_LINK_OF_ENTRY) !== 0);
}

function surroundings(text: Text, known: Map<Node, number>): number {
  const unknown: Node[] = [];
  let bits = 0;
  for (let at = parentOf(text); at !== null; at = parentOf(at)) {
    const found = known.get(at);
    if (found !== undefined) {
      bits = found;
      break;
    }
    unknown.push(at);
  }
  for (let node = unknown.pop(); node !== undefined; node = unknown.pop()) {
    const name = isElement(node) ? nameOf(node) : '';
    if (name === 'nav' || name === 'footer' || name === 'menu') bits |= IN_ASIDE;
    else if (name === 'li') bits |= IN_ENTRY;
    else if (name === 'a' && (bits & IN_ENTRY) !== 0) bits |= IN_LINK_OF_ENTRY;
    known.set(node, bits);
  }
  return bits;
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

/** The frames, the shadow roots and what may get one in and under something that stands in the line. */
export function* treesIn(root: Node): Generator<ShadowRoot | Element> {
  if (!isElement(root)) return;
  const name = nameOf(root);
  const flow = flowOf(name);
  const tree = flow === 'silent' ? null : treeIn(root, name);
  if (tree !== null) yield tree;
  if (flow === 'silent' || flow === 'opaque') return;
  for (let node = firstChildOf(root); node !== null; node = nextOf(node)) yield* treesIn(node);
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
  if (data.trim() !== '') {
    block.nodes.push(node);
    block.starts.push(block.text.length);
    block.text += cleanText(data);
  } else if (data !== '' && block.nodes.length > 0) {
    block.text += ' ';
  }
}
