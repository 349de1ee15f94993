/**
 * The pack format, version 1. `docs/pack-format.md` explains it to authors; `docs/pack.schema.json` is generated from here.
 * All objects are strict: an unknown key is an error, because a misspelt key would otherwise lose its content in silence.
 * What a schema cannot say (ids that resolve, spans in order) is checked in `checks.ts`.
 */
import * as v from 'valibot';
import {
  Address,
  AliasText,
  Day,
  Id,
  Lang,
  ListWord,
  Localized,
  LocalizedName,
  Name,
  Offset,
  PartialDate,
  ShortText,
  Span,
  Surroundings,
  Verbatim,
} from './parts.ts';

export const FORMAT_VERSION = 1;

/** The `licence` of a pack whose author has stated none. */
export const NO_LICENCE = 'not stated';

const list = <T extends v.GenericSchema>(item: T, most: number) =>
  v.pipe(
    v.array(item, 'a list'),
    v.maxLength(most, `a list of at most ${most.toLocaleString('en')} entries`),
  );

/** Ids of `references`: where a statement can be looked up. */
const References = v.pipe(list(Id, 50), v.minLength(1, 'at least one reference'));

/** Words to look for; an entry `@name` stands for the list `name` of `wordLists`. */
const Words = v.pipe(list(ShortText, 5_000), v.minLength(1, 'at least one word'));

/** What `@name` stands for. A list in a list would never be looked up. */
export const WordList = list(ListWord, 5_000);
export type WordList = v.InferOutput<typeof WordList>;

/** Words that must, or must not, stand within `window` words. */
export const Near = v.strictObject({
  window: v.pipe(Offset, v.minValue(1, 'one or more'), v.maxValue(1_000, '1,000 or less')),
  words: Words,
});
export type Near = v.InferOutput<typeof Near>;

/** One requirement: at least `atLeast` different words of the list within `window` words. */
export const ContextRequirement = v.strictObject({
  atLeast: v.pipe(Offset, v.minValue(1, 'one or more'), v.maxValue(20, '20 or less')),
  ...Near.entries,
});
export type ContextRequirement = v.InferOutput<typeof ContextRequirement>;

export const Grade = v.picklist(['strong', 'context', 'never'], '"strong", "context" or "never"');
export type Grade = v.InferOutput<typeof Grade>;

/** Rules that make other spellings of a name; `matching` holds them. */
export const VariantFamily = v.picklist(['persian-latin'], '"persian-latin"');
export type VariantFamily = v.InferOutput<typeof VariantFamily>;

export const Alias = v.strictObject({
  text: AliasText,
  lang: Lang,
  /** Missing in a list of names that nobody has graded yet: the rule of `matching` decides. */
  grade: v.optional(Grade),
  /** Only this case matches: `MEK` is not `mek`. */
  caseSensitive: v.optional(v.boolean('true or false')),
  /** Other spellings by rule are the same name: `persian-latin` finds Ibrahim Raeesi for Ebrahim Raisi. */
  variants: v.optional(list(VariantFamily, 5)),
});
export type Alias = v.InferOutput<typeof Alias>;

export const EntityType = v.picklist(
  ['person', 'organization', 'event', 'document', 'agreement'],
  '"person", "organization", "event", "document" or "agreement"',
);
export type EntityType = v.InferOutput<typeof EntityType>;

/** Words of a source at their place, verbatim (W3C TextQuoteSelector and TextPositionSelector). */
export const SourceSpan = v.strictObject({ source: Id, exact: Verbatim, ...Span.entries });
export type SourceSpan = v.InferOutput<typeof SourceSpan>;

/** What a statement rests on: words of a source, or public references. */
export const Basis = v.variant(
  'kind',
  [
    v.strictObject({ kind: v.literal('source'), span: SourceSpan }),
    v.strictObject({ kind: v.literal('references'), references: References }),
  ],
  'a basis: {"kind": "source", "span": …} or {"kind": "references", "references": […]}',
);

export const Statement = v.strictObject({ text: Localized, basis: Basis });
export type Statement = v.InferOutput<typeof Statement>;

/** How a statement of the source stands against public references. */
export const Verdict = v.picklist(
  ['confirmed', 'wrong', 'outdated', 'contested', 'misleading', 'unverified', 'opinion', 'spelling'],
  'a verdict: "confirmed", "wrong", "outdated", "contested", "misleading", "unverified", "opinion" or "spelling"',
);
export type Verdict = v.InferOutput<typeof Verdict>;

/** The office as the source prints it. Never shown as what holds now. */
export const SourceRole = v.strictObject({
  text: Localized,
  span: SourceSpan,
  asOf: PartialDate,
  verdict: v.optional(Verdict),
});
export type SourceRole = v.InferOutput<typeof SourceRole>;

/** What is verified now, on the day `date`. */
export const Status = v.strictObject({ text: Localized, date: PartialDate, references: References });
export type Status = v.InferOutput<typeof Status>;

/** What has happened since the source was written. */
export const Development = v.strictObject({ text: Localized, date: PartialDate, references: References });
export type Development = v.InferOutput<typeof Development>;

/** Words of the source beside what others say. An opinion, or what nobody could verify, may stand without `others`. */
export const Disputed = v.strictObject({
  id: Id,
  verdict: Verdict,
  said: SourceSpan,
  others: v.optional(v.strictObject({ text: Localized, references: References })),
});
export type Disputed = v.InferOutput<typeof Disputed>;

export const NativeName = v.strictObject({ text: Name, lang: Lang });

export const Entity = v.strictObject({
  id: Id,
  type: EntityType,
  name: LocalizedName,
  nativeNames: v.optional(list(NativeName, 20), []),
  /** Identifiers elsewhere, such as `wikidata:Q104837`: what two packs share is one entity. */
  sameAs: v.optional(list(ShortText, 20)),
  /** Looked for on pages without being asked. */
  detect: v.optional(v.boolean('true or false'), true),
  aliases: v.optional(list(Alias, 1_000), []),
  context: v.optional(list(ContextRequirement, 20), []),
  exclude: v.optional(list(Near, 20), []),
  status: v.optional(Status),
  sourceRole: v.optional(SourceRole),
  background: v.optional(list(Statement, 50), []),
  since: v.optional(list(Development, 50), []),
  disputed: v.optional(list(Disputed, 100), []),
  /** Ids of entities of this pack. */
  related: v.optional(list(Id, 100), []),
});
export type Entity = v.InferOutput<typeof Entity>;

/** Groups of words that together, within `window` words of one block, refer to an entity. */
export const Pattern = v.strictObject({
  id: Id,
  entity: Id,
  langs: v.optional(list(Lang, 50), []),
  window: v.pipe(Offset, v.minValue(1, 'one or more'), v.maxValue(200, '200 or less')),
  groups: v.pipe(list(Words, 10), v.minLength(1, 'at least one group')),
  anyNear: v.optional(Near),
  alsoNear: v.optional(Near),
  noneNear: v.optional(Near),
});
export type Pattern = v.InferOutput<typeof Pattern>;

/** One unbroken piece of a quote: W3C TextQuoteSelector with TextPositionSelector. */
export const QuotePart = v.strictObject({
  exact: Verbatim,
  ...Span.entries,
  prefix: v.optional(Surroundings, ''),
  suffix: v.optional(Surroundings, ''),
});
export type QuotePart = v.InferOutput<typeof QuotePart>;

/** A sentence of a quote, by offsets in the source, with the entities that its words name. */
export const Excerpt = v.strictObject({ ...Span.entries, aboutStated: v.optional(list(Id, 50), []) });
export type Excerpt = v.InferOutput<typeof Excerpt>;

/** A stretch of a quote to be read with care: an error kept as printed, or words that are not the speaker's. */
const Remark = v.strictObject({ ...Span.entries, note: v.optional(Localized) });

export const Quote = v.strictObject({
  id: Id,
  /** Whose words they are. */
  speaker: Id,
  /** Who reports them, where the source has them at second hand. */
  quotedBy: v.optional(Id),
  manner: v.optional(
    v.picklist(['spoken', 'written', 'reported'], '"spoken", "written" or "reported"'),
    'spoken',
  ),
  /** When it was said; missing where the source does not tell. */
  date: v.optional(PartialDate),
  lang: Lang,
  source: Id,
  /** The event at which it was said. */
  occasion: v.optional(Id),
  parts: v.pipe(list(QuotePart, 200), v.minLength(1, 'at least one part')),
  excerpts: v.optional(list(Excerpt, 1_000), []),
  /** Printed so in the source. */
  sic: v.optional(list(Remark, 50), []),
  /** Put in by the source, not said by the speaker. */
  inserted: v.optional(list(Remark, 50), []),
  /** The id of a longer quote that holds these words too. */
  containedIn: v.optional(Id),
  /** To these very words in the source, where it is a page: an address with a text fragment. */
  link: v.optional(Address),
  note: v.optional(Localized),
});
export type Quote = v.InferOutput<typeof Quote>;

export const Source = v.strictObject({
  id: Id,
  title: Localized,
  kind: v.picklist(
    ['advocacy', 'news', 'official', 'academic', 'reference', 'own'],
    '"advocacy", "news", "official", "academic", "reference" or "own"',
  ),
  date: PartialDate,
  lang: Lang,
  url: v.optional(Address),
  /** Whose view it gives, where it gives one. Quotes of one side alone are called one-sided. */
  side: v.optional(v.strictObject({ id: Id, text: Localized })),
  /** Of the document as it was read: UTF-16 code units and SHA-256 of its bytes. */
  length: v.optional(Offset),
  sha256: v.optional(
    v.pipe(v.string('a SHA-256'), v.regex(/^[0-9a-f]{64}$/, 'a SHA-256 in 64 hexadecimal digits')),
  ),
  note: v.optional(Localized),
});
export type Source = v.InferOutput<typeof Source>;

export const Reference = v.strictObject({
  url: Address,
  publisher: Name,
  kind: v.picklist(
    ['news', 'primary', 'reference-work', 'advocacy', 'advocacy-party'],
    '"news", "primary", "reference-work", "advocacy" or "advocacy-party"',
  ),
  /** When it was published; missing where the page does not tell. */
  date: v.optional(PartialDate),
});
export type Reference = v.InferOutput<typeof Reference>;

/** An entry that the pack has taken back: it is told to those who had it. */
export const Retraction = v.strictObject({
  kind: v.picklist(['entity', 'pattern', 'quote', 'source'], '"entity", "pattern", "quote" or "source"'),
  id: Id,
  reason: Localized,
  date: Day,
});
export type Retraction = v.InferOutput<typeof Retraction>;

export const Pack = v.strictObject({
  formatVersion: v.literal(FORMAT_VERSION, `${FORMAT_VERSION}`),
  id: Id,
  version: v.pipe(v.string('a version'), v.regex(/^\d{1,6}\.\d{1,6}\.\d{1,6}$/, 'a version such as "1.0.0"')),
  title: Localized,
  licence: ShortText,
  /** The day on which every statement was last held against its references. */
  checked: Day,
  home: v.optional(Address),
  corrections: v.optional(
    v.union([Address, v.pipe(v.string(), v.email())], 'an https address or an e-mail address'),
  ),
  /** Readers may be at risk: quiet mode is advised and nothing is counted on the toolbar. */
  sensitive: v.optional(v.boolean('true or false')),
  wordLists: v.optional(v.record(Id, WordList, 'lists of words by name'), {}),
  entities: v.optional(list(Entity, 200_000), []),
  patterns: v.optional(list(Pattern, 10_000), []),
  quotes: v.optional(list(Quote, 200_000), []),
  sources: v.optional(list(Source, 100_000), []),
  references: v.optional(v.record(Id, Reference, 'references by id'), {}),
  retracted: v.optional(list(Retraction, 10_000)),
});
export type Pack = v.InferOutput<typeof Pack>;
