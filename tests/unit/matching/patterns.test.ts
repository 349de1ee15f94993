import { describe, expect, it } from 'vitest';
import type { Pattern } from '../../../src/dataset/schema.ts';
import { entity, found, indexOf, pack, refused } from './pack.ts';

const EVENT = entity('event', [], { type: 'event' });
const PATTERN: Pattern = {
  id: 'p',
  entity: 'event',
  langs: ['en'],
  window: 6,
  groups: [
    ['massacre', 'mass execution'],
    ['1988', '1367'],
  ],
  anyNear: { window: 20, words: ['@iran'] },
  noneNear: { window: 12, words: ['Halabja'] },
};
const index = indexOf(pack([EVENT], [PATTERN], { wordLists: { iran: ['Iran', 'ایران'] } }));

describe('a pattern', () => {
  it.each([
    [
      'spans from the first to the last word of its groups',
      'Iran: the massacre of the summer of 1988 was',
      'massacre of the summer of 1988',
    ],
    ['takes the groups in any order', 'Iran’s 1988 mass execution', '1988 mass execution'],
    ['reads the years of the Iranian calendar', 'Iran: massacre of 1367', 'massacre of 1367'],
    ['reads digits of all scripts', 'ایران massacre ۱۳۶۷', 'massacre ۱۳۶۷'],
    ['takes the smallest span', 'Iran: 1988, then 1988 massacre', '1988 massacre'],
    ['finds its near words in another block', 'Iran\u2029the 1988 massacre', '1988 massacre'],
  ])('%s', (_, text, surface) => {
    expect(found(index, text)).toEqual([`${surface} = event (pattern)`]);
  });

  it.each([
    ['farther apart than the window', 'Iran: a massacre was not what people at all expected from 1988'],
    ['in two blocks', 'Iran: a massacre\u20291988'],
    ['with a number that is not the year', 'Iran: massacre, 1,988 dead'],
    ['without the near word', 'the 1988 massacre'],
    ['with an excluding word that is nearer', 'Iran said on Monday: the Halabja massacre of 1988'],
  ])('is no mention %s', (_, text) => {
    expect(found(index, text)).toEqual([]);
  });

  it.each([
    ['a word against it is nearer', 'the Halabja massacre of 1988, said Iran', 'massacre of 1988: excluded'],
    ['a near word is missing', 'the 1988 massacre', '1988 massacre: no-evidence'],
    [
      'its words stand too far apart',
      'Iran: a massacre was not what people at all expected from 1988',
      'massacre was not what people at all expected from 1988: apart',
    ],
    [
      'a sentence ends between its words',
      'Iran saw a massacre. In 1988 it rained.',
      'massacre. In 1988: other-sentence',
    ],
  ])('says why it was refused: %s', (_, text, reason) => {
    expect(refused(index, text)).toEqual([reason]);
    expect(found(index, text)).toEqual([]);
  });

  it('is not said to be apart where its words stand nearer to others, or nowhere near', () => {
    const between = 'one two three four five six seven eight';
    expect(refused(index, `Iran: the massacre ${between} 1988 massacre`)).toEqual([]);
    expect(refused(index, `Iran: the massacre ${`${between} `.repeat(4)} 1988`)).toEqual([]);
  });
});
