/** The cells of a table: lists in them, and which column a problem of the schema belongs to. */
import type { Column } from './types.ts';

/** Between entries of one cell. */
const BETWEEN = /(?<!\\)\|/;

/** Where a field of the schema stands in the table. */
const COLUMN_OF: readonly (readonly [path: RegExp, column: Column])[] = [
  [/^aliases/, 'aliases'],
  [/^name/, 'name'],
  [/^related/, 'related'],
  [/^sameAs/, 'sameAs'],
  [/^background/, 'description'],
  [/^parts\[\d+\]\.prefix/, 'prefix'],
  [/^parts\[\d+\]\.suffix/, 'suffix'],
  [/^parts/, 'quote'],
  [/^sic/, 'sic'],
  [/^inserted/, 'inserted'],
  [/^link/, 'quoteLink'],
  [/^note/, 'quoteNote'],
];
const SOURCE_COLUMN: Readonly<Record<string, Column>> = {
  id: 'sourceId',
  title: 'sourceTitle',
  publisher: 'sourceTitle',
  url: 'sourceUrl',
  date: 'sourceDate',
  kind: 'sourceKind',
};

/** `\|` is a `|` of the text itself. */
export function listOf(cell: string | undefined): string[] {
  const parts = (cell ?? '').split(BETWEEN).map((part) => part.trim().replaceAll('\\|', '|'));
  return parts.filter((part) => part !== '');
}

export function entityColumn(path: string): string {
  return COLUMN_OF.find(([pattern]) => pattern.test(path))?.[1] ?? path;
}

export function quoteColumn(path: string): string {
  return path === 'source' ? 'sourceId' : entityColumn(path);
}

export function sourceColumn(path: string): string {
  const [key = path] = path.split('.', 1);
  return SOURCE_COLUMN[key] ?? key;
}
