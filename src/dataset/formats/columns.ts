/** The columns of a table: which header is which. */
import { COLUMNS, type Column, type FoundColumn, type ReadOptions } from './types.ts';

/** Other words for a column. They are suggested, never taken for granted. */
const SYNONYMS: Partial<Record<Column, readonly string[]>> = {
  name: ['label', 'full name', 'person', 'entity', 'organisation', 'organization', 'title', 'caption', 'نام'],
  aliases: [
    'alias',
    'aka',
    'also known as',
    'other names',
    'alternate names',
    'alternative names',
    'نام‌های دیگر',
  ],
  type: ['category', 'schema', 'entity type', 'نوع'],
  description: ['note', 'notes', 'summary', 'background', 'bio', 'about', 'role', 'position', 'توضیح'],
  lang: ['language', 'زبان'],
  sameAs: ['same as', 'wikidata', 'qid', 'identifier', 'identifiers', 'wikidata id'],
  quote: ['quotation', 'text', 'words', 'said', 'نقل قول'],
  quotedBy: ['reported by', 'به نقل از'],
  speaker: ['said by', 'author', 'who', 'گوینده'],
  date: ['said on', 'quote date', 'when', 'تاریخ'],
  sourceUrl: ['url', 'link', 'source', 'address', 'web page', 'reference', 'پیوند', 'منبع'],
  sourceTitle: ['publisher', 'publication', 'article', 'headline'],
  sourceDate: ['published', 'publication date'],
  related: ['related to', 'see also'],
};

/** Case, space, `_` and `-` make no difference in a header. */
function headerKey(header: string): string {
  return header.replace(/[\s_-]+/gu, '').toLowerCase();
}

const BY_NAME = new Map<string, Column>(COLUMNS.map((column) => [headerKey(column), column]));
const BY_SYNONYM = new Map<string, Column>(
  COLUMNS.flatMap((column) =>
    (SYNONYMS[column] ?? []).map((word): [string, Column] => [headerKey(word), column]),
  ),
);

/** Each header with what it is read as. A column that two headers claim is the first one's. */
export function findColumns(headers: readonly string[], chosen: ReadOptions['columns'] = {}): FoundColumn[] {
  const taken = new Set<Column>();
  return headers.map((header) => {
    const wanted = Object.hasOwn(chosen, header) ? chosen[header] : BY_NAME.get(headerKey(header));
    if (wanted !== undefined && wanted !== null && !taken.has(wanted)) {
      taken.add(wanted);
      return { header, readAs: wanted };
    }
    const suggested = BY_NAME.get(headerKey(header)) ?? BY_SYNONYM.get(headerKey(header));
    return suggested === undefined ? { header } : { header, suggested };
  });
}

/** Whether the first line could be the headers of a table: two cells, and one of them is a known column. */
export function hasKnownHeader(text: string): boolean {
  const [line = ''] = text
    .slice(0, 5_000)
    .replace(/^\uFEFF/, '')
    .trimStart()
    .split(/\r\n|[\r\n]/, 1);
  const cells = line.split(/[,;\t|]/).map((cell) => headerKey(cell.replace(/^\s*"|"\s*$/g, '')));
  if (cells.length === 1) return cells[0] === 'name';
  return cells.some((cell) => BY_NAME.has(cell)) || cells.filter((cell) => BY_SYNONYM.has(cell)).length > 1;
}
