/**
 * Particles that are written together with a word, by script: a row for each. They come off only at the word's edge, only
 * from this list, and only where at least `STEM` units are left, never as free substrings.
 * Latin: the `s` of a plural or genitive. Arabic and Persian: conjunctions, prepositions, article, plural, ezafe and the adjective of a name. Korean: case particles.
 */
import { FIRST_UNIT, foldOf } from './fold.ts';

const STEM = 3;
const KOREAN_STEM = 2;

const PREFIXES = 'و ف ب ک ل ال وال فال بال کال لل ولل وب ول وک وبال'.split(' ');
const SUFFIXES = 'ها های هایی ی یی یه یین یون'.split(' ');
const PARTICLES = '은 는 이 가 을 를 의 에 와 과 도 로 으로 에서 에게 께서'.split(' ');

/** What came off: a person's name never takes the article. */
export const NO_AFFIX = 0;
export const PREFIX = 1;
export const ARTICLE = 2;
export const SUFFIX = 4;
/** A plural or, in German, a genitive. */
export const LETTER_S = 8;

export interface Stem {
  folded: string;
  affix: number;
}

/** The word without each affix that it may carry; the word itself is not among them. */
export function stemsOf(word: string): Stem[] {
  const folded = foldPlain(word);
  if (isHangul(folded)) {
    return PARTICLES.filter((end) => folded.endsWith(end) && folded.length - end.length >= KOREAN_STEM).map(
      (end) => ({ folded: folded.slice(0, -end.length), affix: SUFFIX }),
    );
  }
  if (isLatin(folded)) return folded.endsWith('s') ? [{ folded: folded.slice(0, -1), affix: LETTER_S }] : [];
  const stems: Stem[] = [];
  for (const prefix of ['', ...PREFIXES]) {
    if (!folded.startsWith(prefix)) continue;
    const bare = folded.slice(prefix.length);
    const before =
      prefix === '' ? NO_AFFIX : PREFIX | (/ل[لا]?$|ال$/.test(prefix) && prefix.length > 1 ? ARTICLE : 0);
    if (prefix !== '' && bare.length >= STEM) stems.push({ folded: bare, affix: before });
    for (const suffix of SUFFIXES) {
      if (bare.endsWith(suffix) && bare.length - suffix.length >= STEM) {
        stems.push({ folded: bare.slice(0, -suffix.length), affix: before | SUFFIX });
      }
    }
  }
  return stems;
}

function foldPlain(word: string): string {
  let folded = '';
  for (let at = 0; at < word.length; at++) {
    const value = foldOf(word.charCodeAt(at));
    if (value >= FIRST_UNIT) folded += String.fromCharCode(value);
  }
  return folded;
}

/** Whether the word may carry an affix that has to be looked at. */
export function mayBeAffixed(text: string, start: number, end: number): boolean {
  const first = text.charCodeAt(start);
  if (first < 0x600) return (text.charCodeAt(end - 1) | 32) === 115;
  return first <= 0x8ff || (first >= 0xac00 && first <= 0xd7a3);
}

function isLatin(word: string): boolean {
  return word.charCodeAt(0) < 0x600;
}

function isHangul(word: string): boolean {
  const unit = word.charCodeAt(0);
  return unit >= 0xac00 && unit <= 0xd7a3;
}
