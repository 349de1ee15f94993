/**
 * What the script that reads a selection finds in a document, told once, as the result of that script. It comes from a
 * page's process: every text has its cap, and nothing of it is trusted to be true.
 */
import type { TextFragment } from '../dataset/address.ts';

/** Characters of what stands before the words, and after them. */
export const SURROUNDINGS = 64;

/** The most characters of each text. */
export const CAPS = {
  /** As long as a quote may be. */
  words: 50_000,
  title: 2_000,
  address: 10_000,
  lang: 40,
  date: 100,
  /** Each part of a text fragment: as long as an address may be. */
  fragment: 2_000,
  jsonLd: 200_000,
  /** Of all blocks together. */
  blocks: 100_000,
} as const;

/** The most of things that a document may have many of. */
export const MOST = { dates: 10, times: 20, jsonLd: 10 } as const;

export interface Selected {
  /** The words that the reader sees as selected; empty where they could not be found in the document. */
  exact: string;
  prefix: string;
  suffix: string;
  /** What leads to the words; missing where nothing does. */
  fragment?: TextFragment;
  /** The text of the blocks of the words and of some before and after; none where it would be too long. */
  blocks: string[];
  /** UTF-16 offsets of the words into the blocks, joined by one character each. */
  start: number;
  end: number;
  title: string;
  /** As the page gives it. */
  canonical: string;
  /** Language tag of the words, as the page gives it. */
  lang: string;
  /** What the page's `meta` elements say on the day when it was published. */
  dates: string[];
  /** What the `time` elements of the article say. */
  times: string[];
  /** Scripts of JSON-LD that give such a day. */
  jsonLd: string[];
}
