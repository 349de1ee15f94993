import { beforeEach, describe, expect, it } from 'vitest';
import { count, formatDate, formatWords, t, uiDirection } from '../../src/i18n.ts';
import { speak } from '../support/messages.ts';

beforeEach(() => speak('en'));

describe('a date', () => {
  it.each([
    ['2020', 'en-GB', '2020'],
    ['2020-09', 'en-GB', 'September 2020'],
    ['2020-09-10', 'en-GB', '10 September 2020'],
    ['2020-09-10', 'en-US', 'September 10, 2020'],
    ['2020-09-10', 'fa', '۱۰ سپتامبر ۲۰۲۰'],
    ['2020-09', 'fa', 'سپتامبر ۲۰۲۰'],
    ['0033-04-03', 'en-GB', '3 April 33'],
  ])('%s in %s is %s', (date, lang, shown) => {
    expect(formatDate(date, lang)).toBe(shown);
  });
});

describe('the interface', () => {
  it('counts in the words and digits of its language', () => {
    expect([count('popup.packs', 1), count('popup.packs', 1_234)]).toEqual(['1 pack', '1,234 packs']);
    speak('fa');
    expect([count('popup.packs', 1), count('popup.packs', 1_234)]).toEqual(['۱ بسته', '۱٬۲۳۴ بسته']);
  });

  it('lists words in the marks of its language', () => {
    expect(formatWords(['A', 'B'])).toBe('“A” and “B”');
    speak('fa');
    expect(formatWords(['A', 'B'])).toBe('«A» و «B»');
  });

  it('runs from right to left in Persian', () => {
    expect(uiDirection()).toBe('ltr');
    speak('fa');
    expect([uiDirection(), t('card.back')]).toEqual(['rtl', 'بازگشت']);
  });
});
