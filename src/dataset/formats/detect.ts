/** Which format a text is in, by its content first and by the file's name where that says nothing. */
import { isObject, readJson } from '../parse.ts';
import { hasKnownHeader } from './columns.ts';
import { asList, entriesOf, field } from './data.ts';
import type { FileProblem, Format, ReadOptions } from './types.ts';

/** JSON is parsed once: its data goes with the format. */
export type Detected =
  | { format: 'csv' | 'names' | 'ftm'; data?: undefined }
  | { format: Exclude<Format, 'csv' | 'names'>; data: unknown };

export function detect(text: string, { format, fileName = '' }: ReadOptions): Detected | FileProblem {
  if (format === 'csv' || format === 'names') return { format };
  const start = text.slice(0, 100).trimStart();
  if (format === undefined && !/^[{[]/.test(start)) return plainFormat(text, fileName);
  if (isJsonLines(text) && (format === undefined || format === 'ftm')) return { format: 'ftm' };
  const json = readJson(text);
  if (!json.ok) {
    const { why, problem } = json;
    return {
      reason: why,
      text: why === 'not-json' ? problem.reason : `${problem.reason}; expected ${problem.expected}`,
    };
  }
  const found = format ?? jsonFormat(json.data);
  if (found === undefined) return { reason: 'unknown-format', text: 'JSON of none of the formats found' };
  return { format: found, data: json.data };
}

/** A text with NUL in it is a picture, an archive, a spreadsheet's own file. */
function plainFormat(text: string, fileName: string): Detected | FileProblem {
  if (text.includes('\0')) {
    return { reason: 'unknown-format', text: 'not a text: save a spreadsheet as CSV first' };
  }
  if (/^\s*<(?:!doctype|\?xml|html|rdf|svg)/i.test(text.slice(0, 200))) {
    return { reason: 'unknown-format', text: 'a web page or XML found, which cannot be imported' };
  }
  if (/\.(?:csv|tsv|tab)$/i.test(fileName) || hasKnownHeader(text)) return { format: 'csv' };
  return { format: 'names' };
}

/** An object on the first line and another on the next that is not empty. */
function isJsonLines(text: string): boolean {
  const start = text.search(/\S/);
  const end = text.indexOf('\n', start);
  if (end < 0 || text[start] !== '{' || !/^\s*\{/.test(text.slice(end, end + 1_000))) return false;
  const first = readJson(text.slice(start, end));
  return first.ok && isFtm(first.data);
}

function isFtm(data: unknown): boolean {
  return typeof field(data, 'schema') === 'string' && isObject(field(data, 'properties'));
}

function isWikidata(data: unknown): boolean {
  const id = field(data, 'id');
  if (typeof id === 'string' && /^[QPL]\d+$/.test(id)) return true;
  const [key = ''] = entriesOf(field(data, 'entities'))[0] ?? [];
  return /^[QPL]\d+$/.test(key);
}

function isJsonLd(data: unknown): boolean {
  return ['@context', '@graph', '@type'].some((key) => field(data, key) !== undefined);
}

function jsonFormat(data: unknown): Exclude<Format, 'csv' | 'names'> | undefined {
  const [first] = asList(data);
  if (!Array.isArray(data) && (field(data, 'formatVersion') !== undefined || isPackLike(data))) return 'pack';
  if (isWikidata(first)) return 'wikidata';
  if (isJsonLd(first)) return 'json-ld';
  return isFtm(first) ? 'ftm' : undefined;
}

/** So that the author of a pack hears of the missing "formatVersion". */
function isPackLike(data: unknown): boolean {
  return Array.isArray(field(data, 'entities')) || Array.isArray(field(data, 'quotes'));
}
