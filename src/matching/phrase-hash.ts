/** From the hashes of words to the hash of a phrase, and from there to a slot. Used alike by `compile` and `find`. */

const MIX = 0x9e3779b1;

/** The hash of a phrase that is one word longer. */
export function extend(phrase: number, word: number): number {
  return Math.imul(((phrase << 5) | (phrase >>> 27)) ^ word, MIX);
}

/** Where to look first, in a table of `size` slots. */
export function slotOf(phrase: number, size: number): number {
  const mixed = Math.imul(phrase ^ (phrase >>> 15), MIX) >>> 0;
  return Math.floor((mixed / 0x1_0000_0000) * size);
}

/**
 * A slot holds the number of an entry plus one in its low bits, and in the bits above, which the numbers do not need,
 * the same bits of the phrase's hash: most of what does not match is told apart without a look at the words.
 */
export function tagMaskFor(entries: number): number {
  return ~((2 ** Math.ceil(Math.log2(entries + 2)) - 1) | 0);
}
