/** What reading a file of any format takes and gives: plain data, so that it can cross from a worker to a page. */
import type { RowList } from '../mend.ts';
import type { Localized } from '../parts.ts';
import type { ProblemCode } from '../problem.ts';
import type { EntityType, Pack } from '../schema.ts';

/**
 * `pack`: the JSON of a pack. `csv`: a table with a line of headers. `json-ld`: schema.org. `wikidata`: entity JSON.
 * `ftm`: FollowTheMoney, an entity a line, as OpenSanctions gives it. `names`: a name a line.
 */
export const FORMATS = ['pack', 'csv', 'json-ld', 'wikidata', 'ftm', 'names'] as const;
export type Format = (typeof FORMATS)[number];

/** What a pack says of itself, for files that do not say it. */
export type PackHead = Pick<Pack, 'id' | 'title' | 'licence' | 'version' | 'checked'> &
  Partial<Pick<Pack, 'home' | 'corrections' | 'sensitive'>>;

/** What a column of a CSV file may hold; `docs/pack-format.md` says how each is written. */
export const COLUMNS = [
  'kind',
  'id',
  'type',
  'name',
  'lang',
  'aliases',
  'description',
  'sameAs',
  'related',
  'quote',
  'speaker',
  'date',
  'sourceId',
  'sourceTitle',
  'sourceUrl',
  'sourceDate',
  'sourceKind',
  'prefix',
  'suffix',
  'quotedBy',
  'manner',
  'occasion',
  'quoteLink',
  'quoteNote',
  'sic',
  'inserted',
  'detect',
] as const;
export type Column = (typeof COLUMNS)[number];

export interface ReadOptions {
  /** Its ending helps to tell the format. */
  fileName?: string;
  /** The person's own choice, instead of what the content looks like. */
  format?: Format;
  /** For all formats but `pack`, which has its own. Without it a draft gets an id and a title from the file's name. */
  head?: PackHead;
  /** The title of a draft without `head` and without a file's name. */
  title?: Localized;
  /** The day that a draft without `head` gives as the day of its check; the day of reading without it. */
  today?: string;
  /** The language of names that state none; `und` without it. */
  lang?: string;
  /** The type of entities that state none; `person` without it. */
  type?: EntityType;
  /** CSV: what a header's column holds, `null` for a column to leave out. Headers not given go by their names. */
  columns?: Readonly<Record<string, Column | null>>;
  /** CSV: found out without it. */
  delimiter?: string;
}

/** A column of the CSV file that was read. */
export interface FoundColumn {
  header: string;
  /** What it was read as; missing where it was left out. */
  readAs?: Column;
  /** What it might be, by its header, where it was left out. */
  suggested?: Column;
}

export interface RowProblem {
  /** Counted from 1: the line of a CSV file or a list, the entry of a list in JSON. */
  row: number;
  /** The list of the pack in which the row would stand; missing where that is not known. */
  list?: RowList | 'references' | 'wordLists';
  /** The id of the row, where it has one. */
  id?: string;
  /** `aliases[0].text`, or the header of a column; empty for the row as a whole. */
  field: string;
  reason: ProblemCode;
  /** What is there, at most 60 characters of it. */
  value?: string;
  /** What should be there, in English. */
  expected?: string;
  /** The whole in one English sentence, without row and field. */
  text: string;
  /** `row`: the draft is without the row. `field`: the row is in the draft, without this field or entry. */
  lost: 'row' | 'field';
}

export const WARNINGS = [
  /** `count` persons with no statement, reference, quote or source at all; `names`: the first of them. */
  'persons-without-source',
  /** `encoding`: guessed, because the file does not say it; letters may be wrong. */
  'encoding-guessed',
  /** `count` and `names` of columns that were left out. */
  'columns-left-out',
  /** `count` entries of kinds that a pack does not hold; `names`: the kinds. */
  'entries-skipped',
  /** `count` rows name an entity that a row before has named already: they are one entity now. */
  'rows-joined',
  /** `count` values that a pack cannot hold, such as addresses without https, in rows that can be kept; `names`: the first of them. */
  'values-left-out',
  /** The file does not say its licence. */
  'licence-unknown',
  /** `count` problems more than those listed. */
  'more-problems',
] as const;
export type WarningKind = (typeof WARNINGS)[number];

export interface Warning {
  kind: WarningKind;
  count?: number;
  names?: string[];
  encoding?: string;
  /** The whole in English. */
  text: string;
}

/** What a file would bring, before anything is written. */
export interface Draft {
  format: Format;
  /** Valid rows only: `parsePack` takes it as it is. */
  pack: Pack;
  /** Rows read, valid or not: lines of a table or list, entries of all lists of a pack. */
  rows: number;
  /** Rows, and fields, that are not in `pack`: at most `INVALID_LIMIT` of them. */
  invalid: RowProblem[];
  warnings: Warning[];
  /** CSV only. */
  columns?: FoundColumn[];
}

export const INVALID_LIMIT = 1_000;

/** Why nothing of a file can be read. The words for a reader are in the locale files. */
export const FILE_REASONS = [
  'empty-file',
  'too-large',
  /** Lists and objects too deep in one another, or too many of them. */
  'too-deep',
  /** None of the formats. */
  'unknown-format',
  /** Not JSON although it begins so. */
  'not-json',
  /** The pack's format is newer than this version of Sidelight. */
  'newer-format',
  /** The head of the pack (id, version, title, licence …) is not as it should be: `field` says where. */
  'bad-head',
  /** A table without any known column: `columns` of the result lists what is there. */
  'no-columns',
  /** Read, and not a single row can be kept. */
  'no-rows',
] as const;
export type FileReason = (typeof FILE_REASONS)[number];

export interface FileProblem {
  reason: FileReason;
  field?: string;
  value?: string;
  /** The whole in English. */
  text: string;
}

export type ReadResult =
  | { ok: true; draft: Draft }
  /** `invalid`: the rows, where the file was read and none could be kept. */
  | { ok: false; problems: FileProblem[]; invalid: RowProblem[]; columns?: FoundColumn[] };

/** How far a reading has come, in bytes or rows; comparable within one reading only. */
export interface Progress {
  done: number;
  total: number;
}

/** A problem or a warning as a view gets it: without the English of command lines. */
export type Shown<Told extends { text: string }> = Omit<Told, 'text' | 'expected'>;
