import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { mergeInto } from '../../../src/dataset/merge.ts';
import { parsePack } from '../../../src/dataset/parse.ts';
import type { Pack } from '../../../src/dataset/schema.ts';

const FILE = fileURLToPath(new URL('../../fixtures/packs/harbour.json', import.meta.url));

function harbour(): Pack {
  const parsed = parsePack(readFileSync(FILE, 'utf8'));
  if (!parsed.ok) throw new Error('the fixture is broken');
  return parsed.pack;
}

const empty = (): Pack => ({
  ...harbour(),
  id: 'mine',
  entities: [],
  quotes: [],
  sources: [],
  patterns: [],
  references: {},
  wordLists: {},
});

describe('adding one pack to another', () => {
  it('brings all of it into an empty one', () => {
    const { pack } = mergeInto(empty(), harbour(), 'same');
    expect(pack).toEqual({ ...harbour(), id: 'mine' });
  });

  it('adds nothing a second time', () => {
    const { pack, known } = mergeInto(harbour(), harbour(), 'same');
    expect(pack).toEqual(harbour());
    expect(known).toHaveLength(harbour().entities.length);
  });

  it('gives ids of their own to others of the same names, and stays a good pack', () => {
    const { pack, known } = mergeInto(harbour(), harbour(), 'other');
    expect(known).toEqual([]);
    expect(pack.entities).toHaveLength(2 * harbour().entities.length);
    expect(parsePack(pack)).toMatchObject({ ok: true });
  });

  it('keeps two people of one name apart where an identifier says so', () => {
    const [first] = harbour().entities;
    if (first === undefined) throw new Error('the fixture is empty');
    const withId = (id: string, sameAs: string[]): Pack => ({
      ...empty(),
      entities: [{ ...first, id, related: [], sameAs }],
    });
    const there = withId('one', ['wikidata:Q1', 'viaf:7']);
    expect(mergeInto(there, withId('two', ['wikidata:Q2']), 'same').pack.entities).toHaveLength(2);
    expect(mergeInto(there, withId('two', ['wikidata:Q2', 'viaf:7']), 'same').pack.entities).toHaveLength(1);
    expect(mergeInto(there, withId('two', ['ftm:x']), 'same').pack.entities).toHaveLength(1);
  });

  it('leads a part of a quote that is there already to that quote', () => {
    const [quote] = harbour().quotes;
    if (quote === undefined) throw new Error('the fixture has no quote');
    const { containedIn: _, ...rest } = { ...quote, excerpts: [], sic: [], inserted: [] };
    const words = (exact: string) => [{ exact, start: 0, end: exact.length, prefix: '', suffix: '' }];
    const long = { ...rest, parts: words('The harbour stays open tonight.') };
    const part = { ...rest, id: 'part', containedIn: 'theirs', parts: words('stays open') };
    const mine = { ...harbour(), quotes: [{ ...long, id: 'mine' }] };
    const theirs = { ...harbour(), quotes: [{ ...long, id: 'theirs' }, part] };
    const { pack } = mergeInto(mine, theirs, 'same');
    expect(pack.quotes.map(({ id, containedIn }) => [id, containedIn])).toEqual([
      ['mine', undefined],
      ['part', 'mine'],
    ]);
    expect(parsePack(pack)).toMatchObject({ ok: true });
  });

  it('keeps the same words of another day', () => {
    const [quote] = harbour().quotes;
    if (quote === undefined) throw new Error('the fixture has no quote');
    const on = (id: string, date: string): Pack => ({ ...harbour(), quotes: [{ ...quote, id, date }] });
    const { pack } = mergeInto(on('one', '2020-01-01'), on('two', '2021-01-01'), 'same');
    expect(pack.quotes.map(({ date }) => date)).toEqual(['2020-01-01', '2021-01-01']);
  });
});
