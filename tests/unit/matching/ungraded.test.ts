import { expect, it } from 'vitest';
import type { Alias } from '../../../src/dataset/schema.ts';
import { bestGrade } from '../../../src/matching/ungraded.ts';

const alias = (text: string, grade?: Alias['grade']): Alias => ({
  text,
  lang: 'en',
  ...(grade === undefined ? {} : { grade }),
});

it.each([
  ['several words', [alias('Quillon Marrowby')], 'strong'],
  ['a name that many people bear', [alias('Mary Smith')], 'context'],
  ['a single word', [alias('Zzyx')], 'never'],
  ['the best of several', [alias('Zzyx'), alias('Mary Smith')], 'context'],
  ['what somebody has graded', [alias('Mary Smith', 'strong')], 'strong'],
  ['no name at all', [], undefined],
] as const)('the names of an entity are worth as much as the best of them: %s', (_, aliases, grade) => {
  expect(bestGrade({ aliases: [...aliases], detect: true })).toBe(grade);
  expect(bestGrade({ aliases: [...aliases], detect: false })).toBeUndefined();
});
