/**
 * Text to tokens, in one pass: the hot loop of matching.
 *
 * Each word becomes a 32-bit hash of its folded units (FNV-1a with a finishing step) beside its UTF-16 offsets; the word
 * itself is not built. At the end of each word its hash is looked up in a bit filter of all words that begin a phrase;
 * what passes is listed in `candidates` for `find.ts`. So a page without any name of the index costs this loop alone.
 *
 * Memory: the text in UTF-8, in a buffer that is kept for the next text; three 32-bit arrays for hash, start and end,
 * which grow by doubling (`Tokens` is a scratch buffer too: the next `scan` overwrites it). Offsets are in UTF-16:
 * `shift` is how many more bytes than UTF-16 units have been read.
 *
 * Words of plain letters, of any script whose fold is one unit, never leave the loop. What needs a look at its neighbours
 * (apostrophes, `M.E.K.`, `1,988`, surrogates, letters that fold to two) goes to `slowWord`, which holds all rules once
 * more in readable form.
 *
 * One long file, because the loop and the rules that it hands over to must say the same.
 *
 * Tried: `charCodeAt` on the string (a third slower: its representation is looked at for each unit; `encodeInto` reads
 * 1.7 units a nanosecond); fields instead of local variables (three times slower); building the folded text first and
 * hashing it after (one more pass, and a map of offsets); keeping the hash of one letter less for the plural `s` (a
 * register in the inner loop; FNV's prime has an inverse, so it is computed at the end).
 */
import {
  APOSTROPHE,
  BREAK,
  BYTES,
  EXPANDS,
  expand,
  FIRST_UNIT,
  foldOf,
  IDEOGRAPH,
  IGNORED,
  isOwnWord,
  isWord,
  JOINER,
  MARK,
  SURROGATE,
  WIDE,
} from './fold.ts';
import { BLOCK_SEPARATOR } from './types.ts';

const SEED = 0x811c9dc5 | 0;
const PRIME = 0x01000193;
const FINISH = 0x85ebca6b;
/** The inverse of `PRIME` modulo 2 ** 32: takes back the last step of a hash. */
const INVERSE_PRIME = 0x359c449b;
const COMMA = 44;
const FIRST_SURROGATE = 0xd800;
const LETTER_S = 115;
/** A plural or genitive `s` comes off words that are longer than this. */
const SHORTEST_PLURAL = 3;
const BLOCK_UNIT = BLOCK_SEPARATOR.charCodeAt(0);
/** Arabic, Arabic Supplement, Arabic Extended: words that may carry affixes. */
const ARABIC_FROM = 0x600;
const ARABIC_TO = 0x8ff;
/** Korean particles are affixes too. */
const HANGUL_FROM = 0xac00;
const HANGUL_TO = 0xd7a3;

/** A word before an apostrophe that is a word of its own: `l'OMPI`, `d'Iran`, `dell'Iran`. */
const ELISIONS = new Set(
  'c d j l m n s t qu jusqu lorsqu puisqu quoiqu dell all nell dall sull un quest'.split(' '),
);

export interface Tokens {
  count: number;
  hash: Int32Array;
  start: Int32Array;
  end: Int32Array;
  /** Tokens whose hash passed the filter. */
  candidates: Int32Array;
  candidateCount: number;
  /** Tokens that may carry affixes: of a script that writes particles with the word, or with an `s` at their end. */
  affixed: Int32Array;
  affixedCount: number;
  /** The first token of each block but the first: blocks without words share a number. */
  blockStarts: Int32Array;
  blockCount: number;
}

/** Bits by hash; the number of 32-bit words is a power of two. */
export type Filter = Uint32Array;
export const EMPTY_FILTER: Filter = new Uint32Array(1);

export function newTokens(capacity = 1_024): Tokens {
  return {
    count: 0,
    hash: new Int32Array(capacity),
    start: new Int32Array(capacity),
    end: new Int32Array(capacity),
    candidates: new Int32Array(capacity),
    candidateCount: 0,
    affixed: new Int32Array(64),
    affixedCount: 0,
    blockStarts: new Int32Array(64),
    blockCount: 0,
  };
}

export function hashOf(folded: string): number {
  let hash = SEED;
  for (let at = 0; at < folded.length; at++) hash = Math.imul(hash ^ folded.charCodeAt(at), PRIME);
  return finish(hash);
}

/** Two bits of one word of the filter stand for a hash: a foreign word passes once in about 70 times. */
export function inFilter(filter: Filter, hash: number): boolean {
  const bits = filter[(hash >>> 10) & (filter.length - 1)] ?? 0;
  return ((bits >>> (hash & 31)) & (bits >>> ((hash >>> 5) & 31)) & 1) === 1;
}

export function addToFilter(filter: Filter, hash: number): void {
  const word = (hash >>> 10) & (filter.length - 1);
  filter[word] = (filter[word] ?? 0) | (1 << (hash & 31)) | (1 << ((hash >>> 5) & 31));
}

/** Reads the whole text into `out` and returns it. */
export function scan(text: string, filter: Filter, out: Tokens): Tokens {
  const bytes = toBytes(text);
  // A local name: an imported one is looked up for each letter.
  const values = BYTES;
  const length = bytesWritten;
  const mask = filter.length - 1;
  let { hash: hashes, start: starts, end: ends, candidates, affixed, blockStarts } = out;
  let count = 0;
  let candidateCount = 0;
  let affixedCount = 0;
  let blockCount = 0;
  let at = 0;
  let shift = 0;
  while (at < length) {
    let byte = bytes[at] as number;
    let value = values[byte] as number;
    let first = byte;
    const start = at - shift;
    const startByte = at;
    const startShift = shift;
    if (value < FIRST_UNIT) {
      if (value !== WIDE) {
        at++;
        continue;
      }
      first = unitAt(bytes, at);
      value = foldOf(first);
      const more = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
      if (value < FIRST_UNIT && value !== EXPANDS && value !== IDEOGRAPH && value !== SURROGATE) {
        if (first === BLOCK_UNIT) {
          if (blockCount === blockStarts.length) blockStarts = grown(blockStarts);
          blockStarts[blockCount++] = count;
        }
        at += more + 1;
        shift += more;
        continue;
      }
      at += more;
      shift += more;
    }
    let hash = SEED;
    if (value >= FIRST_UNIT) {
      for (;;) {
        do {
          hash = Math.imul(hash ^ value, PRIME);
          byte = bytes[++at] as number;
          value = values[byte] as number;
        } while (value >= FIRST_UNIT);
        if (value !== WIDE) break;
        value = foldOf(unitAt(bytes, at));
        if (value < FIRST_UNIT) break;
        const more = byte < 0xe0 ? 1 : 2;
        at += more;
        shift += more;
      }
    } else if (value === IDEOGRAPH) {
      hash = Math.imul(hash ^ first, PRIME);
      at++;
      value = BREAK;
    }
    let end = at - shift;
    const before = bytes[at - 1] as number;
    const plain =
      value === BREAK ||
      value === IDEOGRAPH ||
      (value === JOINER &&
        !((before < 65 || before > 127 || at - startByte === 1) && joins(text, start, end)));
    if (plain) {
      const raw = hash;
      hash ^= hash >>> 15;
      hash = Math.imul(hash, FINISH);
      hash ^= hash >>> 13;
      if (
        (before | 32) === LETTER_S &&
        at - startByte > SHORTEST_PLURAL &&
        inFilter(filter, finish(Math.imul(raw, INVERSE_PRIME) ^ LETTER_S))
      ) {
        if (affixedCount === affixed.length) affixed = grown(affixed);
        affixed[affixedCount++] = count;
      }
      // What ended the word is no letter: do not look at it again.
      if (byte < 128) at++;
    } else {
      slowWord(text, start);
      hash = slow.hash;
      end = slow.end;
      at = startByte;
      shift = startShift;
      while (at - shift < slow.next) {
        byte = bytes[at] as number;
        const size = byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
        at += size;
        shift += size === 4 ? 2 : size - 1;
      }
      if (end === start) continue;
    }
    if (count === hashes.length) {
      hashes = grown(hashes);
      starts = grown(starts);
      ends = grown(ends);
      candidates = grown(candidates);
    }
    hashes[count] = hash;
    starts[count] = start;
    ends[count] = end;
    const bits = filter[(hash >>> 10) & mask] as number;
    if (((bits >>> (hash & 31)) & (bits >>> ((hash >>> 5) & 31)) & 1) === 1)
      candidates[candidateCount++] = count;
    if (first >= ARABIC_FROM && (first <= ARABIC_TO || (first >= HANGUL_FROM && first <= HANGUL_TO))) {
      if (affixedCount === affixed.length) affixed = grown(affixed);
      affixed[affixedCount++] = count;
    }
    count++;
  }
  return Object.assign(out, {
    hash: hashes,
    start: starts,
    end: ends,
    candidates,
    affixed,
    blockStarts,
    count,
    candidateCount,
    affixedCount,
    blockCount,
  });
}

const encoder = new TextEncoder();
let buffer = new Uint8Array(1_024);
let bytesWritten = 0;

/** The text in UTF-8 with zeros after it, and `bytesWritten`. A lone surrogate becomes U+FFFD: one unit, three bytes. */
function toBytes(text: string): Uint8Array {
  if (buffer.length < text.length * 3 + 4) buffer = new Uint8Array(text.length * 3 + 4);
  bytesWritten = encoder.encodeInto(text, buffer).written;
  buffer.fill(0, bytesWritten, bytesWritten + 4);
  return buffer;
}

/** The UTF-16 unit that begins at a byte of 128 or more; of a pair of surrogates, the first. */
function unitAt(bytes: Uint8Array, at: number): number {
  const byte = bytes[at] as number;
  if (byte < 0xe0) return ((byte & 31) << 6) | ((bytes[at + 1] as number) & 63);
  if (byte >= 0xf0) return FIRST_SURROGATE;
  return ((byte & 15) << 12) | (((bytes[at + 1] as number) & 63) << 6) | ((bytes[at + 2] as number) & 63);
}

const scratch = newTokens(64);

/** The folded words of a text, as `scan` sees them. */
export function wordsOf(text: string, keepCase = false): string[] {
  const tokens = scan(text, EMPTY_FILTER, scratch);
  return Array.from({ length: tokens.count }, (_, at) =>
    foldWord(text.slice(tokens.start[at], tokens.end[at]), keepCase),
  );
}

/** One word, folded to the units that its hash was made of. */
export function foldWord(word: string, keepCase = false): string {
  let folded = '';
  for (const character of word) {
    const value = foldOf(character.charCodeAt(0));
    if (value === IGNORED || value === MARK || value === APOSTROPHE || value === BREAK) continue;
    if (value === JOINER) {
      if (/\d$/.test(folded)) folded += ',';
    } else if (keepCase || value < FIRST_UNIT) folded += expand(character, keepCase);
    else folded += String.fromCharCode(value);
  }
  return folded;
}

/** What `slowWord` found: kept outside so that no object is made for each word. */
const slow = { hash: 0, end: 0, next: 0 };

/** One word from `start`, by all rules. `next` is where reading goes on: after a possessive or an elision's apostrophe. */
function slowWord(text: string, start: number): void {
  let hash = SEED;
  let at = start;
  let end = start;
  let units = 0;
  let acronym = false;
  slow.next = 0;
  while (at < text.length) {
    const value = foldOf(text.charCodeAt(at));
    if (value >= FIRST_UNIT) {
      hash = Math.imul(hash ^ value, PRIME);
      units++;
      end = ++at;
    } else if (value === IGNORED) at++;
    else if (value === MARK) {
      at++;
      if (units > 0) end = at;
    } else if (value === EXPANDS || value === SURROGATE || value === IDEOGRAPH) {
      const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
      if (!isWord(character)) break;
      const own = isOwnWord(character);
      if (own && units > 0) break;
      for (const unit of expand(character).split('')) hash = Math.imul(hash ^ unit.charCodeAt(0), PRIME);
      units++;
      at += character.length;
      end = at;
      if (own) break;
    } else if (value === APOSTROPHE) {
      if (units === 0 || !wordAt(text, at + 1)) break;
      if (isPossessive(text, at + 1)) {
        slow.next = at + 2;
        break;
      }
      if (units <= 6 && ELISIONS.has(foldWord(text.slice(start, at)))) {
        slow.next = at + 1;
        break;
      }
      at++;
    } else if (value === JOINER && joins(text, start, at)) {
      if (digitAt(text, at - 1)) hash = Math.imul(hash ^ COMMA, PRIME);
      else acronym = true;
      at++;
    } else {
      if (acronym && value === JOINER && text[at] === '.') end = ++at;
      break;
    }
  }
  slow.hash = finish(hash);
  slow.end = end;
  slow.next = Math.max(slow.next, end, units === 0 ? start + 1 : at);
}

function finish(hash: number): number {
  let mixed = hash ^ (hash >>> 15);
  mixed = Math.imul(mixed, FINISH);
  return mixed ^ (mixed >>> 13);
}

/** Whether a full stop or comma at `at` stands inside a word: `1,988`, `30.000`, `M.E.K.` */
function joins(text: string, start: number, at: number): boolean {
  if (digitAt(text, at - 1)) return digitAt(text, at + 1);
  if (text[at] !== '.' || digitAt(text, at + 1)) return false;
  const alone = at - 1 === start || text[at - 2] === '.';
  return (
    alone && wordAt(text, at + 1) && !wordAt(text, at + 2) && foldOf(text.charCodeAt(at + 2)) !== APOSTROPHE
  );
}

function isPossessive(text: string, at: number): boolean {
  const letter = text[at];
  return (letter === 's' || letter === 'S') && !wordAt(text, at + 1);
}

function wordAt(text: string, at: number): boolean {
  if (at >= text.length) return false;
  const value = foldOf(text.charCodeAt(at));
  return value >= FIRST_UNIT || value === EXPANDS;
}

function digitAt(text: string, at: number): boolean {
  if (at < 0 || at >= text.length) return false;
  const value = foldOf(text.charCodeAt(at));
  return value >= 48 && value <= 57;
}

function grown(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}
