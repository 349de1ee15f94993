/** Plain text as blocks: a blank line is a block border, a single line break is white space. */
import { BLOCK_SEPARATOR } from './types.ts';

const BLANK_LINES = /(?:\r\n|[\n\r])[^\S\u2029]*[\n\r]/gu;

/** The same text, of the same length, with a block separator where blank lines begin. */
export function blocksOfPlainText(text: string): string {
  return text.replace(BLANK_LINES, (lines) =>
    /^\r\n$/.test(lines) ? lines : BLOCK_SEPARATOR + lines.slice(1).replace(/[\n\r]/g, ' '),
  );
}
