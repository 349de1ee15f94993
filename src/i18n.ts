/**
 * The words of the interface, in the browser's language where there is a locale file for it, else in English.
 * Works wherever `browser.i18n` does: background, extension pages, and scripts that were injected into a page.
 */

import { createI18n } from '@wxt-dev/i18n';
import type { GeneratedI18nStructure } from '#i18n';

/**
 * `t('card.copy')`, `t('card.back', {name})`, `t('popup.count', 3, ['3'])`.
 * A count in words is written with `formatNumber`. No text of a pack or a page may be a numbered substitution: the
 * plural forms are split at "|" after those were put in; `{named}` ones are put in last.
 */
export const { t } = createI18n<GeneratedI18nStructure>();

type Underscored<Word extends string> = Word extends `${infer First}-${infer Rest}`
  ? `${First}_${Underscored<Rest>}`
  : Word;

/** `later-version` as part of a message's key, `later_version`: Chromium allows no hyphen there. */
export function keyPart<Word extends string>(word: Word): Underscored<Word> {
  return word.replaceAll('-', '_') as Underscored<Word>;
}

type Messages = GeneratedI18nStructure;
/** A message that depends on a number and holds it as `$1`. */
type Counted = {
  [K in keyof Messages]: Messages[K] extends { plural: true; substitutions: 1 }
    ? Messages[K] extends { namedSubstitutions: readonly string[] }
      ? never
      : K
    : never;
}[keyof Messages];

/** `count('popup.packs', 3)`: "3 packs", the number in the digits of the language. */
export function count<K extends Counted>(key: K & Counted, n: number): string {
  return t(key, n, [formatNumber(n)]);
}

/** BCP 47: the language that `t` speaks; with the reader's region where the browser's language has one. */
export function uiLang(): string {
  const spoken = t('uiLang');
  const [ofBrowser] = navigator.languages;
  return ofBrowser?.split('-', 1)[0] === spoken ? ofBrowser : spoken;
}

export function uiDirection(): 'ltr' | 'rtl' {
  return directionOf(t('uiLang'));
}

const RIGHT_TO_LEFT = new Set(['ar', 'ckb', 'dv', 'fa', 'he', 'ku', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** By the language's usual script: enough for texts whose script the tag does not name. */
export function directionOf(lang: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(lang.split('-', 1)[0] ?? '') ? 'rtl' : 'ltr';
}

/** One format for each language, kept: a browser takes ten milliseconds and more to make its first of a kind. */
function perLang<Format>(make: (lang: string) => Format): (lang: string) => Format {
  const made = new Map<string, Format>();
  return (lang) => {
    const format = made.get(lang) ?? make(lang);
    made.set(lang, format);
    return format;
  };
}

const numbers = perLang((lang) => new Intl.NumberFormat(lang));
const lists = perLang((lang) => new Intl.ListFormat(lang, { type: 'conjunction' }));
const gregorian = (parts: Intl.DateTimeFormatOptions) =>
  perLang(
    (lang) =>
      new Intl.DateTimeFormat(lang, { calendar: 'gregory', timeZone: 'UTC', year: 'numeric', ...parts }),
  );
const years = gregorian({});
const months = gregorian({ month: 'long' });
const days = gregorian({ month: 'long', day: 'numeric' });

/** Makes what a card's texts are formatted with, so that the first of them need not wait for it. */
export function warmFormats(): void {
  for (const formats of [numbers, lists, days]) formats(uiLang());
}

export function formatNumber(n: number): string {
  return numbers(uiLang()).format(n);
}

/** "“A” and “B”", in the marks of the language. */
export function formatWords(words: readonly string[]): string {
  const quoted = words.map((word) => (uiDirection() === 'rtl' ? `«${word}»` : `“${word}”`));
  return lists(uiLang()).format(quoted);
}

/**
 * "10 September 2020", "September 2020" or "2020" from `2020-09-10`, `2020-09` or `2020`.
 * Persian keeps the Gregorian calendar: the packs date by it, the dates are held against Gregorian sources, and a
 * month or a year alone has no single month or year of the solar calendar to be shown as.
 */
export function formatDate(date: string, lang = uiLang()): string {
  const [year = '', month, day] = date.split('-');
  const at = new Date(0);
  at.setUTCFullYear(Number(year), Number(month ?? 1) - 1, Number(day ?? 1));
  const format = day !== undefined ? days : month !== undefined ? months : years;
  return format(lang).format(at);
}

/** "14:35" or "2:35 PM". @param at milliseconds since 1970 */
export function formatTime(at: number): string {
  return new Intl.DateTimeFormat(uiLang(), { hour: 'numeric', minute: '2-digit' }).format(at);
}
