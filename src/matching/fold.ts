/**
 * What each UTF-16 code unit means to the tokenizer: a folded unit, or one of the classes below.
 * The table is filled a page of 256 units at a time, when a text first shows the page, because filling all of it
 * takes longer than reading most pages.
 */

/** Not part of a word. */
export const BREAK = 0;
/** Without width or meaning inside a word: soft hyphen, zero-width characters, tatweel. */
export const IGNORED = 1;
/** Joins, ends or opens a word, depending on its neighbours: see `scan.ts`. */
export const APOSTROPHE = 2;
/** Folds to several units, or to one outside the page: ask `expand`. */
export const EXPANDS = 3;
/** A word by itself that folds to itself: Han, Hiragana. */
export const IDEOGRAPH = 4;
export const SURROGATE = 5;
/** Full stop and comma: part of `1,988` and of `M.E.K.` */
export const JOINER = 6;
/** A combining mark that folds away but belongs to its letter's span. */
export const MARK = 7;
/** Only in `BYTES`: part of a character of several bytes. */
export const WIDE = 8;
/** From here on a value is a folded code unit. */
export const FIRST_UNIT = 32;

export const SPECIAL_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ĸ: 'k',
  ə: 'e',
  ي: 'ی',
  ى: 'ی',
  ئ: 'ی',
  ك: 'ک',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ؤ: 'و',
  ة: 'ه',
  ۀ: 'ه',
  ە: 'ه',
  ہ: 'ه',
  ۃ: 'ه',
  ھ: 'ه',
};

const APOSTROPHES = /['‘’‛ʼʻʹʾʿ`´′＇ꞌ՚׳]/u;
/** Ranges of code points, first and last. */
const FORMAT_RANGES = [
  [0xad, 0xad],
  [0x34f, 0x34f],
  [0x640, 0x640],
  [0x180b, 0x180e],
  [0xfe00, 0xfe0f],
] as const;
/** Combining marks that fold away: Latin, Cyrillic, Greek, Hebrew, Arabic. Those of other scripts are vowels. */
const MARK_RANGES = [
  [0x300, 0x34e],
  [0x350, 0x36f],
  [0x483, 0x489],
  [0x591, 0x5bd],
  [0x5bf, 0x5bf],
  [0x5c1, 0x5c2],
  [0x5c4, 0x5c5],
  [0x5c7, 0x5c7],
  [0x610, 0x61a],
  [0x64b, 0x65f],
  [0x670, 0x670],
  [0x6d6, 0x6dc],
  [0x6df, 0x6e8],
  [0x6ea, 0x6ed],
  [0x1ab0, 0x1aff],
  [0x1dc0, 0x1dff],
  [0x20d0, 0x20ff],
  [0xfe20, 0xfe2f],
] as const;
const INVISIBLE = /\p{Cf}/u;
/** Some characters stand for a space and a mark. */
const NOT_WORD = /[^\p{L}\p{N}\p{M}]/gu;
const WORD = /[\p{L}\p{N}\p{M}]/u;
const OWN_WORD = /[\p{Script=Han}\p{Script=Hiragana}]/u;
const HANGUL = /\p{Script=Hangul}/u;
const JOINERS = '.,٫٬';

const table = new Uint16Array(65_536);
const filled = new Uint8Array(256);

/** The value of each byte of UTF-8 text: that of its unit, or `WIDE` where it is part of a longer character. */
export const BYTES = new Uint8Array(256).fill(WIDE, 128);

/** The value of one code unit: a class or a folded unit. */
export function foldOf(unit: number): number {
  const page = unit >>> 8;
  if (filled[page] === 0) fill(page);
  return table[unit] ?? BREAK;
}

/** The folded form of a character that no single value can give: `EXPANDS`, or a pair of surrogates. */
export function expand(character: string, keepCase = false): string {
  return foldCharacter(character, keepCase);
}

export function isOwnWord(character: string): boolean {
  return OWN_WORD.test(character);
}

export function isWord(character: string): boolean {
  return WORD.test(character);
}

function fill(page: number): void {
  for (let unit = page << 8; unit < (page + 1) << 8; unit++) table[unit] = classify(unit);
  filled[page] = 1;
}

function classify(unit: number): number {
  const character = String.fromCharCode(unit);
  if (unit >= 0xd800 && unit <= 0xdfff) return SURROGATE;
  if (APOSTROPHES.test(character)) return APOSTROPHE;
  if (JOINERS.includes(character)) return JOINER;
  if (isIn(FORMAT_RANGES, unit) || INVISIBLE.test(character)) return IGNORED;
  if (isIn(MARK_RANGES, unit)) return MARK;
  if (!WORD.test(character)) return BREAK;
  const folded = foldCharacter(character, false);
  if (OWN_WORD.test(character)) return folded === character ? IDEOGRAPH : EXPANDS;
  if (folded === '') return MARK;
  if (folded.length !== 1) return EXPANDS;
  return folded.charCodeAt(0);
}

function foldCharacter(character: string, keepCase: boolean): string {
  if (HANGUL.test(character)) return character;
  let folded = '';
  for (const part of character.normalize('NFKC')) {
    const small = part.toLowerCase();
    const bare = withoutMarks(SPECIAL_LETTERS[small] ?? small);
    const digit = digitOf(bare);
    const plain = digit ?? SPECIAL_LETTERS[bare] ?? bare;
    folded += keepCase && part !== small ? plain.toUpperCase() : plain;
  }
  return folded.replace(NOT_WORD, '');
}

function withoutMarks(text: string): string {
  const bare = [...text.normalize('NFD')].filter((each) => !isIn(MARK_RANGES, each.codePointAt(0) ?? 0));
  return bare.join('').normalize('NFC');
}

function isIn(ranges: readonly (readonly [number, number])[], point: number): boolean {
  return ranges.some(([first, last]) => point >= first && point <= last);
}

/** Decimal digits of every script stand in runs of ten from zero, so the value is the distance from the run's start. */
function digitOf(character: string): string | undefined {
  if (!/^\p{Nd}$/u.test(character)) return undefined;
  const point = character.codePointAt(0) ?? 0;
  if (point < 128) return character;
  let zero = point;
  while (point - zero < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String(point - zero);
}

fill(0);
BYTES.set(table.subarray(0, 128));
