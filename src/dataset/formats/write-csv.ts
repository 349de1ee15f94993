/** A table that spreadsheets open without harm, and that reads back: names, first statements, quotes. */
import Papa from 'papaparse';
import { pickText } from '../localized.ts';
import type { Entity, Pack, Quote, Source } from '../schema.ts';
import { aliasCell } from './alias-cell.ts';
import { sourceKindOf } from './kinds.ts';
import { markedWords } from './marked-words.ts';
import { FORMULA } from './table.ts';
import { COLUMNS, type Column } from './types.ts';

type Cells = Partial<Record<Column, string>>;

/** With a byte order mark: without it spreadsheets take it for another encoding. */
export function writeCsv(pack: Pack, langs: readonly string[]): string {
  const sources = new Map(pack.sources.map((source) => [source.id, source]));
  const rows = [
    ...pack.entities.map((entity) => entityCells(entity, pack, langs)),
    ...pack.quotes.flatMap((quote) => quoteCells(quote, sources.get(quote.source), langs)),
  ];
  const data = rows.map((cells) => COLUMNS.map((column) => cells[column] ?? ''));
  const table = Papa.unparse({ fields: [...COLUMNS], data }, { escapeFormulae: FORMULA, newline: '\r\n' });
  return `\uFEFF${table}\r\n`;
}

function entityCells(entity: Entity, pack: Pack, langs: readonly string[]): Cells {
  const { text: name, lang } = pickText(entity.name, langs);
  const others = [
    ...Object.entries(entity.name).map(([of, text]) => ({ text, lang: of })),
    ...entity.nativeNames,
  ];
  const known = new Set(entity.aliases.map(({ text }) => text));
  const names = others.filter(({ text }) => text !== name && !known.has(text));
  return {
    kind: 'entity',
    id: entity.id,
    type: entity.type,
    name,
    lang,
    aliases: joined([
      ...entity.aliases.map((alias) => aliasCell(alias, lang)).filter((cell) => cell !== name),
      ...names.map((each) => aliasCell(each, lang)),
    ]),
    sameAs: joined(entity.sameAs ?? []),
    related: joined(entity.related),
    ...(entity.detect ? {} : { detect: 'false' }),
    ...statementCells(entity, pack, lang),
  };
}

/** The first statement that rests on a public reference. */
function statementCells({ background }: Entity, pack: Pack, lang: string): Cells {
  for (const { text, basis } of background) {
    const reference = basis.kind === 'references' ? pack.references[basis.references[0] ?? ''] : undefined;
    if (reference === undefined) continue;
    return {
      description: pickText(text, [lang]).text,
      sourceUrl: reference.url,
      sourceTitle: reference.publisher,
      sourceKind: sourceKindOf(reference.kind),
      ...(reference.date === undefined ? {} : { sourceDate: reference.date }),
    };
  }
  return {};
}

/** A row for each part. What is said of the whole quote stands in each of them. */
function quoteCells(quote: Quote, source: Source | undefined, langs: readonly string[]): Cells[] {
  const { id, speaker, date = '', lang, quotedBy = '', manner, occasion = '', link = '', note } = quote;
  const of: Cells =
    source === undefined
      ? {}
      : {
          sourceId: source.id,
          sourceTitle: pickText(source.title, [lang, ...langs]).text,
          sourceUrl: source.url ?? '',
          sourceDate: source.date,
          sourceKind: source.kind,
        };
  const whole: Cells = {
    ...{ kind: 'quote', id, speaker, date, lang, ...of, quotedBy, occasion, quoteLink: link },
    ...(manner === 'spoken' ? {} : { manner }),
    // In the quote's language, which is the row's. A note in another one would be taken for that.
    ...(note?.[lang] === undefined ? {} : { quoteNote: note[lang] }),
  };
  return quote.parts.map(({ exact, start, end, prefix, suffix }) => {
    const words = (remarks: Quote['sic']) =>
      joined(
        remarks
          .filter((remark) => start <= remark.start && remark.end <= end)
          .map((remark) => markedWords(exact, { start: remark.start - start, end: remark.end - start })),
      );
    const marked = { sic: words(quote.sic), inserted: words(quote.inserted) };
    return { ...whole, quote: exact, prefix, suffix, ...marked };
  });
}

function joined(texts: readonly string[]): string {
  return texts.map((text) => text.replaceAll('|', '\\|')).join('|');
}
