/** Reasons in English, for command lines. The extension says them from its locale files. */
import type { Because, Rule } from './types.ts';

const SENTENCES: Record<Rule, (words: string) => string> = {
  'full-name': () => 'because the name is enough by itself',
  'context-words': (words) => `because ${words} stands nearby`,
  'same-entity': (words) => `because the page names ${words} too`,
  'related-entity': (words) => `because the related ${words} stands nearby`,
  introduced: (words) => `because it was introduced after ${words}`,
  pattern: (words) => `because ${words} stand together`,
};

export function explain({ rule, words }: Because): string {
  return SENTENCES[rule](words.map((word) => `“${word}”`).join(', '));
}
