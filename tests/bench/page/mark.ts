/** A peer: mark.js with its ordinary options, for names that are to be found whole. */
import Mark from 'mark.js';

export function run(words: readonly string[]): void {
  new Mark(document.body).mark(words, { separateWordSearch: false });
}
