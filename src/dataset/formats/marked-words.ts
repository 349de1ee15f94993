/**
 * Words of a quote that need care (printed so, or put in by the source) in the cell of a table: the words themselves,
 * because nobody counts letters in a spreadsheet, and `[2]` behind them where the second of their places is meant.
 */
import type { Span } from '../parts.ts';

const WHICH = /\s*\[(\d{1,3})\]$/;

/** @param span within `exact`, from 0 */
export function markedWords(exact: string, { start, end }: Span): string {
  const stretch = exact.slice(start, end);
  const words = stretch.trim();
  const at = start + stretch.indexOf(words);
  const which = placesOf(exact, words).indexOf(at) + 1;
  return which > 1 || WHICH.test(words) ? `${words} [${which}]` : words;
}

/** @returns the place of the words within `exact`; nothing where they do not stand there */
export function placeOf(exact: string, cell: string): Span | undefined {
  const [end, which = '1'] = WHICH.exec(cell) ?? [];
  const words = end === undefined ? cell : cell.slice(0, -end.length);
  const start = placesOf(exact, words)[Number(which) - 1];
  return start === undefined ? undefined : { start, end: start + words.length };
}

function placesOf(exact: string, words: string): number[] {
  const places: number[] = [];
  if (words === '') return places;
  for (let at = exact.indexOf(words); at >= 0; at = exact.indexOf(words, at + 1)) places.push(at);
  return places;
}
