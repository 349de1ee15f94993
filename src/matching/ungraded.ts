/** The grade of a name that nobody has graded, as in a pasted list: what cannot be told apart by its words is not marked. */
import type { Entity, Grade } from '../dataset/schema.ts';
import { isFamilyName, isGivenName } from './name-lists.ts';
import { wordsOf } from './scan.ts';

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

/** What the best of the names of an entity is enough for; undefined where nothing is looked for. */
export function bestGrade({ aliases, detect }: Pick<Entity, 'aliases' | 'detect'>): Grade | undefined {
  if (!detect) return undefined;
  const grades = aliases.map(({ text, grade }) => grade ?? gradeOf(wordsOf(text)));
  return (['strong', 'context', 'never'] as const).find((grade) => grades.includes(grade));
}
