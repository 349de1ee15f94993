/**
 * Files of every format as they should not be: cut, flipped, swollen, poisoned, or never meant for us.
 * One file, a little long,
 * because its parts only make sense as one description.
 */
import * as fc from 'fast-check';
import { COLUMNS, FORMATS, type ReadOptions } from '../../src/dataset/formats/types.ts';
import { type WrittenFormat, writeDataset } from '../../src/dataset/formats/write.ts';
import { anyName, anyPack } from './any-pack.ts';

/** What somebody who means harm, or a program that means well, would put into a field. */
export const POISON: readonly string[] = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '=HYPERLINK("https://example.org","x")',
  '+1',
  '-1+1|cmd',
  '@SUM(1)',
  '\t=1',
  'pay\u202egnp.exe',
  'zero\u200bwidth',
  'bom\uFEFFinside',
  'tag\u{e0041}\u{e0042}',
  'join\u200der',
  '\u0000',
  '\ud800',
  'A',
  ' ',
  '',
  'x'.repeat(600),
  '"',
  '""",',
  '\r',
  '\\',
  'https://user:pass@example.org/',
  'http://example.org/',
  '0000-00-00',
  '2020-02-30',
  'q'.repeat(101),
];

const poison = fc.constantFrom(...POISON);

const wikidataFile = fc
  .array(
    fc.tuple(
      fc.nat(999_999_999),
      fc.oneof(anyName, poison),
      fc.oneof(anyName, poison),
      fc.oneof(fc.constantFrom('Q5', 'Q43229', 'Q1'), poison),
    ),
    {
      maxLength: 4,
    },
  )
  .map((items) => ({
    entities: Object.fromEntries(
      items.map(([number, name, alias, kind]) => [
        `Q${number}`,
        {
          id: `Q${number}`,
          labels: { en: { language: 'en', value: name }, [alias]: { language: alias, value: name } },
          aliases: { fa: [{ language: 'fa', value: alias }] },
          descriptions: { en: { language: 'en', value: alias } },
          claims: { P31: [{ mainsnak: { datavalue: { value: { id: kind } } } }] },
        },
      ]),
    ),
  }));

const ftmFile = fc
  .array(
    fc.record({
      id: fc.oneof(fc.string(), poison),
      schema: fc.oneof(fc.constantFrom('Person', 'Company', 'Address', 'LegalEntity'), poison),
      caption: anyName,
      properties: fc.record({
        name: fc.array(fc.oneof(anyName, poison), { maxLength: 3 }),
        alias: fc.array(fc.oneof(anyName, poison), { maxLength: 3 }),
        position: fc.array(poison, { maxLength: 2 }),
        sourceUrl: fc.array(fc.oneof(fc.webUrl(), poison), { maxLength: 2 }),
        wikidataId: fc.array(poison, { maxLength: 1 }),
        topics: fc.constant(['sanction']),
      }),
    }),
    { minLength: 2, maxLength: 5 },
  )
  .map((lines) => lines.map((line) => JSON.stringify(line)).join('\n'));

const csvFile = fc
  .record({
    headers: fc.shuffledSubarray([...COLUMNS, '__proto__', 'note'], { minLength: 1 }),
    delimiter: fc.constantFrom(',', ';', '\t', '|'),
    rows: fc.array(
      fc.array(fc.oneof(anyName, poison, fc.webUrl(), fc.constantFrom('person', 'news', '2020', 'en')), {
        maxLength: 30,
      }),
      { maxLength: 6 },
    ),
    lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
    quoted: fc.boolean(),
  })
  .map(({ headers, delimiter, rows, lineEnd, quoted }) =>
    [headers, ...rows]
      .map((row) => row.map((cell) => (quoted ? `"${cell.replaceAll('"', '""')}"` : cell)).join(delimiter))
      .join(lineEnd),
  );

const jsonLdFile = fc
  .array(
    fc.record(
      {
        '@type': fc.oneof(
          fc.constantFrom('Person', 'schema:Organization', 'Event', 'Quotation', 'NewsArticle', 'Place'),
          poison,
          fc.constant(['Person', 7]),
        ),
        '@id': fc.oneof(fc.constantFrom('#a', '#b'), poison),
        name: fc.oneof(anyName, poison, fc.record({ '@value': anyName, '@language': poison })),
        alternateName: fc.array(fc.oneof(anyName, poison)),
        text: poison,
        creator: fc.oneof(
          fc.constant({ '@id': '#a' }),
          poison,
          fc.record({ '@type': fc.constant('Person'), name: anyName }),
        ),
        isPartOf: fc.oneof(
          fc.constant({ '@id': '#b' }),
          fc.record({ name: poison, datePublished: poison, url: poison }),
        ),
        description: poison,
        url: fc.oneof(fc.webUrl(), poison),
        sameAs: fc.oneof(poison, fc.array(poison)),
        identifier: poison,
        datePublished: fc.oneof(fc.constant('2020-01-01T00:00:00Z'), poison),
        additionalType: poison,
        disambiguatingDescription: poison,
        contributor: fc.oneof(
          poison,
          fc.constant({ '@type': 'Role', roleName: 'quotedBy', contributor: { '@id': '#a' } }),
          fc.record({ roleName: fc.constant('quotedBy'), contributor: fc.record({ name: poison }) }),
        ),
        comment: fc.array(
          fc.record({
            additionalType: fc.constantFrom('sic', 'inserted', 'other'),
            text: poison,
            'oa:hasSelector': fc.record({ 'oa:start': fc.integer(), 'oa:end': fc.oneof(fc.nat(), poison) }),
          }),
          { maxLength: 2 },
        ),
        sourceOrganization: fc.oneof(poison, fc.record({ identifier: poison, name: poison })),
      },
      { requiredKeys: ['@type'] },
    ),
    { maxLength: 5 },
  )
  .map((nodes) => ({ '@context': 'https://schema.org', '@graph': nodes }));

const written = fc
  .tuple(
    anyPack,
    fc.constantFrom<WrittenFormat[]>('pack', 'pack', 'pack', 'csv', 'csv', 'json-ld', 'markdown'),
  )
  .map(([pack, format]) => writeDataset(pack, format).text);

/** JSON of the right outline with anything inside. */
const oddPack = fc
  .tuple(
    fc.jsonValue({ maxDepth: 4 }),
    fc.jsonValue({ maxDepth: 4 }),
    fc.oneof(fc.constant(1), fc.jsonValue({ maxDepth: 1 })),
  )
  .map(([entities, quotes, formatVersion]) => ({
    formatVersion,
    id: 'odd',
    version: '1.0.0',
    title: { en: 'Odd' },
    licence: 'x',
    checked: '2020-01-01',
    entities,
    quotes,
  }));

const deep = fc
  .tuple(fc.integer({ min: 1, max: 5_000 }), fc.constantFrom('[', '{"a":', '[{"entities":'))
  .map(([depth, open]) => open.repeat(depth));

const whole = fc.oneof(
  { weight: 14, arbitrary: written },
  { weight: 2, arbitrary: wikidataFile.map((data) => JSON.stringify(data)) },
  { weight: 2, arbitrary: ftmFile },
  { weight: 3, arbitrary: csvFile },
  { weight: 2, arbitrary: jsonLdFile.map((data) => JSON.stringify(data)) },
  { weight: 2, arbitrary: oddPack.map((data) => JSON.stringify(data)) },
  { weight: 1, arbitrary: fc.json() },
  { weight: 1, arbitrary: deep },
  {
    weight: 2,
    arbitrary: fc.array(fc.oneof(anyName, poison), { maxLength: 12 }).map((lines) => lines.join('\n')),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 300 }) },
);

/** What happens to files on their way. `at` is a share of the whole, in thousandths. */
const KINDS = [
  'value',
  'value',
  'value',
  'value',
  'value',
  'drop',
  'key',
  'cut',
  'insert',
  'swap',
  'double',
] as const;

interface Damage {
  kind: (typeof KINDS)[number];
  at: number;
  length: number;
  poison: string;
}

const damage: fc.Arbitrary<Damage> = fc.record({
  kind: fc.constantFrom(...KINDS),
  at: fc.noBias(fc.integer({ min: 0, max: 999 })),
  length: fc.nat(40),
  poison,
});

function damaged(text: string, { kind, at, length, poison: words }: Damage): string {
  const place = Math.floor((at / 1_000) * text.length);
  switch (kind) {
    case 'cut':
      return text.slice(0, place);
    case 'insert':
      return text.slice(0, place) + words + text.slice(place);
    case 'swap':
      return text.slice(0, place) + words + text.slice(place + length);
    case 'double':
      return text + text.slice(place);
    default:
      return withJson(text, (data) => {
        const places = placesIn(data);
        const found = places[Math.floor((at / 1_000) * places.length)];
        if (found === undefined) return;
        const [holder, key] = found;
        const value = Reflect.get(holder, key);
        if (kind !== 'value') Reflect.deleteProperty(holder, key);
        if (kind === 'key')
          Object.defineProperty(holder, words, { value, enumerable: true, configurable: true });
        if (kind === 'value')
          Reflect.set(holder, key, [words, length, null, [words], { [words]: words }, -1][at % 6]);
      });
  }
}

/** The text as it is, where it is no JSON. */
function withJson(text: string, change: (data: unknown) => void): string {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return text;
  }
  change(data);
  return JSON.stringify(data);
}

/** Every key of every object and list, the outer before the inner. */
function placesIn(data: unknown): [holder: object, key: string][] {
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, value]): [object, string][] => [
    [data, key],
    ...placesIn(value),
  ]);
}

const encoded = (text: string, encoding: string): Uint8Array | string => {
  if (encoding === 'text') return text;
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding === 'latin') return Uint8Array.from(text, (char) => char.charCodeAt(0) % 256);
  const units = Uint16Array.from(encoding === 'utf-16' ? `\uFEFF${text}` : text, (char) =>
    char.charCodeAt(0),
  );
  return new Uint8Array(units.buffer);
};

export interface BrokenFile {
  input: Uint8Array | string;
  options: ReadOptions;
}

export const brokenFile: fc.Arbitrary<BrokenFile> = fc
  .record({
    text: whole,
    damages: fc.array(damage, { maxLength: 2 }),
    encoding: fc.constantFrom('text', 'text', 'utf-8', 'utf-8', 'utf-16', 'utf-16 unmarked', 'latin'),
    fileName: fc.constantFrom('list.csv', 'list.txt', 'pack.json', '', '\u202etxt.csv', '__proto__.json'),
    format: fc.oneof(
      { weight: 9, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: fc.constantFrom(...FORMATS) },
    ),
  })
  .map(({ text, damages, encoding, fileName, format }) => ({
    input: encoded(damages.reduce(damaged, text), encoding),
    options: { fileName, today: '2026-11-23', ...(format === undefined ? {} : { format }) },
  }));
