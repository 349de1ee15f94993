import { beforeEach, describe, expect, it } from 'vitest';
import { PROBLEM_CODES } from '../../../../src/dataset/problem.ts';
import { SidelightError, type Trouble } from '../../../../src/errors.ts';
import { problemText } from '../../../../src/options/manager/import/reasons.ts';
import { troubleText } from '../../../../src/options/manager/Trouble.tsx';
import { Unfit } from '../../../../src/options/manager/trouble.ts';
import { speak } from '../../../support/messages.ts';

/** Words that have no other form in Persian: a name, examples. */
const AS_THEY_ARE = /Sidelight|JSON|https|\ben\b|pt-BR/gu;
const english = (text: string) => text.replace(AS_THEY_ARE, '').match(/[a-z]{2,}/giu) ?? [];

const TROUBLES: Trouble[] = [
  'store-broken',
  'store-held',
  'store-newer',
  'no-room',
  'overtaken',
  'bad-file',
  'pack-gone',
  'not-own',
  'refused',
  'gone',
];

beforeEach(() => speak('fa'));

describe('in the Persian interface', () => {
  it.each(PROBLEM_CODES)('a problem is told in Persian: %s', (code) => {
    const text = problemText(code);
    expect(text).not.toBe('');
    expect(english(text)).toEqual([]);
  });

  it.each(TROUBLES)('a failure of the store is told in Persian, whatever its message: %s', (trouble) => {
    const text = troubleText(new SidelightError(trouble, 'The database says this in English.'));
    expect(text).not.toBe('');
    expect(english(text)).toEqual([]);
  });

  it('what is not there is named, and why an entry does not fit is said', () => {
    expect(problemText('unresolved', '@harbour')).toContain('«@harbour»');
    const unfit = new Unfit([{ kind: 'entity', id: 'x', path: 'id', code: 'taken-back' }]);
    expect(troubleText(unfit)).toContain(problemText('taken-back'));
  });

  it('what nobody expected is told without its message', () => {
    expect(english(troubleText(new TypeError('undefined is not a function')))).toEqual([]);
  });
});
