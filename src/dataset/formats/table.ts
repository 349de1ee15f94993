/** The rows of a table, a bite at a time, so that a long file can be followed and stopped. */
import Papa from 'papaparse';
import { findColumns } from './columns.ts';
import type { Column, FoundColumn, ReadOptions } from './types.ts';

/** UTF-16 code units that are parsed between two steps. A longer row makes the next bite longer. */
const BITE = 262_144;

/** An export puts `'` before what a spreadsheet would take for a formula. */
export const FORMULA = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/u;

export interface TableHead {
  delimiter: string;
  columns: FoundColumn[];
}

export interface Row {
  /** From 1, the line of headers included: as a spreadsheet counts. */
  number: number;
  /** Trimmed; without empty cells. */
  cells: ReadonlyMap<Column, string>;
}

const DELIMITERS = [',', ';', '\t', '|'];

/**
 * The delimiter is the one that finds most known columns. Where none finds any it is guessed by the rows: those alone
 * would take the bars between aliases for it.
 */
export function readHead(text: string, { delimiter, columns }: ReadOptions): TableHead {
  const start = text.slice(0, 65_536);
  if (delimiter !== undefined) return headBy(start, delimiter, columns);
  const knownOf = (head: TableHead) => head.columns.filter(({ readAs }) => readAs !== undefined).length;
  const heads = DELIMITERS.map((each) => headBy(start, each, columns));
  const best = heads.reduce((a, b) => (knownOf(b) > knownOf(a) ? b : a));
  if (knownOf(best) > 0) return best;
  const { meta } = Papa.parse(start, { preview: 10, delimitersToGuess: DELIMITERS });
  return headBy(start, meta.delimiter, columns);
}

function headBy(text: string, delimiter: string, columns: ReadOptions['columns']): TableHead {
  const { data } = Papa.parse<string[]>(text, { preview: 1, delimiter });
  const headers = (data[0] ?? []).map((header) => unmarked(header).trim());
  return { delimiter, columns: findColumns(headers, columns) };
}

/** All rows but the first, in bites with the place up to which the text has been read. */
export function* readRows(
  text: string,
  { delimiter, columns }: TableHead,
): Generator<{ rows: Row[]; done: number }> {
  const newline = text.includes('\n') ? '\n' : '\r';
  const parser = new Papa.Parser({ delimiter, newline });
  let done = 0;
  let number = 0;
  let size = BITE;
  while (done < text.length) {
    const bite = text.slice(done, done + size);
    const isLast = done + size >= text.length;
    const { data, meta } = parser.parse(bite, 0, !isLast);
    const read = isLast ? bite.length : meta.cursor;
    if (read === 0) {
      size *= 2;
      continue;
    }
    done += read;
    size = BITE;
    const rows: Row[] = [];
    for (const cells of data) {
      if (++number > 1 && Array.isArray(cells)) rows.push({ number, cells: cellsOf(cells, columns) });
    }
    yield { rows, done };
  }
}

function cellsOf(row: readonly unknown[], columns: readonly FoundColumn[]): Map<Column, string> {
  const cells = new Map<Column, string>();
  for (const [at, { readAs }] of columns.entries()) {
    const cell = readAs === undefined ? '' : unmarked(String(row[at] ?? '').trim());
    if (readAs !== undefined && cell.trim() !== '') cells.set(readAs, cell);
  }
  return cells;
}

function unmarked(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}
