import { describe, expect, it } from 'vitest';
import type { Pattern, Quote } from '../../../../src/dataset/schema.ts';
import {
  blankDraft,
  changesBetween,
  cleaned,
  type Draft,
  draftOf,
  tagsIn,
  withId,
} from '../../../../src/options/manager/editor/draft.ts';
import { harbour } from '../../../gallery/contents.ts';
import { entryOf } from '../../../gallery/manager-api.ts';

const before: Draft = blankDraft('en');
const quote: Quote = {
  id: 'q1',
  speaker: 'new',
  manner: 'spoken',
  lang: 'en',
  source: 's1',
  parts: [{ exact: 'Cold.', start: 0, end: 5, prefix: '', suffix: '' }],
  excerpts: [],
  sic: [],
  inserted: [],
};

const pattern: Pattern = { id: 'p1', entity: 'new', langs: [], window: 10, groups: [['fire'], ['2017']] };

it('a draft is without the quotes and patterns that the reader has deleted from the pack', () => {
  const [entity] = harbour.entities;
  if (entity === undefined) throw new Error('the fixture is empty');
  const entry = entryOf(harbour, entity, {
    quotes: [
      { quote, edit: 'deleted' },
      { quote: { ...quote, id: 'q2' }, edit: 'changed' },
    ],
    patterns: [
      { pattern, edit: 'deleted' },
      { pattern: { ...pattern, id: 'p2' }, edit: null },
    ],
  });
  expect(draftOf(entry)).toMatchObject({ quotes: [{ id: 'q2' }], patterns: [{ id: 'p2' }] });
});

describe('the changes of a draft', () => {
  it('are none where nothing was changed', () => {
    expect(changesBetween(before, structuredClone(before))).toEqual([]);
  });

  it('write what is named before what names it', () => {
    const after: Draft = {
      entity: { ...before.entity, name: { en: 'Osric Vane' } },
      patterns: [pattern],
      quotes: [quote],
      sources: [{ id: 's1', title: { en: 'Courier' }, kind: 'news', date: '2020', lang: 'en' }],
      references: { r1: { url: 'https://example.org/', publisher: 'Courier', kind: 'news' } },
    };
    expect(changesBetween(before, after).map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      'reference r1',
      'source s1',
      'entity new',
      'pattern p1',
      'quote q1',
    ]);
  });

  it('delete a quote that was taken out, but no source: others may rest on it', () => {
    const full: Draft = {
      ...before,
      quotes: [quote],
      sources: [{ id: 's1', title: { en: 'Courier' }, kind: 'news', date: '2020', lang: 'en' }],
    };
    expect(changesBetween(full, before)).toEqual([{ kind: 'quote', id: 'q1', value: null }]);
  });

  it('delete a pattern that was taken out', () => {
    expect(changesBetween({ ...before, patterns: [pattern] }, before)).toEqual([
      { kind: 'pattern', id: 'p1', value: null },
    ]);
  });

  it('carry the id that a new entity gets into its patterns and quotes', () => {
    const changes = changesBetween(before, {
      ...before,
      patterns: [pattern],
      quotes: [quote],
      entity: { ...before.entity, detect: false },
    });
    expect(withId(changes, 'new', 'osric-vane')).toMatchObject([
      { kind: 'entity', id: 'osric-vane', value: { id: 'osric-vane' } },
      { kind: 'pattern', id: 'p1', value: { entity: 'osric-vane' } },
      { kind: 'quote', id: 'q1', value: { speaker: 'osric-vane' } },
    ]);
  });
});

it('an empty line in a list of words is not yet a word', () => {
  const context = [{ atLeast: 1, window: 30, words: ['harbour ', '', ' '] }];
  expect(cleaned({ ...before, entity: { ...before.entity, context } }).entity.context[0]?.words).toEqual([
    'harbour',
  ]);
  const groups = [
    ['fire', '', ' blaze'],
    ['2017', ''],
  ];
  const noneNear = { window: 5, words: ['forest', ''] };
  expect(cleaned({ ...before, patterns: [{ ...pattern, groups, noneNear }] }).patterns).toMatchObject([
    { groups: [['fire', 'blaze'], ['2017']], noneNear: { words: ['forest'] } },
  ]);
});

it('language tags are read however they are divided, and cleaned with the draft', () => {
  expect(tagsIn(['en,fa', ' pt-BR ', '', 'de، ar fr;'])).toEqual(['en', 'fa', 'pt-BR', 'de', 'ar', 'fr']);
  const typed: Draft = { ...before, patterns: [{ ...pattern, langs: ['en', 'f', ''] }] };
  expect(cleaned(typed).patterns).toMatchObject([{ langs: ['en', 'f'] }]);
});
