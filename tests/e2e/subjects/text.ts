import { isAside, isReadBlock, readBlockAround, readBlocks } from '../../../src/page/text.ts';

/** The texts of all blocks of the page's body. */
export function textsOfBody(): string[] {
  return [...readBlocks(document.body)].filter(isReadBlock).map(({ text }) => text);
}

/** Whether each text node of the body, read by itself, gives the block that reading the whole body gave it. */
export function readsAlikeFromAnyNode(): boolean {
  return [...readBlocks(document.body)]
    .filter(isReadBlock)
    .every(({ text, nodes }) => nodes.every((node) => readBlockAround(node)?.text.trim() === text.trim()));
}

/** The texts of the blocks that are navigation, footers and lists of links. */
export function asidesOfBody(): string[] {
  return [...readBlocks(document.body)]
    .filter(isReadBlock)
    .filter(({ nodes }) => isAside(nodes))
    .map(({ text }) => text.trim());
}
