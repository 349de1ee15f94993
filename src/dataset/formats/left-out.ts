/** What of a pack is not in a file of another format: told before it is saved. */
import type { Alias, Entity, Pack, Quote, Source } from '../schema.ts';
import type { WrittenFormat } from './write.ts';

export const LEFT_OUT = [
  /** Title, licence, version, day of the check, home, address for corrections, sensitivity. */
  'head',
  'patterns',
  'wordLists',
  'retracted',
  /** Words that must, or must not, stand near a name. */
  'context',
  /** Grades, capitals, spellings by rule, names that are not looked for. */
  'grading',
  /** The languages of names, and texts in more than one. */
  'languages',
  /** Statements but the first, and all that rest on the source. */
  'statements',
  /** What is verified, what the source calls somebody, what has happened since. */
  'status',
  'disputed',
  'related',
  /** Who is named in which sentence, and in which longer quote one stands. */
  'excerpts',
  /** Notes of quotes, sources and remarks, where the format holds none, or not in every language. */
  'notes',
  /** Words that the source has put into a quote. */
  'inserted',
  /** Where in their source words stand. */
  'places',
  /** Whose view a source gives. */
  'side',
  /** Length and SHA-256 of a source. */
  'checksums',
] as const;
export type LeftOut = (typeof LEFT_OUT)[number];

interface Rule {
  kind: LeftOut;
  /** Formats that cannot hold it. */
  formats: readonly WrittenFormat[];
  /** Whether the pack has it. */
  holds: (pack: Pack) => boolean;
}

const ALL = ['csv', 'json-ld', 'markdown'] as const;

const ofEntities = (holds: (entity: Entity) => boolean) => (pack: Pack) => pack.entities.some(holds);
const ofAliases = (holds: (alias: Alias) => boolean) => ofEntities(({ aliases }) => aliases.some(holds));
const ofQuotes = (holds: (quote: Quote) => boolean) => (pack: Pack) => pack.quotes.some(holds);
const ofSources = (holds: (source: Source) => boolean) => (pack: Pack) => pack.sources.some(holds);
const isMany = (texts: object = {}) => Object.keys(texts).length > 1;
const remarks = ({ sic, inserted }: Quote) => [...sic, ...inserted];
const isGraded = ({ grade, caseSensitive, variants = [] }: Alias) =>
  grade !== undefined || caseSensitive === true || variants.length > 0;

const RULES: readonly Rule[] = [
  { kind: 'head', formats: ['csv'], holds: () => true },
  {
    kind: 'head',
    formats: ['json-ld', 'markdown'],
    holds: ({ corrections, sensitive }) => corrections !== undefined || sensitive === true,
  },
  { kind: 'patterns', formats: ALL, holds: ({ patterns }) => patterns.length > 0 },
  { kind: 'wordLists', formats: ALL, holds: ({ wordLists }) => Object.keys(wordLists).length > 0 },
  { kind: 'retracted', formats: ALL, holds: ({ retracted = [] }) => retracted.length > 0 },
  {
    kind: 'context',
    formats: ALL,
    holds: ofEntities(({ context, exclude }) => context.length + exclude.length > 0),
  },
  { kind: 'grading', formats: ['json-ld', 'markdown'], holds: ofAliases(isGraded) },
  { kind: 'grading', formats: ['json-ld', 'markdown'], holds: ofEntities(({ detect }) => !detect) },
  { kind: 'languages', formats: ['csv', 'markdown'], holds: ofEntities(({ name }) => isMany(name)) },
  {
    kind: 'languages',
    formats: ['csv', 'markdown'],
    holds: ofEntities(({ background }) => background.some(({ text }) => isMany(text))),
  },
  { kind: 'languages', formats: ['csv', 'markdown'], holds: ofSources(({ title }) => isMany(title)) },
  {
    kind: 'statements',
    formats: ['csv', 'json-ld'],
    holds: ofEntities(
      ({ background }) => background.length > 1 || background.some(({ basis }) => basis.kind === 'source'),
    ),
  },
  {
    kind: 'status',
    formats: ['csv', 'json-ld'],
    holds: ofEntities(
      ({ status, sourceRole, since }) => status !== undefined || sourceRole !== undefined || since.length > 0,
    ),
  },
  { kind: 'disputed', formats: ['csv', 'json-ld'], holds: ofEntities(({ disputed }) => disputed.length > 0) },
  // A dossier answers what is disputed; an opinion without an answer has no place in it.
  {
    kind: 'disputed',
    formats: ['markdown'],
    holds: ofEntities(({ disputed }) => disputed.some(({ others }) => others === undefined)),
  },
  {
    kind: 'related',
    formats: ['json-ld', 'markdown'],
    holds: ofEntities(({ related }) => related.length > 0),
  },
  {
    kind: 'excerpts',
    formats: ALL,
    holds: ofQuotes(({ excerpts, containedIn }) => excerpts.length > 0 || containedIn !== undefined),
  },
  {
    kind: 'notes',
    formats: ['csv'],
    holds: ofQuotes((quote) => {
      const elsewhere = Object.keys(quote.note ?? {}).some((lang) => lang !== quote.lang);
      return elsewhere || remarks(quote).some(({ note }) => note !== undefined);
    }),
  },
  {
    kind: 'notes',
    formats: ['markdown'],
    holds: ofQuotes((quote) => [quote, ...remarks(quote)].some(({ note }) => note !== undefined)),
  },
  { kind: 'notes', formats: ['csv', 'markdown'], holds: ofSources(({ note }) => note !== undefined) },
  { kind: 'inserted', formats: ['markdown'], holds: ofQuotes(({ inserted }) => inserted.length > 0) },
  { kind: 'places', formats: ['csv', 'markdown'], holds: ({ quotes }) => quotes.length > 0 },
  { kind: 'side', formats: ['csv'], holds: ofSources(({ side }) => side !== undefined) },
  {
    kind: 'checksums',
    formats: ALL,
    holds: ofSources(({ length, sha256 }) => length !== undefined || sha256 !== undefined),
  },
];

export function leftOut(pack: Pack, format: WrittenFormat): LeftOut[] {
  const found = RULES.filter(({ formats, holds }) => formats.includes(format) && holds(pack));
  return LEFT_OUT.filter((kind) => found.some((rule) => rule.kind === kind));
}
