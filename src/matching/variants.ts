/**
 * Spellings of a name that a pack asks for, made by rule when packs are compiled; never by distance.
 * A family is a list of rows: how a sound of the name is written, and how else it is. The longest row that fits is taken,
 * from left to right, and every combination is a variant.
 */
import type { VariantFamily } from '../dataset/schema.ts';

/** Persian and Arabic names in Latin letters, after English, French, German and Spanish habits. */
const PERSIAN_LATIN: Readonly<Record<string, readonly string[]>> = {
  kh: ['ch', 'j'],
  gh: ['q', 'g'],
  q: ['gh', 'k'],
  sh: ['sch', 'ch'],
  j: ['dj', 'dsch', 'y'],
  ch: ['tch', 'tsch'],
  v: ['w'],
  y: ['i'],
  ss: ['s'],
  s: ['ss'],
  mm: ['m'],
  dd: ['d'],
  ou: ['u', 'oo', 'o'],
  oo: ['u', 'ou', 'o'],
  ai: ['aei', 'aee', 'ae', 'ei', 'aii', 'ayi'],
  ay: ['ai', 'ayy', 'ey'],
  ei: ['ai', 'ey', 'ee', 'eyi'],
  i: ['ee'],
  e: ['i'],
  o: ['u', 'ou'],
};

const FAMILIES: Record<VariantFamily, typeof PERSIAN_LATIN> = { 'persian-latin': PERSIAN_LATIN };
const LONGEST_SOUND = 2;
/** Shorter words have too few letters to stay themselves when two of them change. */
const SHORTEST_WORD = 4;
/** Words of translated names, which are spelt in one way. */
const TRANSLATED = new Set(
  'people organization organisation national council resistance islamic republic iran'.split(' '),
);
const MOST_VARIANTS = 2_000;

/** Other spellings of folded words, each a list of words; without the words themselves. */
export function variantsOf(words: readonly string[], family: VariantFamily): string[][] {
  let phrases: string[][] = [[]];
  for (const word of words) {
    const fixed = word.length < SHORTEST_WORD || TRANSLATED.has(word);
    const spellings = fixed ? [word] : spellingsOf(word, FAMILIES[family]);
    phrases = phrases.flatMap((phrase) => spellings.map((spelling) => [...phrase, spelling]));
    phrases = phrases.slice(0, MOST_VARIANTS);
  }
  return phrases.slice(1);
}

/** All spellings of a word; the word itself is the first. */
function spellingsOf(word: string, rows: typeof PERSIAN_LATIN): string[] {
  let spellings = [''];
  for (let at = 0; at < word.length; ) {
    let sound = word.charAt(at);
    for (let length = LONGEST_SOUND; length > 1; length--) {
      const longer = word.slice(at, at + length);
      if (rows[longer] !== undefined) sound = longer;
    }
    const written = [sound, ...(rows[sound] ?? [])];
    spellings = spellings.flatMap((before) => written.map((next) => before + next)).slice(0, MOST_VARIANTS);
    at += sound.length;
  }
  return spellings;
}
