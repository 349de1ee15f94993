import { describe, expect, it } from 'vitest';
import { statedDate } from '../../../src/background/stated-date.ts';

const nothing = { dates: [], jsonLd: [], times: [] };
const article = (datePublished: unknown, type: unknown = 'NewsArticle') =>
  JSON.stringify({ '@type': type, datePublished });

describe('the day on which a page says that it was published', () => {
  it.each([
    ['a moment', '2024-05-21T09:30:00+02:00', '2024-05-21'],
    ['a moment late in the day, in its own time zone', '2024-05-21T23:30:00-08:00', '2024-05-21'],
    ['a day', '2024-05-21', '2024-05-21'],
    ['a month', '2024-05', '2024-05'],
    ['a year', ' 2024 ', '2024'],
  ])('is read from %s', (_, stated, day) => {
    expect(statedDate({ ...nothing, dates: [stated] })).toBe(day);
  });

  it.each(['21 May 2024', '05/06/2024', '2024-13-40', '2024-02-31', '20240521', '1716276600', 'P1D', ''])(
    'is not guessed from "%s"',
    (stated) => {
      expect(statedDate({ ...nothing, times: [stated] })).toBeUndefined();
    },
  );

  it('is told by the head of the page before its data, and by these before its times', () => {
    const page = { dates: ['2024-05-21'], jsonLd: [article('2024-05-22')], times: ['2024-05-23'] };
    expect(statedDate(page)).toBe('2024-05-21');
    expect(statedDate({ ...page, dates: [] })).toBe('2024-05-22');
    expect(statedDate({ ...page, dates: [], jsonLd: [] })).toBe('2024-05-23');
  });

  it('is missing where times differ, for nobody knows which it is', () => {
    expect(statedDate({ ...nothing, times: ['2024-05-21', '2024-05-22'] })).toBeUndefined();
    expect(statedDate({ ...nothing, times: ['2024-05-21', '2024-05-21T10:00:00Z'] })).toBe('2024-05-21');
  });

  it('is found in a graph and among several types', () => {
    const graph = {
      '@graph': [{ '@type': 'Person' }, { '@type': ['WebPage', 'FAQPage'], datePublished: '2024-05-21' }],
    };
    expect(statedDate({ ...nothing, jsonLd: [JSON.stringify(graph)] })).toBe('2024-05-21');
    expect(statedDate({ ...nothing, jsonLd: [JSON.stringify([graph])] })).toBe('2024-05-21');
  });

  it.each([
    ['of something else', article('2024-05-21', 'Comment')],
    ['that is no text', article(20240521)],
    ['in a broken script', '{"datePublished":'],
    ['in a script that is a text', '"datePublished"'],
    ['in null', 'null'],
  ])('is not taken from a day %s', (_, json) => {
    expect(statedDate({ ...nothing, jsonLd: [json] })).toBeUndefined();
  });
});
