import { describe, expect, it } from 'vitest';
import { readRules, writeRules } from '../../../src/sites/rules-file.ts';

const file = (sites: unknown, more: object = {}) =>
  JSON.stringify({ format: 'sidelight-sites', version: 1, sites, ...more });

describe('a file of rules', () => {
  it('comes back as it was written', () => {
    const rules = [
      { site: 'example.org', mode: 'quiet' as const },
      { site: 'xn--bcher-kva.example', mode: 'off' as const },
      { site: 'file:', mode: 'marks' as const },
    ];
    expect(readRules(writeRules(rules))).toEqual({ ok: true, rules, bad: [] });
  });

  it('takes sites as a person writes them', () => {
    expect(readRules(file([{ site: 'https://Bücher.example/a', mode: 'quiet' }]))).toEqual({
      ok: true,
      rules: [{ site: 'xn--bcher-kva.example', mode: 'quiet' }],
      bad: [],
    });
  });

  it('names the rows that are no rules, with the reason, and keeps the others', () => {
    const rows = [
      { site: 'example.org', mode: 'quiet' },
      { site: 'two words', mode: 'quiet' },
      { site: 'about:blank', mode: 'off' },
      { site: 'example.net', mode: 'loud' },
      { site: 'EXAMPLE.org', mode: 'off' },
      'example.com',
      null,
      { mode: 'off' },
      { site: '', mode: 'off' },
      { site: 'last.example', mode: 'off', note: 'what a later version may add' },
    ];
    expect(readRules(file(rows))).toEqual({
      ok: true,
      rules: [
        { site: 'example.org', mode: 'quiet' },
        { site: 'last.example', mode: 'off' },
      ],
      bad: [
        { row: 2, site: 'two words', why: 'no-host' },
        { row: 3, site: 'about:blank', why: 'other-address' },
        { row: 4, site: 'example.net', why: 'bad-mode' },
        { row: 5, site: 'EXAMPLE.org', why: 'twice' },
        { row: 6, site: '', why: 'not-a-rule' },
        { row: 7, site: '', why: 'not-a-rule' },
        { row: 8, site: '', why: 'not-a-rule' },
        { row: 9, site: '', why: 'empty' },
      ],
    });
  });

  it.each([
    ['a page', '<!doctype html>', 'not-json'],
    ['a list', '[]', 'not-rules'],
    ['a pack', '{"id": "harbour", "entities": []}', 'not-rules'],
    ['a file without rows', file(undefined), 'not-rules'],
    ['a file of a later version', file([], { version: 2 }), 'later-version'],
  ])('%s is none', (_, text, why) => {
    expect(readRules(text)).toEqual({ ok: false, why });
  });
});
