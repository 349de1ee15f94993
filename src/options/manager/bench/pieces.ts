import type { Mention } from '../../../matching/types.ts';

export interface Piece {
  start: number;
  words: string;
  /** Missing for the words between mentions. */
  mention?: Mention;
}

/** A text cut at its mentions, block separators as line breaks. `mentions` in text order, without overlap. */
export function piecesOf(text: string, mentions: readonly Mention[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  const plain = (end: number) => {
    if (end > at) pieces.push({ start: at, words: text.slice(at, end).replaceAll('\u2029', '\n') });
  };
  for (const mention of mentions) {
    plain(mention.start);
    pieces.push({ start: mention.start, words: text.slice(mention.start, mention.end), mention });
    at = mention.end;
  }
  plain(text.length);
  return pieces;
}
