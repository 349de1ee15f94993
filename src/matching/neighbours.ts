/**
 * The words right before and after a person's name, which can make it another's: `Mojtaba Khamenei`, `Thomas David Jones`,
 * `Boothroyd Room`, `Ahmed Naser al-Raisi`. Rows of words are in `name-lists.ts`.
 */
import { NEVER } from './blob.ts';
import type { Candidate } from './candidates.ts';
import { isGerman, isHeadline } from './language.ts';
import { type Index, namesOf } from './load.ts';
import {
  BEFORE_PERSON_WORDS,
  isFamilyName,
  isGivenName,
  NAMESAKE_WORDS,
  OPENER_WORDS,
  TITLE_WORDS,
} from './name-lists.ts';
import { foldWord } from './scan.ts';

export type NameShape =
  /** Nothing around speaks against the name. `first`: the token it begins with, an initial included. */
  | { other: false; first: number }
  /** Another name; `bearer` where it is another person's of the same surname. */
  | { other: true; words: string; bearer: boolean };

const CLOSE_GAP = /^(?:[ \u00a0\u202f\t\n\r]+|\.[ \u00a0\u202f]*|[ \u00a0]?[-‐‑\u00ad][ \u00a0]?)$/u;
const HYPHEN = /[-‐‑]/u;
/** Adverbs and participles that begin a sentence. */
const OPENER_ENDING = /.{3}(?:ly|wards|ing)$/u;
/** Parts of a surname that make it another one. */
const SURNAME_PARTICLES = new Set(['al', 'el', 'bin', 'ibn', 'bint', 'abu', 'ben', 'ould']);

/**
 * What the neighbours of a person's name make of it. In scripts without capitals a surname that is a common word too
 * (`رئیسی`, "main"), which its pack lets match only after the full name, is taken for that word where it follows another
 * that it could describe.
 */
export function nameShape(
  index: Index,
  text: string,
  { entity, block, first, last, grade }: Candidate,
): NameShape {
  const own = namesOf(index, entity);
  const single = last - first === 1;
  const before = neighbour(index, text, block.first, first, -1);
  const after = neighbour(index, text, block.last, last - 1, 1);
  if (after !== undefined && isOtherAfter(after, single, own)) {
    return { other: true, words: after.word, bearer: HYPHEN.test(after.gap) };
  }
  if (before === undefined || own.has(before.folded)) return { other: false, first };
  if (single && SURNAME_PARTICLES.has(before.folded) && HYPHEN.test(before.gap)) {
    return { other: true, words: before.word, bearer: true };
  }
  if (isScriptWithoutCase(before.word)) {
    const describes = !before.gap.startsWith('.') && !BEFORE_PERSON_WORDS.has(before.folded);
    if (single && grade === NEVER && describes) {
      return { other: true, words: before.word, bearer: false };
    }
    const other = isGivenName(before.folded) && before.gap !== '' && !TITLE_WORDS.has(before.folded);
    return other ? { other, words: before.word, bearer: true } : { other: false, first };
  }
  if (!isCapitalised(before.word) || before.possessive || TITLE_WORDS.has(before.folded))
    return { other: false, first };
  if (/^\p{L}\.?$/u.test(before.word)) {
    if (!single) return { other: false, first };
    const fits = [...own].some((name) => name.startsWith(before.folded)) && before.folded !== '';
    return fits ? { other: false, first: first - 1 } : { other: true, words: before.word, bearer: true };
  }
  if (OPENER_WORDS.has(before.folded) || OPENER_ENDING.test(before.folded)) return { other: false, first };
  const proves =
    single &&
    (grade === NEVER || !isHeadline(text, block)) &&
    !isGerman(text, block) &&
    !isUpperCase(before.word);
  const other = proves || isGivenName(before.folded);
  return other ? { other, words: before.word, bearer: true } : { other: false, first };
}

/** `Coast Guards` after the Revolutionary Guards: a short form with another word of a name before it. */
export function isPartOfName(index: Index, text: string, { block, first }: Candidate): boolean {
  const before = neighbour(index, text, block.first, first, -1);
  if (before === undefined || before.possessive || !isCapitalised(before.word)) return false;
  return !OPENER_WORDS.has(before.folded) && !isHeadline(text, block);
}

interface Neighbour {
  word: string;
  folded: string;
  gap: string;
  possessive: boolean;
}

/** The word next to a token in its block, where nothing but a space or a hyphen stands between. */
function neighbour(
  index: Index,
  text: string,
  edge: number,
  token: number,
  step: 1 | -1,
): Neighbour | undefined {
  const next = token + step;
  if (step === 1 ? next >= edge : next < edge) return undefined;
  const { start, end } = index.tokens;
  const [left, right] = step === 1 ? [token, next] : [next, token];
  const gap = text.slice(end[left], start[right]);
  const possessive = /^['’]s\s/iu.test(gap);
  const word = text.slice(start[next], end[next]);
  const initial = word.length === 1 || word.endsWith('.');
  if (!possessive && !(CLOSE_GAP.test(gap) && (!gap.startsWith('.') || initial || word.length <= 4)))
    return undefined;
  return { word, folded: foldWord(word), gap, possessive };
}

function isOtherAfter(
  { word, folded, gap, possessive }: Neighbour,
  single: boolean,
  own: ReadonlySet<string>,
): boolean {
  if (possessive || gap.startsWith('.') || !isCapitalised(word) || own.has(folded)) return false;
  if (HYPHEN.test(gap)) return single ? isFamilyName(folded) : true;
  return NAMESAKE_WORDS.has(folded) || (!single && isFamilyName(folded) && !isGivenName(folded));
}

export function isCapitalised(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}

function isUpperCase(word: string): boolean {
  return word.length > 1 && word === word.toUpperCase();
}

function isScriptWithoutCase(word: string): boolean {
  return /^\p{Lo}/u.test(word);
}
