/**
 * Packs of every shape that the format allows, made of a seed. All words are invented or random.
 * One file, a little long,
 * because its parts only make sense as one description.
 */
import * as fc from 'fast-check';
import { isLongEnough, isPlainName, isPlainText } from '../../src/dataset/hidden.ts';
import type { Pack, Reference } from '../../src/dataset/schema.ts';

const LANGS = ['en', 'fa', 'ar', 'zh-Hant', 'pt-BR', 'und'];
const GOOD_NAMES = [
  'Ada Quill',
  'O’Brien-Núñez',
  'علی‌رضا آوایی',
  'مريم رجوي',
  '李',
  '毛泽东',
  'क्‍ष देव',
  'Жанна Ли',
  '김',
  'Zoë 2',
  '=SUM(A1)',
  '@home',
  "'quoted'",
  'a|b; c, d',
];

const random = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 });
const trimmed = (text: string): string => text.trim();
const usable = (text: string): boolean => text !== '' && text.trim() === text;

export const anyName = fc.oneof(
  fc.constantFrom(...GOOD_NAMES),
  random.map(trimmed).filter((text) => usable(text) && isPlainName(text)),
);
const anyAlias = anyName.filter(isLongEnough);
const anyText = fc.oneof(
  fc.constantFrom('One sentence.', 'Two\nlines', '# no heading', '<b>bold</b>', '-1', '+1', '\\| `x` [y](z)'),
  random.map(trimmed).filter((text) => usable(text) && isPlainText(text)),
);
/** "@" stands before the name of a list. */
const anyListWord = anyText.filter((word) => !word.startsWith('@'));
/** To the letter: blanks at the ends, and whatever else stands in documents. */
const anyVerbatim = fc.oneof(
  fc.constantFrom(' with blanks ', '=1+1', 'line\r\nline', '“quoted”, “again”', '\u202eturned'),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }).filter((text) => text.isWellFormed()),
);
const anyLang = fc.constantFrom(...LANGS);
const anyId = fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,12}$/).filter((id) => !(id in Object.prototype));
const anyDay = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const anyDate = fc.oneof(
  anyDay,
  anyDay.map((day) => day.slice(0, 7)),
  anyDay.map((day) => day.slice(0, 4)),
);
const anyAddress = fc
  .tuple(fc.constantFrom('example.org', 'example.net', 'xn--mgbh0fb.example'), fc.webPath())
  .map(([host, path]) => `https://${host}${path}`);
const localized = (text: fc.Arbitrary<string>) => fc.dictionary(anyLang, text, { minKeys: 1, maxKeys: 3 });
const few = <T>(item: fc.Arbitrary<T>) => fc.array(item, { maxLength: 3 });
const ids = (minLength: number, maxLength: number) => fc.uniqueArray(anyId, { minLength, maxLength });
const maybe = <T extends object>(shape: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record(shape, { requiredKeys: [] });

const SOURCE_KINDS = ['advocacy', 'news', 'official', 'academic', 'reference', 'own'] as const;
const REFERENCE_KINDS = ['news', 'primary', 'reference-work', 'advocacy', 'advocacy-party'] as const;
const VERDICTS = [
  'confirmed',
  'wrong',
  'outdated',
  'contested',
  'misleading',
  'unverified',
  'opinion',
  'spelling',
] as const;

interface Ids {
  entities: string[];
  patterns: string[];
  quotes: string[];
  sources: string[];
  references: string[];
  lists: string[];
}

const near = (lists: readonly string[]) =>
  fc.record({
    window: fc.integer({ min: 1, max: 200 }),
    words: fc.array(fc.oneof(anyListWord, ...namedLists(lists)), {
      minLength: 1,
      maxLength: 3,
    }),
  });

function namedLists(lists: readonly string[]): fc.Arbitrary<string>[] {
  return lists.length === 0 ? [] : [fc.constantFrom(...lists.map((name) => `@${name}`))];
}

function someOf(all: readonly string[]): fc.Arbitrary<string[]> {
  return all.length === 0 ? fc.constant([]) : few(fc.constantFrom(...all));
}

const placed = fc
  .tuple(anyVerbatim, fc.nat(10_000))
  .map(([exact, start]) => ({ exact, start, end: start + exact.length }));

function anyEntity(id: string, { entities, sources, references, lists }: Ids) {
  const cited = fc.array(fc.constantFrom(...references), { minLength: 1, maxLength: 2 });
  const span = fc.tuple(fc.constantFrom(...sources), placed).map(([source, words]) => ({ source, ...words }));
  const basis = fc.oneof(
    cited.map((each) => ({ kind: 'references' as const, references: each })),
    span.map((each) => ({ kind: 'source' as const, span: each })),
  );
  const dated = fc.record({ text: localized(anyText), date: anyDate, references: cited });
  return fc
    .tuple(
      fc.record({
        id: fc.constant(id),
        type: fc.constantFrom(
          'person' as const,
          'organization' as const,
          'event' as const,
          'document' as const,
          'agreement' as const,
        ),
        name: localized(anyName),
        nativeNames: few(fc.record({ text: anyName, lang: anyLang })),
        detect: fc.boolean(),
        aliases: few(
          fc
            .tuple(
              fc.record({ text: anyAlias, lang: anyLang }),
              maybe({
                grade: fc.constantFrom('strong' as const, 'context' as const, 'never' as const),
                caseSensitive: fc.boolean(),
                variants: fc.constantFrom<'persian-latin'[]>([], ['persian-latin']),
              }),
            )
            .map(([need, more]) => ({ ...need, ...more })),
        ),
        context: few(
          fc
            .tuple(near(lists), fc.integer({ min: 1, max: 20 }))
            .map(([words, atLeast]) => ({ atLeast, ...words })),
        ),
        exclude: few(near(lists)),
        background: few(fc.record({ text: localized(anyText), basis })),
        since: few(dated),
        disputed: few(
          fc
            .tuple(
              fc.record({ id: anyId, verdict: fc.constantFrom(...VERDICTS), said: span }),
              maybe({ others: fc.record({ text: localized(anyText), references: cited }) }),
            )
            .map(([need, more]) => ({ ...need, ...more })),
        ).map((all) => [...new Map(all.map((each) => [each.id, each])).values()]),
        related: someOf(entities),
      }),
      maybe({
        sameAs: few(fc.constantFrom('wikidata:Q42', 'viaf:1', 'https://example.org/x')),
        status: dated,
        sourceRole: fc.record({
          text: localized(anyText),
          span,
          asOf: anyDate,
          verdict: fc.constantFrom(...VERDICTS),
        }),
      }),
    )
    .map(([need, more]) => ({ ...need, ...more }));
}

function anyQuote(id: string, { entities, sources }: Ids) {
  const entity = fc.constantFrom(...entities);
  return fc
    .tuple(
      fc.record({
        id: fc.constant(id),
        speaker: entity,
        manner: fc.constantFrom('spoken' as const, 'written' as const, 'reported' as const),
        lang: anyLang,
        source: fc.constantFrom(...sources),
        texts: fc.array(
          fc.record({
            exact: anyVerbatim,
            prefix: fc.string({ maxLength: 32 }),
            suffix: fc.string({ maxLength: 32 }),
          }),
          {
            minLength: 1,
            maxLength: 3,
          },
        ),
        gap: fc.nat(50),
        about: someOf(entities),
        sic: fc.boolean(),
      }),
      maybe({
        quotedBy: entity,
        date: anyDate,
        occasion: entity,
        note: localized(anyText),
        link: anyAddress,
      }),
    )
    .map(([{ texts, gap, about, sic, ...need }, more]) => {
      let at = gap;
      const parts = texts.map(({ exact, prefix, suffix }) => {
        const start = at;
        at = start + exact.length + gap;
        return { exact, start, end: start + exact.length, prefix, suffix };
      });
      const [{ start, end } = { start: 0, end: 1 }] = parts;
      return {
        ...need,
        ...more,
        parts,
        excerpts: [{ start, end, aboutStated: [...new Set(about)] }],
        sic: sic ? [{ start, end }] : [],
        inserted: [],
      };
    });
}

function anySource(id: string) {
  return fc
    .tuple(
      fc.record({
        id: fc.constant(id),
        title: localized(anyText),
        kind: fc.constantFrom(...SOURCE_KINDS),
        date: anyDate,
        lang: anyLang,
      }),
      maybe({
        url: anyAddress,
        side: fc.record({ id: anyId, text: localized(anyText) }),
        length: fc.nat(),
        sha256: fc.stringMatching(/^[0-9a-f]{64}$/),
        note: localized(anyText),
      }),
    )
    .map(([need, more]) => ({ ...need, ...more }));
}

function anyPattern(id: string, { entities, lists }: Ids) {
  const words = fc.array(
    fc.oneof(
      anyText.filter((word) => !word.startsWith('@')),
      ...namedLists(lists),
    ),
    { minLength: 1, maxLength: 3 },
  );
  return fc
    .tuple(
      fc.record({
        id: fc.constant(id),
        entity: fc.constantFrom(...entities),
        langs: few(anyLang),
        window: fc.integer({ min: 1, max: 200 }),
        groups: fc.array(words, { minLength: 1, maxLength: 3 }),
      }),
      maybe({ anyNear: near(lists), alsoNear: near(lists), noneNear: near(lists) }),
    )
    .map(([need, more]) => ({ ...need, ...more }));
}

function each<T>(all: readonly string[], make: (id: string) => fc.Arbitrary<T>): fc.Arbitrary<T[]> {
  return fc.tuple(...all.map(make));
}

/** A pack that `parsePack` takes, with everything filled in that the format fills in. */
export const anyPack: fc.Arbitrary<Pack> = fc
  .record({
    entities: ids(0, 4),
    patterns: ids(0, 2),
    quotes: ids(0, 3),
    sources: ids(1, 2),
    references: ids(1, 3),
    lists: ids(0, 2),
  })
  .chain((all: Ids) => {
    const speaks = all.entities.length > 0;
    return fc
      .tuple(
        fc.record({
          formatVersion: fc.constant(1 as const),
          id: anyId,
          version: fc.tuple(fc.nat(99), fc.nat(99), fc.nat(99)).map((numbers) => numbers.join('.')),
          title: localized(anyText),
          licence: anyText,
          checked: anyDay,
          wordLists: each(all.lists, (id) =>
            few(anyListWord).map((words): [string, string[]] => [id, words]),
          ).map((lists) => Object.fromEntries(lists)),
          entities: each(all.entities, (id) => anyEntity(id, all)),
          patterns: each(speaks ? all.patterns : [], (id) => anyPattern(id, all)),
          quotes: each(speaks && all.sources.length > 0 ? all.quotes : [], (id) => anyQuote(id, all)),
          sources: each(all.sources, anySource),
          references: each(all.references, (id) =>
            fc
              .tuple(
                fc.record({ url: anyAddress, publisher: anyName, kind: fc.constantFrom(...REFERENCE_KINDS) }),
                maybe({ date: anyDate }),
              )
              .map(([need, more]): [string, Reference] => [id, { ...need, ...more }]),
          ).map((references) => Object.fromEntries(references)),
        }),
        maybe({
          home: anyAddress,
          corrections: fc.constant('corrections@example.org'),
          sensitive: fc.boolean(),
          retracted: few(
            fc.record({
              kind: fc.constantFrom(
                'entity' as const,
                'quote' as const,
                'source' as const,
                'pattern' as const,
              ),
              id: anyId.map((id) => `gone-${id}`),
              reason: localized(anyText),
              date: anyDay,
            }),
          ).map((all) => [...new Map(all.map((row) => [row.id, row])).values()]),
        }),
      )
      .map(([need, more]): Pack => ({ ...need, ...more }));
  });
