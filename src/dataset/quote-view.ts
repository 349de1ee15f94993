/** One quote as the card of one entity shows it. The words are sliced from the pack and never changed. */
import type { QuotePiece, QuoteView, SourceView, Words } from './card-content.ts';
import { pickText } from './localized.ts';
import { spansNaming } from './naming.ts';
import type { Localized, Span } from './parts.ts';
import type { Entity, Pack, Quote, QuotePart, Source } from './schema.ts';

/** A pack, the entity whose card it is, and the reader's languages, the best first. */
export interface Subject {
  pack: Pack;
  entity: Entity;
  langs: readonly string[];
}

export function viewQuote(quote: Quote, subject: Subject): QuoteView {
  const { pack, langs } = subject;
  const { part, span, namesEntity } = choose(quote, subject);
  const first = quote.parts[0];
  const last = quote.parts.at(-1);
  const shown = pieces(part, span, quote, subject);
  return {
    id: quote.id,
    lang: quote.lang,
    speaker: personOf(quote.speaker, pack, langs),
    ...(quote.quotedBy === undefined ? {} : { quotedBy: personOf(quote.quotedBy, pack, langs) }),
    manner: quote.manner,
    ...(quote.date === undefined ? {} : { date: quote.date }),
    ...(quote.occasion === undefined ? {} : { occasion: personOf(quote.occasion, pack, langs).name }),
    shown,
    cutBefore: first !== undefined && span.start > first.start,
    cutAfter: last !== undefined && span.end < last.end,
    namesEntity,
    paragraphs: quote.parts.map((each) => (each === span ? shown : pieces(each, each, quote, subject))),
    source: viewSource(sourceOf(quote.source, pack), langs),
    ...(quote.link === undefined ? {} : { link: quote.link }),
    ...(quote.note === undefined ? {} : { note: pickText(quote.note, langs) }),
  };
}

/** A parsed and checked pack resolves every id; one that does not has lost its source. */
export function sourceOf(id: string, pack: Pack): Source {
  const source = pack.sources.find((each) => each.id === id);
  if (source === undefined) throw new RangeError(`source ${id} is not in pack ${pack.id}`);
  return source;
}

export function viewSource(source: Source, langs: readonly string[]): SourceView {
  return {
    id: source.id,
    title: pickText(source.title, langs),
    kind: source.kind,
    date: source.date,
    ...(source.url === undefined ? {} : { url: source.url }),
    ...(source.side === undefined ? {} : { side: pickText(source.side.text, langs) }),
  };
}

function personOf(id: string, pack: Pack, langs: readonly string[]): { id: string; name: Words } {
  const entity = pack.entities.find((each) => each.id === id);
  return { id, name: entity === undefined ? { text: id, lang: 'und' } : pickText(entity.name, langs) };
}

interface Choice {
  part: QuotePart;
  span: Span;
  namesEntity: boolean;
}

/**
 * The words to show: of the excerpts that the pack says are about the entity the first whose words do name it;
 * else the first of those; for a quote by the entity itself its first excerpt; else the first paragraph.
 */
function choose(quote: Quote, subject: Subject): Choice {
  const placed = quote.excerpts.flatMap((excerpt) => {
    const part = quote.parts.find(({ start, end }) => start <= excerpt.start && excerpt.end <= end);
    return part === undefined ? [] : [{ excerpt, part }];
  });
  const about = placed.filter(({ excerpt }) => excerpt.aboutStated.includes(subject.entity.id));
  const naming = about.find(({ part, excerpt }) => namesIn(textOf(part, excerpt), subject).length > 0);
  const best = naming ?? about[0] ?? placed[0];
  if (best !== undefined) {
    return { part: best.part, span: best.excerpt, namesEntity: naming !== undefined };
  }
  const [part] = quote.parts;
  if (part === undefined) throw new RangeError(`quote ${quote.id} has no part`);
  return { part, span: part, namesEntity: false };
}

/** The words of a stretch that lies within the part. */
export function textOf(part: QuotePart, span: Span): string {
  return part.exact.slice(span.start - part.start, span.end - part.start);
}

function namesIn(text: string, { pack, entity }: Subject): Span[] {
  const patterns = pack.patterns.filter((pattern) => pattern.entity === entity.id);
  return spansNaming(text, entity, patterns, pack.wordLists);
}

/** Cuts the words of `span` wherever a remark or a name begins or ends. */
function pieces(part: QuotePart, span: Span, quote: Quote, subject: Subject): QuotePiece[] {
  const text = textOf(part, span);
  const names = namesIn(text, subject);
  const remarks = [
    ...quote.sic.map((each) => ({ ...each, remark: 'sic' as const })),
    ...quote.inserted.map((each) => ({ ...each, remark: 'inserted' as const })),
  ].map((each) => ({ ...each, start: each.start - span.start, end: each.end - span.start }));
  const borders = [0, text.length, ...[...names, ...remarks].flatMap(({ start, end }) => [start, end])]
    .filter((at) => at >= 0 && at <= text.length)
    .toSorted((a, b) => a - b);
  return borders.flatMap((start, i) => {
    const end = borders[i + 1];
    if (end === undefined || end === start) return [];
    const covers = (each: Span) => each.start <= start && end <= each.end;
    const remark = remarks.find(covers);
    return [
      {
        text: text.slice(start, end),
        ...(remark === undefined ? {} : { remark: remark.remark, ...noteOf(remark.note, subject.langs) }),
        ...(names.some(covers) ? { about: true } : {}),
      },
    ];
  });
}

function noteOf(note: Localized | undefined, langs: readonly string[]): { note?: Words } {
  return note === undefined ? {} : { note: pickText(note, langs) };
}
