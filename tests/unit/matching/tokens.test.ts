import { describe, expect, it } from 'vitest';
import { EMPTY_FILTER, newTokens, scan, wordsOf } from '../../../src/matching/scan.ts';

function slices(text: string): string[] {
  const { count, start, end } = scan(text, EMPTY_FILTER, newTokens());
  return Array.from({ length: count }, (_, at) => text.slice(start[at], end[at]));
}

describe('words are folded', () => {
  it.each([
    ['case and Latin diacritics', 'Raïssi BOUMÉDRA Łódź', 'raissi boumedra lodz'],
    ['letters that fold to two', 'Straße Ægir œuvre', 'strasse aegir oeuvre'],
    ['soft hyphens and zero-width characters', 'Ebra\u00adhim Rai\u200bsi', 'ebrahim raisi'],
    ['combining marks written apart', 'Rai\u0308ssi', 'raissi'],
    ['Arabic letters that Persian writes otherwise', 'رئيسي كاخ', 'رییسی کاخ'],
    ['alef forms, harakat and tatweel', 'إِبـراهيم آبان أعدم', 'ابراهیم ابان اعدم'],
    ['the zero-width non-joiner', 'خامنه‌ای', 'خامنهای'],
    ['digits of all scripts', '۱۳۶۷ ١٩٨٨ १९८८', '1367 1988 1988'],
    ['full-width letters', 'ＭＥＫ', 'mek'],
    ['letters outside the first plane', '𝐌𝐄𝐊', 'mek'],
  ])('%s', (_, text, folded) => {
    expect(wordsOf(text).join(' ')).toBe(folded);
  });
});

describe('text is cut into words', () => {
  it.each([
    ['at hyphens and dashes', 'Pour-Mohammadi 2019–2020', ['Pour', 'Mohammadi', '2019', '2020']],
    ['at underscores', 'Supreme_Leader', ['Supreme', 'Leader']],
    ['before a possessive, straight or curly', "Iran's Raisi’s", ['Iran', 'Raisi']],
    ['after an elision', "L'OMPI d’Iran qu'Iran", ['L', 'OMPI', 'd', 'Iran', 'qu', 'Iran']],
    ['not at an apostrophe inside a name', "Ra'isi O’Higgins", ["Ra'isi", 'O’Higgins']],
    ['not inside a number', '1,988 cases, 30.000.', ['1,988', 'cases', '30.000']],
    [
      'not inside an acronym with stops',
      'the M.E.K. of the U.S.-led',
      ['the', 'M.E.K.', 'of', 'the', 'U.S.', 'led'],
    ],
    ['after a single initial', 'E. Raisi', ['E', 'Raisi']],
    ['at each ideograph', '哈梅内伊说MEK', ['哈', '梅', '内', '伊', '说', 'MEK']],
    ['between Katakana and Hiragana', 'ハメネイは', ['ハメネイ', 'は']],
    ['around emoji and broken surrogates', 'a😀b\ud800c', ['a', 'b', 'c']],
  ])('%s', (_, text, words) => {
    expect(slices(text)).toEqual(words);
  });

  it('a number with a comma is not the number without', () => {
    expect(wordsOf('1,988')).not.toEqual(wordsOf('1988'));
  });
});

it('the words of an alias and of a text have the same hashes', () => {
  const text = "L'Æther Ra'isi's 1,988 M.E.K. 哈梅 𝐌𝐄𝐊 رئيسي Łukasz";
  const tokens = scan(text, EMPTY_FILTER, newTokens());
  const alone = slices(text).map((word) => scan(word, EMPTY_FILTER, newTokens()).hash[0]);
  expect(alone).toEqual([...tokens.hash.subarray(0, tokens.count)]);
});
