/** Where sentences end, well enough to tell whether two words stand in the same one. */

/** After a word of four letters or more, or after a mark that abbreviations do not have; after a semicolon; and at each block border. */
const END = /(?:[\p{L}\p{N}]{4}[.]|[!?…;؟؛۔])["”’'»)\]]*\s|[。！？\u2029]/u;

/** Whether a sentence ends in this stretch of text. */
export function endsSentence(text: string): boolean {
  return END.test(text);
}
