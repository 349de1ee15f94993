/** Reasons in English, for command lines. The extension says them from its locale files. */
import type { Because, Refusal, RefusalRule, Rule } from './types.ts';

const SENTENCES: Record<Rule, (words: string, count: number) => string> = {
  'full-name': () => 'because the name is enough by itself',
  'context-words': (words, count) => `because ${words} ${count === 1 ? 'stands' : 'stand'} nearby`,
  'same-entity': (words) => `because the page names ${words} too`,
  'related-entity': (words) => `because the related ${words} stands nearby`,
  introduced: (words) => `because it was introduced after ${words}`,
  pattern: (words) => `because ${words} stand together`,
};

export function explain({ rule, words }: Because): string {
  return SENTENCES[rule](words.map((word) => `“${word}”`).join(', '), words.length);
}

const REFUSED: Record<RefusalRule, (words: string) => string> = {
  'no-evidence': () => 'nothing nearby speaks for it',
  apart: (words) => `${words} stand too far apart`,
  'other-sentence': (words) => `${words} stand in different sentences`,
  excluded: (words) => `${words} speaks against it and stands nearer`,
  'other-name': (words) => (words === '' ? 'it is part of another name' : `with ${words} it is another name`),
  'other-bearer': () => 'the last full name with this surname was another’s',
  'other-acronym': () => 'the text has introduced it as short for something else',
  'not-yet-named': () => 'it stands only for what was named before, and it was not',
  overlapped: () => 'a longer or better supported mention stands there',
};

/** Why a candidate is no mention. */
export function explainRefusal({ rule, words }: Refusal['because']): string {
  return `refused: ${REFUSED[rule](words.map((word) => `“${word}”`).join(', '))}`;
}
