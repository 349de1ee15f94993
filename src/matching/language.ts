/** Just enough about the language of a block for the rules that differ by it. Each block is looked at once. */
import type { Block } from './blocks.ts';

const GERMAN =
  /(?<![\p{L}\p{N}])(?:der|die|das|den|dem|des|und|ist|nicht|von|mit|auf|für|ein|eine|einen|im|zum|zur|sich|auch|nach|bei|aus|wurde|wird|hat|war|sagte|seine|seiner|vier|drei|zwei|wegen|über|gegen|unter|zwischen)(?![\p{L}\p{N}])/giu;

const UMLAUT = /[äöüß]/iu;

/** Two of the words that few German sentences are without, or one and an umlaut. In German every noun has a capital and names take an `s`. */
function looksGerman(block: string): boolean {
  let found = UMLAUT.test(block) ? 1 : 0;
  for (const _ of block.matchAll(GERMAN)) if (++found === 2) return true;
  return false;
}

const WORD = /\p{L}[\p{L}\p{M}'’]*/gu;
const SMALL_WORDS = 4;

/** Whether most words have capitals, as in a headline: then a capital says nothing about a word. */
function looksLikeHeadline(block: string): boolean {
  let capitals = 0;
  let words = 0;
  for (const [word] of block.matchAll(WORD)) {
    words++;
    if (/^\p{Lu}/u.test(word)) capitals++;
  }
  return words >= SMALL_WORDS && capitals > words * 0.6;
}

export const isGerman = once(looksGerman);
export const isHeadline = once(looksLikeHeadline);

function once(look: (block: string) => boolean): (text: string, block: Block) => boolean {
  const known = new WeakMap<Block, boolean>();
  return (text, block) => {
    const before = known.get(block);
    if (before !== undefined) return before;
    const found = look(text.slice(block.start, block.end));
    known.set(block, found);
    return found;
  };
}
