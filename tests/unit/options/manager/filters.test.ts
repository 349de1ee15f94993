import { describe, expect, it } from 'vitest';
import { START, sortedBy, toQuery } from '../../../../src/options/manager/entities/filters.ts';

describe('a press on the head of a column', () => {
  it('sorts upwards, then downwards, then no more', () => {
    const up = sortedBy(START, 'name');
    const down = sortedBy(up, 'name');
    const off = sortedBy(down, 'name');
    expect([up, down, off].map(({ sort, descending }) => [sort, descending])).toEqual([
      ['name', false],
      ['name', true],
      ['best', false],
    ]);
  });

  it('starts upwards again with another column', () => {
    const down = sortedBy(sortedBy(START, 'name'), 'name');
    expect(sortedBy(down, 'pack')).toMatchObject({ sort: 'pack', descending: false });
  });
});

describe('the question to the store', () => {
  it('asks for all without filters', () => {
    expect(toQuery(START, ['a/b'], ['en'])).toEqual({
      text: '',
      types: [],
      packs: [],
      edited: false,
      sort: 'best',
      descending: false,
      langs: ['en'],
    });
  });

  it('asks among the muted ones only where these are wanted', () => {
    expect(toQuery({ ...START, which: 'muted', pack: 'a' }, ['a/b'], [])).toMatchObject({
      among: ['a/b'],
      packs: ['a'],
    });
  });
});
