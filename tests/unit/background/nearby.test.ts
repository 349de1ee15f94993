import { describe, expect, it } from 'vitest';
import { nearest } from '../../../src/background/nearby.ts';
import { BLOCK_SEPARATOR, type Mention } from '../../../src/matching/types.ts';

const mention = (entity: string, start: number, end: number): Mention => ({
  start,
  end,
  entities: [entity],
  grade: 'strong',
  because: { rule: 'full-name', words: [] },
});
/** Three blocks; the words stand in the middle of the second. */
const WORDS = {
  text: ['x'.repeat(60), 'x'.repeat(160), 'x'.repeat(60)].join(BLOCK_SEPARATOR),
  start: 100,
  end: 200,
};
const anybody = () => true;

describe('who may have said words', () => {
  it('is whoever is mentioned nearest to them in their own block, before or after', () => {
    const mentions = [mention('a/far', 62, 70), mention('a/near', 80, 90), mention('a/next', 205, 210)];
    expect(nearest(mentions, WORDS, anybody)).toEqual(['a/next', 'a/near', 'a/far']);
  });

  it('is rather named before them than after them, where their own block names nobody', () => {
    const mentions = [mention('a/before', 0, 10), mention('a/after', 222, 230)];
    expect(nearest(mentions, WORDS, anybody)).toEqual(['a/before', 'a/after']);
    expect(nearest([...mentions, mention('a/own', 62, 70)], WORDS, anybody)[0]).toBe('a/own');
  });

  it('is last whoever the words themselves mention', () => {
    const mentions = [mention('a/far', 0, 10), mention('a/inside', 120, 130)];
    expect(nearest(mentions, WORDS, anybody)).toEqual(['a/far', 'a/inside']);
  });

  it('is told once, where it stands nearest', () => {
    const mentions = [mention('a/one', 0, 10), mention('a/two', 50, 60), mention('a/one', 201, 210)];
    expect(nearest(mentions, WORDS, anybody)).toEqual(['a/one', 'a/two']);
  });

  it('is nobody who cannot speak, and never a crowd', () => {
    const mentions = Array.from({ length: 20 }, (_, at) => mention(`a/e${at}`, at, at + 1));
    expect(nearest(mentions, WORDS, (entity) => entity !== 'a/e19')).toEqual([
      'a/e18',
      'a/e17',
      'a/e16',
      'a/e15',
      'a/e14',
    ]);
  });
});
