import { describe, expect, it } from 'vitest';
import { BYTE_LIMIT, readDataset, readInSteps } from '../../../../src/dataset/formats/read.ts';
import type { Draft } from '../../../../src/dataset/formats/types.ts';
import { changed, harbourFile } from '../broken-pack.ts';
import { draftOf, refusalOf } from './drafts.ts';

/** Milliseconds. Ten times the goal of a second: the machine may be busy. */
const DEADLINE = 10_000;

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string): Uint8Array =>
  new Uint8Array(Uint16Array.from(text, (char) => char.charCodeAt(0)).buffer);
const names = ({ pack }: Draft): string[] => pack.entities.map(({ name }) => Object.values(name)[0] ?? '');

describe('the format of a file', () => {
  const FILES: [what: string, text: string, fileName: string, format: Draft['format']][] = [
    ['a pack', JSON.stringify(harbourFile()), 'x.txt', 'pack'],
    ['a table, by its headers', 'name,aliases\nAda Quill,Quill', '', 'csv'],
    ['a table, by semicolons', 'type;name\nperson;Ada Quill', '', 'csv'],
    ['a table of one column', 'Name\nAda Quill', '', 'csv'],
    ['JSON-LD', '{"@context":"https://schema.org","@type":"Person","name":"Ada Quill"}', '', 'json-ld'],
    ['JSON-LD in a list', '[{"@type":"Person","name":"Ada Quill"}]', '', 'json-ld'],
    [
      'Wikidata',
      '{"entities":{"Q1":{"id":"Q1","labels":{"en":{"language":"en","value":"Ada Quill"}},"claims":{"P569":[]}}}}',
      '',
      'wikidata',
    ],
    [
      'one item of Wikidata',
      '{"id":"Q1","labels":{"en":{"language":"en","value":"Ada Quill"}},"claims":{"P569":[]}}',
      '',
      'wikidata',
    ],
    [
      'FollowTheMoney',
      '{"id":"a","schema":"Person","properties":{"name":["Ada Quill"]}}\n{"id":"b","schema":"Person","properties":{"name":["Bo Lin"]}}\n',
      '',
      'ftm',
    ],
    [
      'one line of FollowTheMoney',
      '{"id":"a","schema":"Person","properties":{"name":["Ada Quill"]}}',
      '',
      'ftm',
    ],
    ['a list of names', 'Ada Quill\nBo Lin', 'people.txt', 'names'],
    ['a list of names with commas', 'Quill, Ada\nLin, Bo', '', 'names'],
  ];
  it.each(FILES)('is seen by its content: %s', (_, text, fileName, format) => {
    expect(draftOf(text, { fileName }).format).toBe(format);
  });

  it('can be chosen instead', () => {
    expect(names(draftOf('name\nAda Quill', { format: 'names' }))).toEqual(['name', 'Ada Quill']);
  });

  it.each([
    ['nothing', '', 'empty-file'],
    ['white space', ' \n\t\u3000', 'empty-file'],
    ['a picture', '\u0089PNG\r\n\u001a\n\0\0\0\rIHDR', 'unknown-format'],
    ['a web page', '<!doctype html><title>x</title>', 'unknown-format'],
    ['JSON of something else', '{"a":1}', 'unknown-format'],
    ['JSON that is cut off', '{"formatVersion": 1, "entities": [', 'not-json'],
    ['a depth of a million', '['.repeat(1_000_000), 'too-deep'],
    ['a newer format', '{"formatVersion": 2}', 'newer-format'],
    ['a pack without a version of the format', '{"entities": []}', 'bad-head'],
    ['a table without known columns', 'foo,bar\n1,2', 'no-columns'],
    ['a table without rows', 'name,aliases\n', 'no-rows'],
  ] as const)('is told where it is none: %s', (_, text, reason) => {
    const { problems } = refusalOf(text, reason === 'no-columns' ? { fileName: 'x.csv' } : {});
    expect(problems.map((problem) => problem.reason)).toEqual([reason]);
    expect(problems[0]?.text).toMatch(/\w{3}/);
  });

  it('is not looked for in more than 200 MB', () => {
    expect(refusalOf(new Uint8Array(BYTE_LIMIT + 1)).problems).toMatchObject([{ reason: 'too-large' }]);
  });

  it.each([
    ['more than 200 MB', () => new Uint8Array(BYTE_LIMIT + 1), 'too-large'],
    ['200 MB of nothing', () => new Uint8Array(BYTE_LIMIT), 'unknown-format'],
    ['lists in lists without end', () => '['.repeat(50_000_000), 'too-deep'],
    ['lists beside lists without end', () => `[${'[],'.repeat(20_000_000)}[]]`, 'too-deep'],
    [
      'the beginning of a pack, and then no JSON',
      () => `{"formatVersion": 1, ${'x'.repeat(50_000_000)}`,
      'not-json',
    ],
  ] as const)(
    'is refused at once where it is none: %s',
    (_, make, reason) => {
      const input = make();
      const before = performance.now();
      const { problems } = refusalOf(input);
      const took = performance.now() - before;
      expect(problems).toMatchObject([{ reason }]);
      expect(took).toBeLessThan(DEADLINE);
    },
    60_000,
  );
});

describe('the encoding of a file', () => {
  const TEXT = 'name,aliases\nZoë Núñez,علی‌رضا\n';
  it.each([
    ['UTF-8', bytes(TEXT)],
    ['UTF-8 with a byte order mark', bytes(`\uFEFF${TEXT}`)],
    ['UTF-16 with a byte order mark', utf16(`\uFEFF${TEXT}`)],
    ['UTF-16 without one', utf16(TEXT)],
    ['big-endian UTF-16', utf16(`\uFEFF${TEXT}`).map((_, at, all) => all[at ^ 1] ?? 0)],
  ])('is known for certain: %s', (_, input) => {
    const { pack, warnings } = draftOf(input);
    expect(pack.entities[0]?.aliases.map(({ text }) => text)).toEqual(['Zoë Núñez', 'علی‌رضا']);
    expect(warnings.map(({ kind }) => kind)).not.toContain('encoding-guessed');
  });

  it('is guessed where the file does not say it, and that is said', () => {
    const french = Uint8Array.from(
      'name,note\nZoé Béranger,Elle était déléguée à la conférence où il a été décidé\n',
      (char) => char.charCodeAt(0),
    );
    const draft = draftOf(french);
    expect(names(draft)).toEqual(['Zoé Béranger']);
    expect(draft.warnings).toContainEqual(
      expect.objectContaining({ kind: 'encoding-guessed', encoding: 'windows-1252' }),
    );
  });

  it('may be the one of old Arabic and Persian spreadsheets', () => {
    const arabic = 'محمد علي رجائي هو رئيس الوزراء الذي كان في هذه المدينة';
    const table = new Map(
      Array.from({ length: 256 }, (__, byte) => [
        new TextDecoder('windows-1256').decode(Uint8Array.of(byte)),
        byte,
      ]),
    );
    const draft = draftOf(Uint8Array.from(`name\n${arabic}\n`, (char) => table.get(char) ?? 63));
    expect(names(draft)).toEqual([arabic]);
    expect(draft.warnings).toContainEqual(expect.objectContaining({ encoding: 'windows-1256' }));
  });
});

describe('a pack with broken rows', () => {
  it('is importable without them; each is told by row, field and reason', () => {
    const { pack, invalid, rows } = draftOf(JSON.stringify(changed('entities.3.type', 'ghost')));
    expect(pack.entities).toHaveLength(8);
    expect(rows).toBe(26);
    expect(invalid[0]).toEqual({
      row: 4,
      list: 'entities',
      id: 'bram-oakes',
      field: 'type',
      reason: 'not-a-choice',
      value: 'ghost',
      expected: '"person", "organization", "event", "document" or "agreement"',
      text: '"ghost" found; expected "person", "organization", "event", "document" or "agreement"',
      lost: 'row',
    });
  });

  it('loses with a row what cannot stand without it, and no more', () => {
    const { pack, invalid } = draftOf(JSON.stringify(changed('entities.3.type', 'ghost')));
    const gone = invalid.slice(1).map(({ list, id, field, reason, lost }) => [list, id, field, reason, lost]);
    expect(gone).toContainEqual(['quotes', 'h03', 'speaker', 'unresolved', 'row']);
    expect(pack.quotes.map(({ id }) => id)).not.toContain('h03');
    expect(JSON.stringify(pack)).not.toContain('bram-oakes"');
  });

  it('keeps an entity without the one alias that is broken', () => {
    const { pack, invalid } = draftOf(JSON.stringify(changed('entities.0.aliases.1.grade', 'certain')));
    expect(pack.entities[0]?.aliases.map(({ text }) => text)).toEqual(['Mara Tennick', 'Ms Tennick', 'Mara']);
    expect(invalid).toMatchObject([{ field: 'aliases[1].grade', reason: 'not-a-choice', lost: 'field' }]);
  });

  it('never keeps an entity without a word that would speak against it', () => {
    const { invalid } = draftOf(JSON.stringify(changed('wordLists.elsewhere', [7])));
    expect(invalid).toMatchObject([{ list: 'wordLists', id: 'elsewhere', lost: 'row' }, ...invalid.slice(1)]);
    expect(invalid[1]).toMatchObject({
      list: 'entities',
      field: 'exclude[0].words[0]',
      reason: 'unresolved',
      lost: 'row',
    });
  });

  it('keeps no reference under a name that cannot be an id', () => {
    const text = JSON.stringify(harbourFile()).replace(
      '"references":{',
      '"references":{"__proto__":{"url":"https://example.org","publisher":"X","kind":"news"},',
    );
    const { pack, invalid } = draftOf(text.replace('"references": {', '"references":{'));
    expect(invalid).toMatchObject([{ list: 'references', id: '__proto__', reason: 'bad-id', lost: 'row' }]);
    expect(Object.keys(pack.references)).toHaveLength(6);
  });

  it('is refused where its own head is broken', () => {
    expect(refusalOf(JSON.stringify(changed('licence', undefined))).problems).toEqual([
      { reason: 'bad-head', field: 'licence', text: 'licence: missing; expected this key' },
    ]);
    expect(refusalOf(JSON.stringify(changed('quotes', {}))).problems).toMatchObject([{ field: 'quotes' }]);
  });

  it('tells at most a thousand problems, and how many more there are', () => {
    const pack = { ...harbourFile(), quotes: Array(3_000).fill(7) };
    const { invalid, warnings } = draftOf(JSON.stringify(pack));
    expect(invalid).toHaveLength(1_000);
    expect(warnings).toContainEqual(expect.objectContaining({ kind: 'more-problems', count: 2_000 }));
  });
});

describe('names that are meant to deceive', () => {
  it.each([
    ['turned around', 'pay\u202egnp.exe', 'hidden-characters'],
    ['an isolate', 'Ada \u2066Quill', 'hidden-characters'],
    ['a zero-width space', 'Ada\u200b Quill', 'hidden-characters'],
    ['a joiner that joins nothing', 'Ada\u200d Quill', 'hidden-characters'],
    ['a soft hyphen', 'Ada Qu\u00adill', 'hidden-characters'],
    ['tags', 'Ada\u{e0041}\u{e0042} Quill', 'hidden-characters'],
    ['one letter', 'A', 'one-letter'],
    ['one letter and a dot', 'A.', 'one-letter'],
    ['no letter', '…!', 'one-letter'],
    ['a novel', 'x'.repeat(501), 'too-long'],
  ])('are not kept: %s', (_, name, reason) => {
    const { pack, invalid } = draftOf(`Bo Lin\n${name}`);
    expect(pack.entities).toHaveLength(1);
    expect(invalid).toMatchObject([{ row: 2, field: 'name', reason, lost: 'row' }]);
  });

  it.each([
    'علی‌رضا آوایی',
    'مريم رجوي',
    '李',
    '김',
    '\u{20bb7}',
    'क्‍ष',
    'Zoë',
    'O’Brien',
    'Bo',
    'محمد\u200fرضا',
  ])('are not these: %s', (name) => {
    const { pack, invalid } = draftOf(`${name}\n`);
    expect([pack.entities[0]?.aliases, invalid]).toEqual([[{ text: name, lang: 'und' }], []]);
  });

  it('change nothing for other objects', () => {
    const before = Object.getOwnPropertyNames(Object.prototype);
    readDataset('{"formatVersion":1,"__proto__":{"polluted":1},"entities":[{"__proto__":{"polluted":1}}]}');
    readDataset('name,__proto__\nAda Quill,1', { columns: { ['__proto__']: 'aliases' } });
    readDataset('{"@type":"Person","name":{"__proto__":"x"},"@id":"__proto__"}');
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });
});

describe('persons without any source', () => {
  it('are counted and named', () => {
    expect(draftOf('Ada Quill\nBo Lin').warnings).toContainEqual({
      kind: 'persons-without-source',
      count: 2,
      names: ['Ada Quill', 'Bo Lin'],
      text: '2 persons without any source: Ada Quill, Bo Lin',
    });
  });

  it('are not those of whom something is said, nor organizations', () => {
    expect(draftOf(JSON.stringify(harbourFile())).warnings).toEqual([]);
    const kinds = draftOf('Ada Quill Ltd', { type: 'organization' }).warnings.map(({ kind }) => kind);
    expect(kinds).not.toContain('persons-without-source');
  });
});

it('a long file can be followed and stopped', () => {
  const steps = readInSteps(Array.from({ length: 5_000 }, (_, at) => `Person Number${at}`).join('\n'));
  const seen: number[] = [];
  for (const { done, total } of steps) {
    seen.push(done / total);
    if (seen.length === 3) break;
  }
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  expect(steps.next()).toEqual({ done: true, value: undefined });
});

it('a head that cannot be one is told, be it given or read', () => {
  const head = {
    id: 'Mine!',
    title: { en: 'Mine' },
    licence: 'CC0',
    version: '2.0.0',
    checked: '2026-01-01',
  };
  expect(refusalOf('Ada Quill', { head }).problems).toMatchObject([{ reason: 'bad-head', field: 'id' }]);
  const dataset = { '@type': 'Dataset', name: [{ '@value': 'Words', '@language': '__proto__' }] };
  const person = { '@type': 'Person', name: 'Ada Quill' };
  const { pack } = draftOf(JSON.stringify([dataset, person]), { fileName: 'people.json' });
  expect(pack.title).toEqual({ en: 'people' });
});

it('a draft without a head of its own takes the one that is given, else one of the name of the file', () => {
  const head = { id: 'mine', title: { en: 'Mine' }, licence: 'CC0', version: '2.0.0', checked: '2026-01-01' };
  expect(draftOf('Ada Quill', { head }).pack).toMatchObject(head);
  const { pack, warnings } = draftOf('Ada Quill', { fileName: 'C:\\lists\\Court judges.txt' });
  expect(pack).toMatchObject({ id: 'court-judges', title: { en: 'Court judges' }, checked: '2026-11-23' });
  expect(warnings.map(({ kind }) => kind)).toContain('licence-unknown');
});
