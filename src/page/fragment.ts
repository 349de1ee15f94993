/** What leads to the words of a range and to no others of the page: a text fragment, as links have it. */
import {
  generateFragmentFromRange,
  setTimeout,
} from 'text-fragments-polyfill/dist/fragment-generation-utils.js';
import type { TextFragment } from '../dataset/address.ts';
import { CAPS } from '../messages/selected.ts';

/** Milliseconds. Each try looks through the whole page; for most pages a tenth of this is enough. */
const PATIENCE = 1_500;

/**
 * @param range grows to whole words, so it must not be the one that is selected
 * @returns undefined where no fragment leads there: the words stand twice in the same surroundings, or hidden ones among them
 */
export function fragmentOf(range: Range): TextFragment | undefined {
  setTimeout(PATIENCE);
  const { fragment } = generateFragmentFromRange(range);
  if (fragment === undefined) return undefined;
  // Words given whole come in small letters and taken apart, as in か and its mark for が, which Firefox does not find.
  const whole = fragment.textEnd === undefined ? { textStart: inOneLine(range.toString()) } : {};
  const found = { ...fragment, ...whole };
  return Object.values(found).some(({ length }) => length > CAPS.fragment) ? undefined : found;
}

function inOneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
