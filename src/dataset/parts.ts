/**
 * The small parts that a pack is made of: ids, dates, addresses, texts with a language.
 * Every message names what was expected, because `parsePack` shows it to the author as it stands.
 */
import * as v from 'valibot';
import { isLongEnough, isPlainName, isPlainText } from './hidden.ts';

const atMost = (most: number) =>
  v.maxLength<string, number, string>(most, `a text of at most ${most.toLocaleString('en')} characters`);

/** What `Name`, `ShortText` and `LongText` expect of their characters. */
export const PLAIN = 'a text without characters that cannot be seen';

const text = (most: number, isPlain: (text: string) => boolean) =>
  v.pipe(
    v.string('a text'),
    v.trim(),
    v.minLength(1, 'a text that is not empty'),
    atMost(most),
    v.check(isPlain, PLAIN),
  );

export const Name = text(500, isPlainName);
export const ShortText = text(2_000, isPlainText);
export const LongText = text(50_000, isPlainText);

export const NO_LIST = 'a word, and no list: a list holds none';

/** A word of a list, which texts name with an "@" before its name. */
export const ListWord = v.pipe(
  ShortText,
  v.check((word) => !word.startsWith('@'), NO_LIST),
);

export const TWO_LETTERS = 'a name of two letters or more, or of an ideograph';

/** A name that is looked for on pages. */
export const AliasText = v.pipe(Name, v.check(isLongEnough, TWO_LETTERS));

/** Words of a source to the letter: blanks at the ends count. */
export const Verbatim = v.pipe(
  v.string('a text'),
  v.minLength(1, 'a text that is not empty'),
  atMost(50_000),
);

/** What stands before or after verbatim words, to find them again where offsets have moved. */
export const Surroundings = v.pipe(v.string('a text'), atMost(200));

export const Id = v.pipe(
  v.string('an id'),
  v.regex(
    /^[a-z0-9][a-z0-9._-]{0,99}$/,
    'an id of small letters, digits, ".", "_" and "-", 100 characters at most',
  ),
  v.check((id) => !(id in Object.prototype), 'an id that is not a built-in name'),
);

/** BCP 47, as far as a pack needs it: `en`, `fa`, `zh-Hant`, `pt-BR`; `und` where no language is meant. */
export const Lang = v.pipe(
  v.string('a language tag such as "en"'),
  v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'a language tag such as "en" or "pt-BR"'),
);

/** A year, a month or a day: `2020`, `2020-09`, `2020-09-10`. */
export const PartialDate = v.pipe(
  v.string('a date'),
  v.regex(
    /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/,
    'a date such as "2020", "2020-09" or "2020-09-10"',
  ),
  v.check((date) => date.length < 10 || isDay(date), 'a day that exists in the calendar'),
);

export const Day = v.pipe(PartialDate, v.length(10, 'a whole date such as "2020-09-10"'));

/** An address that can be opened by a reader without harm: https, no user name, no password. */
export const Address = v.pipe(
  v.string('an address'),
  v.maxLength(2_000, 'an address of at most 2,000 characters'),
  v.check(isSafeAddress, 'an address that starts with "https://" and holds no user name or password'),
);

/** One text in one or more languages: `{"en": "…", "fa": "…"}`. */
export const Localized = v.pipe(
  v.record(Lang, LongText, 'texts by language, such as {"en": "…"}'),
  v.check((texts) => Object.keys(texts).length > 0, 'at least one language'),
);
export type Localized = v.InferOutput<typeof Localized>;

export const Offset = v.pipe(
  v.number('a number'),
  v.integer('a whole number'),
  v.minValue(0, 'zero or more'),
);

/** One name in one or more languages. */
export const LocalizedName = v.pipe(
  v.record(Lang, Name, 'names by language, such as {"en": "…"}'),
  v.check((names) => Object.keys(names).length > 0, 'at least one language'),
);

/** A stretch of a source: UTF-16 offsets, `end` exclusive (W3C TextPositionSelector). */
export const Span = v.strictObject({ start: Offset, end: Offset });
export type Span = v.InferOutput<typeof Span>;

/** Some browsers read 30 February as 2 March. */
function isDay(date: string): boolean {
  const day = new Date(date);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date);
}

function isSafeAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, username, password, hostname } = new URL(address);
  return protocol === 'https:' && username === '' && password === '' && hostname.includes('.');
}
