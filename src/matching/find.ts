/**
 * Tokens to hits: every place where a phrase of the index stands. Linear in the text: a candidate word tries at most
 * `LONGEST_PHRASE` lengths, whatever the index holds. Every hit is verified against the phrase's own words, so that a
 * collision of hashes is never a hit.
 */
import { mayBeAffixed, NO_AFFIX, type Stem, stemsOf } from './affixes.ts';
import { LONGEST_PHRASE } from './blob.ts';
import { EXPANDS, FIRST_UNIT, foldOf, IDEOGRAPH, JOINER, SURROGATE } from './fold.ts';
import { entryText, type Index } from './load.ts';
import { extend, slotOf } from './phrase-hash.ts';
import { foldWord, hashOf, inFilter, scan, type Tokens } from './scan.ts';

/** A phrase of the index in the text. */
export interface Hit {
  /** Number of its first token, and of the token after its last. */
  from: number;
  to: number;
  /** Number of the phrase's first entry. */
  phrase: number;
  /** What is written together with it, of `affixes.ts`. */
  affix: number;
  /** `Raisi, Ebrahim`: the last word of the phrase stands first. */
  reversed: boolean;
}

/** What may stand between two words of a name; not a comma, a bracket, or the end of a sentence. */
const SOFT_GAP = /^[\s\p{Pd}\p{Cf}'‘’‛“”"«»„`´·•‧・／/\u00a0_&+*|]*$/u;
const COMMA_GAP = /^\s*[,،]\s+$/u;
/** A full stop ends a sentence, unless the word before it is short: `Mr.`, `St.`, `Nov.` */
const ABBREVIATION = 5;

/** All hits in the order of the text. */
export function find(index: Index, text: string): Hit[] {
  const tokens = scan(text, index.filter, index.tokens);
  const hits: Hit[] = [];
  const { candidates, candidateCount, affixed, affixedCount } = tokens;
  let nextAffixed = 0;
  const affixedUntil = (token: number): void => {
    for (; nextAffixed < affixedCount && (affixed[nextAffixed] as number) <= token; nextAffixed++) {
      findStems(index, text, tokens, affixed[nextAffixed] as number, hits);
    }
  };
  for (let at = 0; at < candidateCount; at++) {
    const from = candidates[at] as number;
    affixedUntil(from - 1);
    findFrom(index, text, tokens, from, hits);
  }
  affixedUntil(tokens.count);
  return hits;
}

function findFrom(index: Index, text: string, tokens: Tokens, from: number, hits: Hit[]): void {
  const hash = tokens.hash[from] as number;
  const lengths = index.lengths[(hash >>> 3) & (index.lengths.length - 1)] as number;
  if (lengths === 0) return;
  const longest = lengths >= 0x8000 ? LONGEST_PHRASE : 32 - Math.clz32(lengths);
  const last = Math.min(from + longest, blockEnd(tokens, from));
  let phrase = hash;
  for (let to = from + 1; to <= last; to++) {
    if (to > from + 1) {
      if (!isSoft(text, tokens, to - 1)) break;
      if (mayBeAffixed(text, tokens.start[to - 1] ?? 0, tokens.end[to - 1] ?? 0))
        findEnding(index, text, tokens, from, to, phrase, hits);
      phrase = extend(phrase, tokens.hash[to - 1] as number);
    }
    if (((lengths >>> Math.min(to - from - 1, 15)) & 1) === 0) continue;
    const entry = lookUp(index, phrase, (candidate) => verify(index, text, tokens, from, to, candidate));
    if (entry >= 0) hits.push({ from, to, phrase: entry, affix: NO_AFFIX, reversed: false });
  }
  if ((lengths & 0b110) !== 0) findReversed(index, text, tokens, from, lengths, hits);
}

/** `Raisi, Ebrahim` and `Raisi, Seyyed Ebrahim`, seen from the given name. */
function findReversed(
  index: Index,
  text: string,
  tokens: Tokens,
  from: number,
  lengths: number,
  hits: Hit[],
): void {
  const family = from - 1;
  if (family < 0 || blockEnd(tokens, family) <= from) return;
  if (!COMMA_GAP.test(text.slice(tokens.end[family], tokens.start[from]))) return;
  let phrase = tokens.hash[from] as number;
  for (const to of [from + 1, from + 2]) {
    if (to > blockEnd(tokens, from)) return;
    if (to > from + 1) {
      if (!isSoft(text, tokens, to - 1)) return;
      phrase = extend(phrase, tokens.hash[to - 1] as number);
    }
    if (((lengths >>> (to - from)) & 1) === 0) continue;
    const words = [...range(from, to), family]
      .map((token) => foldWord(wordAt(text, tokens, token)))
      .join(' ');
    const entry = lookUp(index, extend(phrase, tokens.hash[family] as number), (candidate) => {
      return entryText(index, candidate) === words;
    });
    if (entry >= 0) hits.push({ from: family, to, phrase: entry, affix: NO_AFFIX, reversed: true });
  }
}

/** Phrases whose first word carries an affix here; a single word may carry one at each edge. */
function findStems(index: Index, text: string, tokens: Tokens, from: number, hits: Hit[]): void {
  for (const stem of stemsOf(wordAt(text, tokens, from))) {
    const hash = hashOf(stem.folded);
    if (!inFilter(index.filter, hash)) continue;
    findStem(index, text, tokens, from, stem, hash, hits);
  }
}

function findStem(
  index: Index,
  text: string,
  tokens: Tokens,
  from: number,
  stem: Stem,
  hash: number,
  hits: Hit[],
): void {
  const lengths = index.lengths[(hash >>> 3) & (index.lengths.length - 1)] as number;
  const longest = lengths >= 0x8000 ? LONGEST_PHRASE : 32 - Math.clz32(lengths);
  const last = Math.min(from + longest, blockEnd(tokens, from));
  let phrase = hash;
  let words = stem.folded;
  for (let to = from + 1; to <= last; to++) {
    if (to > from + 1) {
      if (!isSoft(text, tokens, to - 1)) break;
      phrase = extend(phrase, tokens.hash[to - 1] as number);
      words += ` ${foldWord(wordAt(text, tokens, to - 1))}`;
    }
    if (((lengths >>> Math.min(to - from - 1, 15)) & 1) === 0) continue;
    const entry = lookUp(index, phrase, (candidate) => entryText(index, candidate) === words);
    if (entry >= 0) hits.push({ from, to, phrase: entry, affix: stem.affix, reversed: false });
  }
}

/** Phrases whose last word carries an affix here. `phrase` is the hash of the words before it. */
function findEnding(
  index: Index,
  text: string,
  tokens: Tokens,
  from: number,
  to: number,
  phrase: number,
  hits: Hit[],
): void {
  let before: string | undefined;
  for (const stem of stemsOf(wordAt(text, tokens, to - 1))) {
    const whole = extend(phrase, hashOf(stem.folded));
    const entry = lookUp(index, whole, (candidate) => {
      before ??= range(from, to - 1)
        .map((token) => foldWord(wordAt(text, tokens, token)))
        .join(' ');
      return entryText(index, candidate) === `${before} ${stem.folded}`;
    });
    if (entry >= 0) hits.push({ from, to, phrase: entry, affix: stem.affix, reversed: false });
  }
}

/** The first entry of a phrase, or -1. */
function lookUp(index: Index, phrase: number, verified: (entry: number) => boolean): number {
  const { slots } = index;
  let slot = slotOf(phrase, slots.length);
  for (;;) {
    const entry = (slots[slot] as number) - 1;
    if (entry < 0) return -1;
    if (verified(entry)) return entry;
    if (++slot === slots.length) slot = 0;
  }
}

/** Whether the tokens are, folded, the bytes of the entry. No text is built. */
function verify(
  index: Index,
  text: string,
  tokens: Tokens,
  from: number,
  to: number,
  entry: number,
): boolean {
  const bytes = index.text;
  let at = index.textAt[entry] as number;
  for (let token = from; token < to; token++) {
    if (token > from && bytes[at++] !== 32) return false;
    const end = tokens.end[token] as number;
    for (let place = tokens.start[token] as number; place < end; place++) {
      const unit = text.charCodeAt(place);
      const value = foldOf(unit);
      if (value >= FIRST_UNIT && value < 0x80) {
        if (bytes[at++] !== value) return false;
      } else if (value >= FIRST_UNIT) {
        if (value < 0x800) {
          if (bytes[at++] !== (0xc0 | (value >>> 6))) return false;
        } else {
          if (bytes[at++] !== (0xe0 | (value >>> 12))) return false;
          if (bytes[at++] !== (0x80 | ((value >>> 6) & 63))) return false;
        }
        if (bytes[at++] !== (0x80 | (value & 63))) return false;
      } else if (value === EXPANDS || value === IDEOGRAPH || value === SURROGATE || value === JOINER) {
        const words = range(from, to).map((each) => foldWord(wordAt(text, tokens, each)));
        return entryText(index, entry) === words.join(' ');
      }
    }
  }
  return bytes[at] === 0;
}

/** Whether only what may stand inside a name lies before the token. */
function isSoft(text: string, tokens: Tokens, token: number): boolean {
  const from = tokens.end[token - 1] as number;
  const to = tokens.start[token] as number;
  if (to - from === 1 && text.charCodeAt(from) === 32) return true;
  const gap = text.slice(from, to);
  if (SOFT_GAP.test(gap)) return true;
  return (
    gap.startsWith('.') &&
    from - (tokens.start[token - 1] as number) <= ABBREVIATION &&
    SOFT_GAP.test(gap.slice(1))
  );
}

/** The token after the last one of the block that `token` stands in. */
export function blockEnd(tokens: Tokens, token: number): number {
  const { blockStarts, blockCount } = tokens;
  let low = 0;
  let high = blockCount;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((blockStarts[middle] as number) > token) high = middle;
    else low = middle + 1;
  }
  return low < blockCount ? (blockStarts[low] as number) : tokens.count;
}

export function wordAt(text: string, tokens: Tokens, token: number): string {
  return text.slice(tokens.start[token], tokens.end[token]);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, at) => from + at);
}
