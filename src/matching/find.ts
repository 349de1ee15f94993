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
import { EMPTY_FILTER, foldWord, hashOf, inFilter, newTokens, scan, type Tokens } from './scan.ts';

/** A phrase of the index in the text. */
export interface Hit {
  /** Number of its first token, and of the token after its last. */
  from: number;
  to: number;
  /** Number of the phrase's first entry. */
  phrase: number;
  /** What is written together with it, of `affixes.ts`. */
  affix: number;
  /** More than a space or a hyphen stands between its words. */
  hard: boolean;
  /** `Raisi, Ebrahim`: the last word of the phrase stands first. */
  reversed: boolean;
}

/** What may stand between two words of a name; not a comma, a bracket, or the end of a sentence. */
const SOFT_GAP = /^(?:['’]s(?![\p{L}\p{N}]))?[\s\p{Pd}\p{Cf}'‘’‛“”"«»„`´·•‧・／/\u00a0_&+*|]*$/u;
const HARD = ',;:()?!\u2029';
const SPACE = 32;
const COMMA = 44;
const ARABIC_COMMA = 0x60c;
/** Bits of `lengths`: phrases of 16 words and more; of two and three words. */
const LONG_PHRASES = 0x8000;
const REVERSIBLE = 0b110;
/** A full stop ends a sentence, unless the word before it is short: `Mr.`, `St.`, `Nov.` */
const ABBREVIATION = 5;

/** All hits, by their first token where no affix stands. */
export function find(index: Index, text: string): Hit[] {
  const tokens = scan(text, index.filter, index.tokens);
  const {
    candidates,
    candidateCount,
    affixed,
    affixedCount,
    hash: hashes,
    start: starts,
    end: ends,
  } = tokens;
  const { lengths: lengthsByWord, pairs, slots, tagMask } = index;
  const lengthsMask = lengthsByWord.length - 1;
  const borders = blockEnds(tokens);
  const hits: Hit[] = [];
  let border = 0;
  let steps = affixedCount;
  for (let at = 0; at < candidateCount; at++) {
    const from = candidates[at] as number;
    let phrase = hashes[from] as number;
    const lengths = lengthsByWord[(phrase >>> 3) & lengthsMask] as number;
    if (lengths === 0) continue;
    while ((borders[border] as number) <= from) border++;
    const blockEnd = borders[border] as number;
    const longest = lengths >= LONG_PHRASES ? LONGEST_PHRASE : 32 - Math.clz32(lengths);
    const last = from + longest < blockEnd ? from + longest : blockEnd;
    let hard = false;
    for (let to = from + 1; ; to++) {
      steps++;
      if (((lengths >>> (to - from < 16 ? to - from - 1 : 15)) & 1) === 1) {
        let slot = slotOf(phrase, slots.length);
        for (let value = slots[slot] as number; value !== 0; value = slots[slot] as number) {
          const entry = (value & ~tagMask) - 1;
          if (((value ^ phrase) & tagMask) === 0 && verify(index, text, tokens, from, to, entry)) {
            hits.push({ from, to, phrase: entry, affix: NO_AFFIX, hard, reversed: false });
            break;
          }
          if (++slot === slots.length) slot = 0;
        }
      }
      if (to >= last) break;
      const gap = starts[to] as number;
      const end = ends[to - 1] as number;
      if (gap - end !== 1 || text.charCodeAt(end) !== SPACE) {
        if (!isSoft(text, tokens, to)) {
          if (!index.loose) break;
          hard = true;
        }
      }
      if (mayBeAffixed(text, gap, ends[to] as number)) {
        findEnding(index, text, tokens, from, to + 1, phrase, lengths, hard, hits);
      }
      phrase = extend(phrase, hashes[to] as number);
      if (to === from + 1 && !inFilter(pairs, phrase)) break;
    }
    if ((lengths & REVERSIBLE) !== 0 && from > 0 && isAfterComma(text, starts[from] as number)) {
      findReversed(index, text, tokens, from, lengths, hits);
    }
  }
  for (let at = 0; at < affixedCount; at++) findStems(index, text, tokens, affixed[at] as number, hits);
  index.steps += steps + tokens.count;
  return hits;
}

/** For each block, the token after its last. */
function blockEnds({ blockStarts, blockCount, count }: Tokens): Int32Array {
  const ends = new Int32Array(blockCount + 1);
  ends.set(blockStarts.subarray(0, blockCount));
  ends[blockCount] = count;
  return ends;
}

function isAfterComma(text: string, at: number): boolean {
  if (text.charCodeAt(at - 1) !== SPACE) return false;
  const before = text.charCodeAt(at - 2);
  return before === COMMA || before === ARABIC_COMMA;
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
  if (family < 0 || blockEndOf(tokens, family) <= from) return;
  if ((tokens.start[from] ?? 0) - (tokens.end[family] ?? 0) !== 2) return;
  let phrase = tokens.hash[from] as number;
  for (const to of [from + 1, from + 2]) {
    if (to > blockEndOf(tokens, from)) return;
    if (to > from + 1) {
      if (!isSoft(text, tokens, to - 1)) return;
      phrase = extend(phrase, tokens.hash[to - 1] as number);
    }
    if (((lengths >>> (to - from)) & 1) === 0) continue;
    const entry = lookUp(index, extend(phrase, tokens.hash[family] as number), (candidate) => {
      const words = [...range(from, to), family].map((token) => foldWord(wordAt(text, tokens, token)));
      return entryText(index, candidate) === words.join(' ');
    });
    if (entry >= 0)
      hits.push({ from: family, to, phrase: entry, affix: NO_AFFIX, hard: false, reversed: true });
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
  const last = Math.min(from + longest, blockEndOf(tokens, from));
  let phrase = hash;
  let words = stem.folded;
  let hard = false;
  for (let to = from + 1; to <= last; to++) {
    if (to > from + 1) {
      hard = hard || !isSoft(text, tokens, to - 1);
      phrase = extend(phrase, tokens.hash[to - 1] as number);
      words += ` ${foldWord(wordAt(text, tokens, to - 1))}`;
    }
    if (((lengths >>> Math.min(to - from - 1, 15)) & 1) === 0) continue;
    const entry = lookUp(index, phrase, (candidate) => entryText(index, candidate) === words);
    if (entry >= 0) hits.push({ from, to, phrase: entry, affix: stem.affix, hard, reversed: false });
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
  lengths: number,
  hard: boolean,
  hits: Hit[],
): void {
  if (((lengths >>> Math.min(to - from - 1, 15)) & 1) === 0) return;
  let before: string | undefined;
  for (const stem of stemsOf(wordAt(text, tokens, to - 1))) {
    const whole = extend(phrase, hashOf(stem.folded));
    const entry = lookUp(index, whole, (candidate) => {
      before ??= range(from, to - 1)
        .map((token) => foldWord(wordAt(text, tokens, token)))
        .join(' ');
      return entryText(index, candidate) === `${before} ${stem.folded}`;
    });
    if (entry >= 0) hits.push({ from, to, phrase: entry, affix: stem.affix, hard, reversed: false });
  }
}

/** The first entry of a phrase, or -1. */
function lookUp({ slots, tagMask }: Index, phrase: number, verified: (entry: number) => boolean): number {
  let slot = slotOf(phrase, slots.length);
  for (;;) {
    const value = slots[slot] as number;
    if (value === 0) return -1;
    const entry = (value & ~tagMask) - 1;
    if (((value ^ phrase) & tagMask) === 0 && verified(entry)) return entry;
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

const scratch = newTokens(16);

/** Whether the words of a name are apart by more than what may stand inside a name. */
export function isLoose(name: string): boolean {
  const tokens = scan(name, EMPTY_FILTER, scratch);
  return range(1, tokens.count).some((token) => !isSoft(name, tokens, token));
}

/** Whether only what may stand inside a name lies before the token. */
function isSoft(text: string, tokens: Tokens, token: number): boolean {
  const from = tokens.end[token - 1] as number;
  const to = tokens.start[token] as number;
  if (to - from === 1 && text.charCodeAt(from) === 32) return true;
  if (to - from <= 2 && HARD.includes(text.charAt(from))) return false;
  const gap = text.slice(from, to);
  if (SOFT_GAP.test(gap)) return true;
  return (
    gap.startsWith('.') &&
    from - (tokens.start[token - 1] as number) <= ABBREVIATION &&
    SOFT_GAP.test(gap.slice(1))
  );
}

/** The token after the last one of the block that `token` stands in. */
function blockEndOf(tokens: Tokens, token: number): number {
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

function wordAt(text: string, tokens: Tokens, token: number): string {
  return text.slice(tokens.start[token], tokens.end[token]);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
}
