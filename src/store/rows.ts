/** A pack to rows and back. Pure. */
import type { Entity, Pack, Pattern, Quote, Reference, Source } from '../dataset/schema.ts';
import type {
  Counts,
  EntityRow,
  Flags,
  FrameRow,
  Origin,
  PACK_LISTS,
  PackHead,
  PatternRow,
  QuoteRow,
  ReferenceRow,
  SourceRow,
} from './database.ts';
import type { EntryKind } from './manager-api.ts';

export interface PackRows {
  head: PackHead;
  frame: FrameRow;
  entities: EntityRow[];
  patterns: PatternRow[];
  quotes: QuoteRow[];
  sources: SourceRow[];
  references: ReferenceRow[];
}

export function rowsOf(pack: Pack, origin: Origin, flags: Flags = {}): PackRows {
  const { entities, quotes, sources, references, patterns, wordLists } = pack;
  const id = pack.id;
  return {
    head: headOf(pack, origin, flags),
    frame: { pack: id, wordLists },
    entities: entities.map((entity, at) => entityRow(id, at, entity)),
    patterns: patternRowsOf(id, patterns),
    quotes: quotes.map((quote, at) => quoteRow(id, at, quote)),
    sources: sourceRowsOf(id, sources),
    references: referenceRowsOf(id, references),
  };
}

/** What is known of a pack without reading its entries. */
export function headOf(pack: Pack, origin: Origin, flags: Flags = {}): PackHead {
  const { entities, quotes, sources, references, patterns, wordLists, ...head } = pack;
  return {
    ...head,
    ...origin,
    counts: { ...countsOf(pack), edited: 0 },
    stamp: newStamp(),
    flags,
  };
}

/** As the reader has set it, else as the pack says. */
export function isSensitive({ flags, sensitive }: Pick<PackHead, 'flags' | 'sensitive'>): boolean {
  return flags.sensitive ?? sensitive ?? false;
}

export function countsOf(pack: Pack): Omit<Counts, 'edited'> {
  const { entities, quotes, sources, references, patterns, wordLists } = pack;
  return {
    entities: entities.length,
    aliases: entities.reduce((sum, { aliases }) => sum + aliases.length, 0),
    quotes: quotes.length,
    sources: sources.length,
    size: [...entities, ...patterns, ...quotes, ...sources, references, wordLists].reduce(
      (sum: number, part) => sum + sizeOf(part),
      0,
    ),
  };
}

/** The pack that the rows were made of. */
export function packOf({ head, frame, entities, patterns, quotes, sources, references }: PackRows): Pack {
  return {
    ...headSays(head),
    wordLists: frame.wordLists,
    entities: entities.map(({ entity }) => entity),
    patterns: patterns.map(({ pattern }) => pattern),
    quotes: quotes.map(({ quote }) => quote),
    sources: sources.map(({ source }) => source),
    references: Object.fromEntries(references.map(({ id, reference }) => [id, reference])),
  };
}

/** What a pack says of itself. */
export function headSays(head: PackHead): Omit<Pack, (typeof PACK_LISTS)[number]> {
  const { counts: _, stamp: __, flags: ___, origin: ____, shippedWith: _____, ...said } = head;
  return said;
}

export function entityRow(pack: string, at: number, entity: Entity): EntityRow {
  return { pack, id: entity.id, at, entity };
}

export function patternRowsOf(pack: string, patterns: readonly Pattern[]): PatternRow[] {
  return patterns.map((pattern, at) => patternRow(pack, at, pattern));
}

export function patternRow(pack: string, at: number, pattern: Pattern): PatternRow {
  return { pack, id: pattern.id, at, entity: pattern.entity, pattern };
}

export function quoteRow(pack: string, at: number, quote: Quote): QuoteRow {
  return { pack, id: quote.id, at, speaker: quote.speaker, about: aboutOf(pack, quote), quote };
}

/** Keys of the entities that the words of a quote name. */
export function aboutOf(pack: string, { excerpts }: Quote): string[] {
  const ids = new Set(excerpts.flatMap(({ aboutStated }) => aboutStated));
  return [...ids].map((id) => `${pack}/${id}`);
}

export function sourceRowsOf(pack: string, sources: readonly Source[]): SourceRow[] {
  return sources.map((source, at) => ({ pack, id: source.id, at, source }));
}

export function referenceRowsOf(
  pack: string,
  references: Readonly<Record<string, Reference>>,
): ReferenceRow[] {
  return Object.entries(references).map(([id, reference], at) => ({ pack, id, at, reference }));
}

/** Counts an entry in (1) or out (-1). */
export function tally(counts: PackHead['counts'], kind: EntryKind, value: unknown, sign: 1 | -1): void {
  counts.size += sign * sizeOf(value);
  if (kind === 'entity') {
    counts.entities += sign;
    counts.aliases += sign * aliasesIn(value);
  } else if (kind === 'source') counts.sources += sign;
  else if (kind === 'quote') counts.quotes += sign;
}

function aliasesIn(value: unknown): number {
  return value instanceof Object && 'aliases' in value && Array.isArray(value.aliases)
    ? value.aliases.length
    : 0;
}

/** UTF-16 code units of its JSON: about what it takes on the disk. */
export function sizeOf(value: unknown): number {
  return JSON.stringify(value).length;
}

export function newStamp(): string {
  return crypto.randomUUID();
}
