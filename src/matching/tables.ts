/** The tables that `find` looks words up in, and a list of bytes that grows. */
import type { Arrays } from './blob.ts';
import { slotOf, tagMaskFor } from './phrase-hash.ts';
import { addToFilter } from './scan.ts';

export interface HashedPhrase {
  hash: number;
  /** Number of its first entry. */
  entry: number;
  /** Hashes of its first word, and of its first two where it has them. */
  first: number;
  pair: number | undefined;
  words: number;
}

/** Of a small pack too the filter is this long, so that no common word passes it by chance. */
const LEAST_FILTER = 4_096;
const SLOTS_PER_PHRASE = 1.3;

export function wordTables(
  phrases: readonly HashedPhrase[],
  firstWords: number,
  entries: number,
): Pick<Arrays, 'filter' | 'lengths' | 'pairs' | 'slots'> {
  const filter = new Uint32Array(powerOfTwo(Math.max(firstWords / 2, LEAST_FILTER)));
  const lengths = new Uint16Array(powerOfTwo(Math.max(firstWords, LEAST_FILTER)));
  const pairs = new Uint32Array(powerOfTwo(Math.max(phrases.length / 4, LEAST_FILTER / 4)));
  const slots = new Uint32Array(Math.ceil(phrases.length * SLOTS_PER_PHRASE) + 1);
  const tagMask = tagMaskFor(entries);
  for (const { hash, entry, first, pair, words } of phrases) {
    addToFilter(filter, first);
    if (pair !== undefined) addToFilter(pairs, pair);
    const place = (first >>> 3) & (lengths.length - 1);
    lengths[place] = (lengths[place] ?? 0) | (1 << Math.min(words - 1, 15));
    let slot = slotOf(hash, slots.length);
    while (slots[slot] !== 0) slot = slot + 1 === slots.length ? 0 : slot + 1;
    slots[slot] = ((hash & tagMask) | (entry + 1)) >>> 0;
  }
  return { filter, lengths, pairs, slots };
}

function powerOfTwo(least: number): number {
  let size = 1;
  while (size < least) size *= 2;
  return size;
}

export class ByteList {
  #bytes = new Uint8Array(1_024);
  length = 0;

  /** Appends and returns where the bytes begin. */
  push(more: Uint8Array): number {
    const start = this.length;
    this.length += more.length;
    if (this.length > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(this.length, this.#bytes.length * 2));
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#bytes.set(more, start);
    return start;
  }

  bytes(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.length);
  }
}
