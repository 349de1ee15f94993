/** The issues of the schema as codes that the locale files know. */
import type * as v from 'valibot';
import { NO_LIST, PLAIN, TWO_LETTERS } from './parts.ts';
import type { ProblemCode } from './problem.ts';

/** By the kind of what the schema asks, where that says enough. */
const BY_TYPE: Readonly<Record<string, ProblemCode>> = {
  min_length: 'empty',
  max_length: 'too-long',
  picklist: 'not-a-choice',
  variant: 'not-a-choice',
  literal: 'not-a-choice',
  integer: 'bad-number',
  min_value: 'bad-number',
  max_value: 'bad-number',
  string: 'wrong-kind',
  number: 'wrong-kind',
  boolean: 'wrong-kind',
  array: 'wrong-kind',
  record: 'wrong-kind',
  strict_object: 'wrong-kind',
};

/** By the beginning of the schema's own words. */
const BY_WORDS: readonly (readonly [words: string, code: ProblemCode])[] = [
  [PLAIN, 'hidden-characters'],
  [TWO_LETTERS, 'one-letter'],
  [NO_LIST, 'list-in-list'],
  ['an id', 'bad-id'],
  ['a date', 'bad-date'],
  ['a day', 'bad-date'],
  ['a whole date', 'bad-date'],
  ['an address', 'bad-address'],
  ['an https address', 'bad-address'],
  ['a language', 'bad-language'],
  ['at least one', 'empty'],
];

export function codeOfIssue(issue: v.BaseIssue<unknown>): ProblemCode {
  const ofKey = issue.type === 'strict_object' && issue.path?.at(-1)?.origin === 'key';
  if (ofKey) return issue.expected === 'never' ? 'unknown-field' : 'missing';
  if (issue.kind === 'validation') {
    const byWords = BY_WORDS.find(([words]) => issue.message.startsWith(words));
    if (byWords !== undefined) return byWords[1];
  }
  return BY_TYPE[issue.type] ?? 'bad-form';
}
