/** Where sentences end, well enough to tell whether two words stand in the same one. */

/** After a word of more than three letters, or after a mark that abbreviations do not have; and at each block border. */
const END = /(?:[\p{L}\p{N}]{4}[.]|[!?…؟۔。！？])["”’'»)\]]*(?=\s)|[。！？\u2029]/gu;

/** The number of the sentence at an offset. */
export function sentencesOf(text: string): (offset: number) => number {
  let ends: number[] | undefined;
  return (offset) => {
    ends ??= Array.from(text.matchAll(END), ({ index }) => index);
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((ends[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}
