import { beforeEach, describe, expect, it } from 'vitest';
import { NO_LICENCE } from '../../../../src/dataset/schema.ts';
import {
  headChange,
  headProblems,
  type TypedHead,
  typedHead,
} from '../../../../src/options/manager/packs/head.ts';
import { OWN } from '../../../gallery/manager-api.ts';
import { speak } from '../../../support/messages.ts';

const typed = (change: Partial<TypedHead> = {}): TypedHead => ({ ...typedHead(OWN), ...change });

beforeEach(() => speak('en'));

describe('what a pack of the reader’s own says of itself', () => {
  it('may be as it is', () => {
    expect(headProblems(OWN, typed())).toEqual({});
  });

  it.each<[Partial<TypedHead>, string]>([
    [{ title: ' ' }, 'empty'],
    [{ version: '2' }, 'bad-form'],
    [{ version: '' }, 'bad-form'],
    [{ checked: '2026-11' }, 'bad-date'],
    [{ checked: '2026-02-30' }, 'bad-date'],
    [{ home: 'http://example.org/pack' }, 'bad-address'],
    [{ corrections: 'nobody' }, 'bad-form'],
  ])('is told at its field where it cannot be so: %j', (change, code) => {
    const [field = ''] = Object.keys(change);
    expect(headProblems(OWN, typed(change))).toEqual({ [field]: code });
  });

  it('may be without a licence, a home and an address for corrections', () => {
    const bare = typed({ licence: ' ', home: '', corrections: ' ' });
    expect(headProblems(OWN, bare)).toEqual({});
    expect(headChange(OWN, bare)).toMatchObject({ licence: NO_LICENCE, home: '', corrections: '' });
  });

  it('keeps the title in the languages that are not shown', () => {
    expect(headChange(OWN, typed({ title: ' Names of the harbour ' })).title).toEqual({
      en: 'Names of the harbour',
      fa: OWN.title.fa,
    });
  });
});
