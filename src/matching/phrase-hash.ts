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
