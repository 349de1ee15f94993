import { describe, expect, it } from 'vitest';
import {
  CONTAINER_LIMIT,
  DEPTH_LIMIT,
  type Parsed,
  PROBLEM_LIMIT,
  parsePack,
  TEXT_LIMIT,
} from '../../../src/dataset/parse.ts';
import type { CodedProblem, Problem } from '../../../src/dataset/problem.ts';
import { changed, harbourFile } from './broken-pack.ts';

/** As an author reads them on a command line. */
function problemsOf(input: unknown): Problem[] {
  return codesOf(input).map(({ path, reason, expected }) => ({ path, reason, expected }));
}

function codesOf(input: unknown): CodedProblem[] {
  const parsed: Parsed = parsePack(input);
  return parsed.ok ? [] : parsed.problems;
}

describe('a text that is no pack', () => {
  it.each([
    ['not JSON', 'Dear reader', /^not JSON: /, 'the JSON text of a pack'],
    ['cut off', '{"formatVersion": 1, ', /^not JSON: /, 'the JSON text of a pack'],
    ['empty', '', /^not JSON: /, 'the JSON text of a pack'],
    ['a list', '[]', 'not a pack: a list found', 'an object with "formatVersion": 1'],
    ['a number', '7', 'not a pack: 7 found', 'an object with "formatVersion": 1'],
    [
      'another object',
      '{"name": "x"}',
      'not a pack: no "formatVersion" found',
      'an object with "formatVersion": 1',
    ],
    [
      'a newer format',
      '{"formatVersion": 2, "entities": 7}',
      'a newer format: this version of Sidelight reads format 1, format 2 found',
      'format 1, or a newer Sidelight',
    ],
  ])('%s is refused with one problem that says so', (_, text, reason, expected) => {
    const found = typeof reason === 'string' ? reason : expect.stringMatching(reason);
    expect(problemsOf(text)).toEqual([{ path: '', reason: found, expected }]);
  });

  it.each([undefined, null, 7, [], () => 1, Symbol('pack'), new Map()])(
    'data that is no object of a pack is refused, not thrown at: %s',
    (data) => expect(problemsOf(data)).toHaveLength(1),
  );

  it('is refused by its length before it is parsed', () => {
    const text = 'x'.repeat(TEXT_LIMIT + 1);
    expect(problemsOf(text)).toEqual([
      { path: '', reason: '64,000,001 characters found', expected: 'at most 64,000,000 characters' },
    ]);
  });

  it.each(['[', '{"a":'])('is refused by its depth before it is parsed: %s a million times', (opening) => {
    const [problem] = problemsOf(`{"formatVersion": 1, "title": ${opening.repeat(1_000_000)}`);
    expect(problem).toEqual({
      path: '',
      reason: 'lists and objects too deep in one another',
      expected: `at most ${DEPTH_LIMIT} levels`,
    });
  });

  it('is refused by the number of its lists and objects before it is parsed', () => {
    const [problem] = problemsOf(`{"formatVersion": 1, "entities": [${'{},'.repeat(CONTAINER_LIMIT)}{}]}`);
    expect(problem).toEqual({
      path: '',
      reason: 'too many lists and objects',
      expected: 'at most 2,000,000',
    });
  });

  it('is not deep because of brackets in its words', () => {
    const title = { en: `${'[{'.repeat(50)} "\\" [[` };
    expect(parsePack(JSON.stringify({ ...harbourFile(), title })).ok).toBe(true);
  });
});

describe('a pack of the right form', () => {
  it('is read as text, as text with a byte order mark, and as data', () => {
    const text = JSON.stringify(harbourFile());
    for (const input of [text, `\uFEFF${text}`, harbourFile()]) {
      expect(parsePack(input)).toMatchObject({ ok: true, pack: { id: 'harbour' } });
    }
  });

  it('needs no more than its own description', () => {
    const least = {
      formatVersion: 1,
      id: 'least',
      version: '1.0.0',
      title: { en: 'Least' },
      licence: 'CC0',
      checked: '2026-11-01',
    };
    expect(parsePack(least)).toEqual({
      ok: true,
      pack: { ...least, wordLists: {}, entities: [], patterns: [], quotes: [], sources: [], references: {} },
    });
  });

  it('gets own fields only, and what the format leaves out gets its default', () => {
    const parsed = parsePack(harbourFile());
    const [entity] = parsed.ok ? parsed.pack.entities.filter(({ id }) => id === 'quay-accord') : [];
    expect(entity).toMatchObject({ detect: false, context: [], exclude: [], related: [] });
  });
});

describe('a broken field', () => {
  const BROKEN: [path: string, value: unknown, problem: Problem][] = [
    [
      'entities.3.aliases.0.grade',
      'certain',
      {
        path: 'entities[3].aliases[0].grade',
        reason: '"certain" found',
        expected: '"strong", "context" or "never"',
      },
    ],
    ['entities.0.name', undefined, { path: 'entities[0].name', reason: 'missing', expected: 'this key' }],
    [
      'entities.0.nmae',
      'x',
      { path: 'entities[0].nmae', reason: 'unknown key found', expected: 'no such key' },
    ],
    [
      'entities.0.name',
      {},
      { path: 'entities[0].name', reason: 'an object found', expected: 'at least one language' },
    ],
    [
      'entities.0.name',
      { english: 'x' },
      {
        path: 'entities[0].name.english',
        reason: '"english" found',
        expected: 'a language tag such as "en" or "pt-BR"',
      },
    ],
    [
      'entities.0.name.en',
      '  ',
      { path: 'entities[0].name.en', reason: '"" found', expected: 'a text that is not empty' },
    ],
    [
      'entities.0.aliases.0.text',
      'x'.repeat(501),
      {
        path: 'entities[0].aliases[0].text',
        reason: '501 characters found',
        expected: 'a text of at most 500 characters',
      },
    ],
    [
      'entities.0.background.0',
      'He was a docker.',
      { path: 'entities[0].background[0]', reason: '"He was a docker." found', expected: 'an object' },
    ],
    [
      'entities.0.background.0.basis.kind',
      'hearsay',
      {
        path: 'entities[0].background[0].basis.kind',
        reason: '"hearsay" found',
        expected: 'a basis: {"kind": "source", "span": …} or {"kind": "references", "references": […]}',
      },
    ],
    [
      'entities.0.status.date',
      '2021-02-30',
      {
        path: 'entities[0].status.date',
        reason: '"2021-02-30" found',
        expected: 'a day that exists in the calendar',
      },
    ],
    [
      'entities.0.status.references',
      [],
      { path: 'entities[0].status.references', reason: 'a list found', expected: 'at least one reference' },
    ],
    [
      'entities.0.related',
      Array(101).fill('edu'),
      {
        path: 'entities[0].related',
        reason: '101 entries found',
        expected: 'a list of at most 100 entries',
      },
    ],
    [
      'quotes.0.parts.0.start',
      -1,
      { path: 'quotes[0].parts[0].start', reason: '-1 found', expected: 'zero or more' },
    ],
    [
      'sources.0.sha256',
      'abc',
      {
        path: 'sources[0].sha256',
        reason: '"abc" found',
        expected: 'a SHA-256 in 64 hexadecimal digits',
      },
    ],
    [
      'references.r-union.url',
      'http://example.org/union',
      {
        path: 'references.r-union.url',
        reason: '"http://example.org/union" found',
        expected: 'an address that starts with "https://" and holds no user name or password',
      },
    ],
    [
      'corrections',
      'javascript:alert(1)',
      {
        path: 'corrections',
        reason: '"javascript:alert(1)" found',
        expected: 'an https address or an e-mail address',
      },
    ],
    [
      'checked',
      '2026-11',
      { path: 'checked', reason: '"2026-11" found', expected: 'a whole date such as "2020-09-10"' },
    ],
    ['formatVersion', '1', { path: 'formatVersion', reason: '"1" found', expected: '1' }],
    [
      'entities.0.id',
      'constructor',
      {
        path: 'entities[0].id',
        reason: '"constructor" found',
        expected: 'an id that is not a built-in name',
      },
    ],
  ];

  it.each(BROKEN.map(([path, value, problem]) => ({ path, value, problem })))(
    'is told with its path, what is there and what is expected: $problem.path: $problem.reason',
    ({ path, value, problem }) => expect(problemsOf(changed(path, value))).toContainEqual(problem),
  );

  it.each([
    ['entities.3.aliases.0.grade', 'certain', 'not-a-choice'],
    ['entities.0.aliases.0.text', 'x'.repeat(501), 'too-long'],
    ['entities.0.status.date', '2021-02-30', 'bad-date'],
    ['references.r-union.url', 'http://example.org/union', 'bad-address'],
    ['sources.0.sha256', 'abc', 'bad-form'],
    ['version', 'one', 'bad-form'],
    ['quotes.0.parts.0.start', -1, 'bad-number'],
    ['patterns.0.groups.0.0', '@nowhere', 'unresolved'],
  ])('has a code, for which a view has words in the language of its reader: %s', (path, value, code) => {
    expect(codesOf(changed(path, value))).toContainEqual(expect.objectContaining({ code }));
  });

  it('does not hide another: all are told at once', () => {
    const pack = changed('entities.0.type', 'ghost');
    Object.assign(pack, { version: 'one', licence: 7 });
    expect(problemsOf(pack).map(({ path }) => path)).toEqual(['version', 'licence', 'entities[0].type']);
  });

  it('in 200,000 rows is told a thousand times, and that there are more', () => {
    const parsed = parsePack({ ...harbourFile(), entities: Array.from({ length: 200_000 }, () => ({})) });
    expect(parsed).toMatchObject({ ok: false, more: true });
    expect(problemsOf({ ...harbourFile(), entities: Array(200_000).fill({}) })).toHaveLength(PROBLEM_LIMIT);
  });
});

describe('keys that could reach a prototype', () => {
  it.each(['__proto__', 'constructor', 'prototype', 'toString'])('%s is refused and does no harm', (key) => {
    const text = JSON.stringify(harbourFile()).replace('{', `{"${key}": {"polluted": true}, `);
    expect(problemsOf(text)).toEqual([{ path: key, reason: 'unknown key found', expected: 'no such key' }]);
    expect('polluted' in {}).toBe(false);
  });

  it.each(['wordLists', 'references', 'title'])('%s never takes in __proto__', (field) => {
    const text = JSON.stringify(harbourFile()).replace(`"${field}":{`, `"${field}":{"__proto__":["en"],`);
    const parsed = parsePack(text);
    expect(parsed.ok && Object.hasOwn(parsed.pack[field as 'title'], '__proto__')).toBe(false);
    expect('en' in {} || 0 in {}).toBe(false);
  });
});
