import { describe, expect, it } from 'vitest';
import { candidates, newest, openQuotes } from '../../../src/card/entities.ts';
import type { CardContent } from '../../../src/dataset/card-content.ts';
import { describe as describeEntity } from '../../../src/dataset/describe.ts';
import type { Pack } from '../../../src/dataset/schema.ts';
import { bundled, harbour } from '../../support/packs.ts';

function card(pack: Pack, id: string): CardContent {
  const content = describeEntity(pack, id, ['en']);
  if (content === null) throw new Error(`no ${id}`);
  return content;
}

const vane = card(harbour, 'osric-vane');

describe('the quotes that stand open', () => {
  it('name the entity in the words shown, over all pairs of entity and quote', () => {
    for (const pack of [harbour, ...(bundled ? [bundled] : [])]) {
      for (const { id } of pack.entities) {
        for (const { shown, namesEntity } of openQuotes([card(pack, id)])) {
          expect(namesEntity).toBe(true);
          expect(shown.some(({ about }) => about)).toBe(true);
        }
      }
    }
  });

  it('are two at most', () => {
    const [quote] = vane.quotesAbout;
    if (quote === undefined) throw new Error('nobody quotes anything about Osric Vane');
    const many = { ...vane, quotesAbout: [1, 2, 3].map((n) => ({ ...quote, id: `${n}` })) };
    expect(openQuotes([many]).size).toBe(2);
    expect(openQuotes([many, { ...many, key: 'port/osric-vane' }]).size).toBe(2);
  });

  it('are none where several quotes all give one view', () => {
    const oneSided = { ...vane, balance: { ...vane.balance, quotes: 3, oneSided: true } };
    expect(openQuotes([oneSided]).size).toBe(0);
  });

  it('are those of a pack that is not one-sided, beside one that is', () => {
    const oneSided = { ...vane, balance: { ...vane.balance, quotes: 3, oneSided: true } };
    const single = { ...vane, balance: { ...vane.balance, quotes: 1, oneSided: true } };
    expect(openQuotes([oneSided, single])).toEqual(openQuotes([single]));
  });

  it('are the one there is, though it gives one view', () => {
    const single = { ...vane, balance: { ...vane.balance, quotes: 1, oneSided: true } };
    expect(openQuotes([single]).size).toBe(1);
  });
});

describe('what holds now, of an entity in several packs', () => {
  const on = (date: string) => ({ ...vane, status: { text: date, lang: 'en', notes: [], date } });
  const { status: _, ...unknown } = vane;

  it.each([
    ['is what was verified last', [on('2024-05-19'), on('2025-01-02'), on('2023-01-01')], '2025-01-02'],
    ['is what one pack has verified', [unknown, on('2024-05-19')], '2024-05-19'],
    ['is unknown where none has', [unknown, unknown], undefined],
  ])('%s', (_, contents, date) => {
    expect(newest(contents)?.status?.date).toBe(date);
  });
});

describe('contents of one mention', () => {
  const named = (key: string, ...sameAs: string[]) => ({ ...vane, key, sameAs });

  it.each([
    ['are candidates where nothing says that they are the same', [named('a/1'), named('b/1')], [1, 1]],
    ['are one entity where they share an identifier', [named('a/1', 'Q1'), named('b/1', 'Q2', 'Q1')], [2]],
    ['may be both', [named('a/1', 'Q1'), named('a/2', 'Q2'), named('b/1', 'Q1')], [2, 1]],
  ])('%s', (_, contents, sizes) => {
    expect(candidates(contents).map((group) => group.length)).toEqual(sizes);
  });
});
