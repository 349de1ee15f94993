import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const LOCALES = resolve(import.meta.dirname, '../../../assets/locales');
/** The forms of a message that depends on a number; which of them a language has is its own affair. */
const PLURAL_FORMS = new Set(['0', '1', 'n']);

const english = messages('en');
const persian = messages('fa');

describe('the locale files', () => {
  it('have the same messages', () => {
    expect([...persian.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('name their messages as Chromium allows', () => {
    const odd = [...english.keys()].filter((key) => !/^[A-Za-z0-9_.]+$/u.test(key));
    expect(odd).toEqual([]);
  });

  it('never tell two messages apart by capitals alone, which Chromium does not see', () => {
    const small = [...english.keys()].map((key) => key.toLowerCase());
    expect(small.filter((key, at) => small.indexOf(key) !== at)).toEqual([]);
  });

  it('put in the same things', () => {
    const differ = [...english].filter(
      ([key, text]) => `${placeholders(text)}` !== `${placeholders(persian.get(key))}`,
    );
    expect(differ).toEqual([]);
  });

  it('leave no message empty', () => {
    const empty = [...english, ...persian].filter(([, text]) => text.trim() === '');
    expect(empty).toEqual([]);
  });
});

/** Messages by key (`card.copy`), the forms of a plural joined. */
function messages(lang: string): Map<string, string> {
  return flatten(JSON.parse(readFileSync(`${LOCALES}/${lang}.json`, 'utf8')), []);
}

function flatten(value: unknown, path: string[]): Map<string, string> {
  if (typeof value === 'string') return new Map([[path.join('.'), value]]);
  if (!(value instanceof Object)) throw new Error(`${path.join('.')} is neither a text nor a group of texts`);
  const entries = Object.entries(value);
  if (entries.every(([key]) => PLURAL_FORMS.has(key)))
    return new Map([[path.join('.'), entries.flat().join(' ')]]);
  return new Map(entries.flatMap(([key, inner]) => [...flatten(inner, [...path, key])]));
}

function placeholders(text = ''): string[] {
  return [...new Set(text.match(/\$\d|\{\w+\}/gu))].sort();
}
