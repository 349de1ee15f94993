import { isReadBlock, readBlockAround, readBlocks } from '../../../src/page/text.ts';

/** The texts of all blocks of the page's body. */
export function textsOfBody(): string[] {
  const texts: string[] = [];
  for (const found of readBlocks(document.body)) if (isReadBlock(found)) texts.push(found.text);
  return texts;
}

/** Whether each text node of the body, read by itself, gives the block that reading the whole body gave it. */
export function readsAlikeFromAnyNode(): boolean {
  for (const block of readBlocks(document.body)) {
    for (const node of block?.nodes ?? []) {
      const alone = readBlockAround(node);
      if (alone?.text.trim() !== block?.text.trim() || alone?.nodes.length !== block?.nodes.length)
        return false;
    }
  }
  return true;
}
