import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { Pack } from '../../../src/dataset/schema.ts';
import { buildSearchList, openSearchList, searchNames } from '../../../src/matching/search-list.ts';

const pack = (id: string, entities: unknown[]): Pack =>
  v.parse(Pack, {
    formatVersion: 1,
    id,
    version: '1.0.0',
    title: { en: id },
    licence: 'none',
    checked: '2026-01-01',
    entities,
  });

const PACKS = [
  pack('iran', [
    {
      id: 'raisi',
      type: 'person',
      name: { en: 'Ebrahim Raisi', fa: 'ابراهیم رئیسی' },
      nativeNames: [{ text: 'سید ابراهیم رئیس‌الساداتی', lang: 'fa' }],
      aliases: [
        { text: 'Ibrahim Raeesi', lang: 'en' },
        { text: 'Raisi', lang: 'en', grade: 'context' },
      ],
    },
    {
      id: 'rouhani',
      type: 'person',
      name: { en: 'Hassan Rouhani' },
      aliases: [{ text: 'President Rouhani', lang: 'en' }],
    },
    { id: 'raisian', type: 'organization', name: { en: 'Raisian Foundation' } },
  ]),
  pack('world', [
    { id: 'lech', type: 'person', name: { en: 'Lech Wałęsa' } },
    { id: 'ecole', type: 'organization', name: { fr: 'École des Hautes Études' } },
    {
      id: 'mek',
      type: 'organization',
      name: { en: 'M.E.K.' },
      aliases: [{ text: 'MEK', lang: 'en', grade: 'never' }],
    },
  ]),
];

const list = openSearchList(buildSearchList(PACKS, ['en']));
const found = (text: string, limit = 10) => searchNames(list, text, limit).found.map(({ entity }) => entity);

describe('search over all names', () => {
  it.each([
    ['a whole name', 'Ebrahim Raisi', 'iran/raisi'],
    ['the beginning of a word', 'rou', 'iran/rouhani'],
    ['words in another order', 'raisi ebr', 'iran/raisi'],
    ['an alias', 'raeesi', 'iran/raisi'],
    ['a name without its marks', 'lech walesa', 'world/lech'],
    ['a name without accents', 'ecole etudes', 'world/ecole'],
    ['Persian', 'رئیسی', 'iran/raisi'],
    ['Persian with Arabic letters', 'ابراهيم رييسي', 'iran/raisi'],
    ['initials', 'mek', 'world/mek'],
  ])('finds by %s', (_, text, entity) => {
    expect(found(text)[0]).toBe(entity);
  });

  it('puts whole names before beginnings, and names before aliases', () => {
    expect(found('raisi')).toEqual(['iran/raisi', 'iran/raisian']);
    expect(found('r')).toHaveLength(3);
  });

  it('says which alias matched, where it is not the name', () => {
    expect(searchNames(list, 'president', 5).found).toEqual([
      {
        entity: 'iran/rouhani',
        name: 'Hassan Rouhani',
        type: 'person',
        pack: 'iran',
        alias: 'President Rouhani',
      },
    ]);
    expect(searchNames(list, 'hassan', 5).found[0]).not.toHaveProperty('alias');
  });

  it('counts all and gives the first', () => {
    const { found: first, total } = searchNames(list, 'r', 1);
    expect(first).toHaveLength(1);
    expect(total).toBe(3);
  });

  it.each(['', '   ', '…', 'zzz', 'raisi rouhani'])('finds nothing for "%s"', (text) => {
    expect(searchNames(list, text, 10)).toEqual({ found: [], total: 0 });
  });

  it('shows names in the language of the reader', () => {
    const persian = openSearchList(buildSearchList(PACKS, ['fa']));
    expect(searchNames(persian, 'ebrahim raisi', 1).found[0]).toMatchObject({
      name: 'ابراهیم رئیسی',
      alias: 'Ebrahim Raisi',
    });
  });

  it('of no packs finds nothing', () => {
    expect(searchNames(openSearchList(buildSearchList([], ['en'])), 'a', 5).total).toBe(0);
  });
});
