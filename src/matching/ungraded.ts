/** The grade of a name that nobody has graded, as in a pasted list: what cannot be told apart by its words is not marked. */
import type { Grade } from '../dataset/schema.ts';
import { isFamilyName, isGivenName } from './name-lists.ts';

/**
 * Several words are enough by themselves, unless they are a common given and a common family name, which many people
 * bear: then another name of the same entity must stand in the text. One word follows only after the full name.
 */
export function gradeOf(words: readonly string[]): Grade {
  if (words.length < 2) return 'never';
  const family = words.at(-1) ?? '';
  const common = isGivenName(words[0] ?? '') && (isFamilyName(family) || isGivenName(family));
  return common ? 'context' : 'strong';
}
