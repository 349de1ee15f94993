/**
 * Makes a draft of rows of unknown origin: each is held against the schema when it comes, all of them against one another
 * at the end. What cannot be kept is told by row, field and reason; what is kept, `parsePack` takes.
 */
import * as v from 'valibot';
import { mend } from '../mend.ts';
import { toProblem } from '../parse.ts';
import { Id } from '../parts.ts';
import { count, formatPath } from '../problem.ts';
import {
  Entity,
  FORMAT_VERSION,
  type Pack,
  Pattern,
  Quote,
  Reference,
  Retraction,
  Source,
} from '../schema.ts';
import { personsWithoutSource } from '../unsourced.ts';
import { asList, type Data } from './data.ts';
import { rowProblem, shorten } from './row-problem.ts';
import {
  type Draft,
  type Format,
  type FoundColumn,
  INVALID_LIMIT,
  type PackHead,
  type ReadResult,
  type RowProblem,
  type Warning,
  type WarningKind,
} from './types.ts';
import { textOf } from './warnings.ts';

const SCHEMAS = {
  entities: Entity,
  patterns: Pattern,
  quotes: Quote,
  sources: Source,
  retracted: Retraction,
} as const;
type List = keyof typeof SCHEMAS;

/** The most rows of each list; the schema says the same. */
const LIMITS: Record<List, number> = {
  entities: 200_000,
  patterns: 10_000,
  quotes: 200_000,
  sources: 100_000,
  retracted: 10_000,
};

/** Entries of these lists say nothing about the others: a broken one is left out alone. */
const SOFT_LISTS: ReadonlySet<unknown> = new Set(['aliases', 'nativeNames', 'sameAs']);

/** Problems told of one row. */
const PER_ROW = 5;

/** Names told with a warning. */
const NAMED = 5;

/** `entities[3].aliases[0].text` of the schema is something else in a table. */
export type FieldName = (path: string) => string;

export class DraftMaker {
  readonly #format: Format;
  readonly #head: PackHead;
  readonly #lists: { [L in List]: { row: number; value: v.InferOutput<(typeof SCHEMAS)[L]> }[] } = {
    entities: [],
    patterns: [],
    quotes: [],
    sources: [],
    retracted: [],
  };
  readonly #references = new Map<string, Reference>();
  #wordLists: Pack['wordLists'] = {};
  readonly #invalid: RowProblem[] = [];
  #moreProblems = 0;
  readonly #counted = new Map<WarningKind, { count: number; names: Set<string> }>();
  readonly #fieldNames = new WeakMap<object, FieldName>();
  /** Rows read, valid or not. */
  rows = 0;
  /** The file lists what was taken back, be it nothing. */
  listsRetracted = false;

  constructor(format: Format, head: PackHead) {
    this.#format = format;
    this.#head = head;
  }

  /** @returns the row as it is kept; nothing where it is not, which has been told then */
  add<L extends List>(
    list: L,
    row: number,
    value: unknown,
    fieldName: FieldName = (path) => path,
  ): v.InferOutput<(typeof SCHEMAS)[L]> | undefined {
    const kept: object[] = this.#lists[list];
    const id = idOf(value);
    if (kept.length >= LIMITS[list]) {
      const text = `more than ${LIMITS[list].toLocaleString('en')} ${list} found`;
      this.problem({ row, list, ...id, field: '', reason: 'too-many', text, lost: 'row' });
      return undefined;
    }
    const output = this.#parse(list, row, value, fieldName);
    if (output === undefined) return undefined;
    kept.push({ row, value: output });
    this.#fieldNames.set(output, fieldName);
    return output;
  }

  addReference(row: number, id: string, value: unknown, fieldName: FieldName = (path) => path): boolean {
    const named = v.safeParse(Id, id);
    const parsed = v.safeParse(Reference, value);
    if (named.success && parsed.success) {
      this.#references.set(id, parsed.output);
      return true;
    }
    // Elsewhere than in a pack a reference is a part of a row.
    const lost = this.#format === 'pack' ? 'row' : 'field';
    const issues = [...(named.issues ?? []), ...(parsed.issues ?? [])];
    this.#tellIssues(issues, { row, list: 'references', id: shorten(id) }, fieldName, lost);
    return false;
  }

  setWordLists(wordLists: Pack['wordLists']): void {
    this.#wordLists = wordLists;
  }

  problem(problem: RowProblem): void {
    if (this.#invalid.length < INVALID_LIMIT) this.#invalid.push(problem);
    else this.#moreProblems++;
  }

  /** Counts one more of a kind of warning. */
  warn(kind: WarningKind, name?: string): void {
    const counted = this.#counted.get(kind) ?? { count: 0, names: new Set() };
    counted.count++;
    if (name !== undefined && counted.names.size < NAMED) counted.names.add(shorten(name));
    this.#counted.set(kind, counted);
  }

  finish(warnings: readonly Warning[] = [], columns?: FoundColumn[]): ReadResult {
    const values = <L extends List>(list: L) => this.#lists[list].map(({ value }) => value);
    const retracted = values('retracted');
    const { pack, lost } = mend({
      formatVersion: FORMAT_VERSION,
      ...this.#head,
      wordLists: this.#wordLists,
      entities: values('entities'),
      patterns: values('patterns'),
      quotes: values('quotes'),
      sources: values('sources'),
      references: Object.fromEntries(this.#references),
      ...(retracted.length > 0 || this.listsRetracted ? { retracted } : {}),
    });
    for (const { list, index, id, problem, lost: what } of lost) {
      const { row, value } = this.#lists[list][index] ?? { row: 0, value: {} };
      const field = this.#fieldNames.get(value)?.(problem.path) ?? problem.path;
      this.problem(rowProblem({ ...problem, path: field }, { row, list, id, lost: what }));
    }
    const shown = columns === undefined ? {} : { columns };
    // A pack may be empty; any other file that brings nothing is not what somebody meant to import.
    if (countOf(pack) === 0 && (this.rows > 0 || this.#format !== 'pack')) {
      const text = this.rows === 0 ? 'no rows found' : 'not a single row can be kept';
      return { ok: false, problems: [{ reason: 'no-rows', text }], invalid: this.#invalid, ...shown };
    }
    const draft: Draft = {
      format: this.#format,
      pack,
      rows: this.rows,
      // In a pack rows of several lists have the same numbers; there what was lost first explains what was lost with it.
      invalid: this.#format === 'pack' ? this.#invalid : this.#invalid.toSorted((a, b) => a.row - b.row),
      warnings: [...warnings, ...this.#warnings(pack)],
      ...shown,
    };
    return { ok: true, draft };
  }

  #parse<L extends List>(list: L, row: number, value: unknown, fieldName: FieldName) {
    const schema: v.GenericSchema<unknown, v.InferOutput<(typeof SCHEMAS)[L]>> = SCHEMAS[list];
    const place = { row, list, ...idOf(value) };
    const first = v.safeParse(schema, value);
    if (first.success) return first.output;
    const hard = first.issues.filter((issue) => !isSoft(issue));
    if (list !== 'entities' || hard.length > 0) {
      this.#tellIssues(hard.length > 0 ? hard : first.issues, place, fieldName, 'row');
      return undefined;
    }
    const mended = withoutSoft(value, first.issues);
    // An entity without any name to look for is worth something in a pack only, where more is said of it.
    const nameless = this.#format !== 'pack' && asList(mended.aliases).length === 0;
    const second = v.safeParse(schema, nameless ? value : mended);
    this.#tellIssues(
      second.success ? first.issues : second.issues,
      place,
      fieldName,
      second.success ? 'field' : 'row',
    );
    return second.success ? second.output : undefined;
  }

  #tellIssues(
    issues: readonly v.BaseIssue<unknown>[],
    place: Pick<RowProblem, 'row' | 'list' | 'id'>,
    fieldName: FieldName,
    lost: RowProblem['lost'],
  ): void {
    // The first that is wrong with a field says enough of it.
    const first = new Map(issues.toReversed().map((issue) => [v.getDotPath(issue), issue]));
    const told = [...first.values()].reverse();
    for (const issue of told.slice(0, PER_ROW)) {
      const problem = toProblem(issue);
      const named = { ...problem, path: fieldName(problem.path) };
      this.problem(rowProblem(named, { ...place, lost }, issue.input));
    }
    this.#moreProblems += Math.max(0, told.length - PER_ROW);
  }

  #warnings(pack: Pack): Warning[] {
    const unsourced = personsWithoutSource(pack);
    for (const name of unsourced) this.warn('persons-without-source', name);
    const warnings = [...this.#counted].map(
      ([kind, { count, names }]): Warning => ({
        kind,
        count,
        ...(names.size === 0 ? {} : { names: [...names] }),
        text: textOf(kind, count, [...names]),
      }),
    );
    if (this.#moreProblems === 0) return warnings;
    const text = `${count(this.#moreProblems, 'more problem')} not listed`;
    return [...warnings, { kind: 'more-problems', count: this.#moreProblems, text }];
  }
}

function idOf(value: unknown): { id?: string } {
  const id = typeof value === 'object' && value !== null ? Reflect.get(value, 'id') : undefined;
  return typeof id === 'string' ? { id: shorten(id) } : {};
}

/** Of one entry of a soft list, not of the list. */
function isSoft({ path }: v.BaseIssue<unknown>): boolean {
  return path !== undefined && path.length > 1 && SOFT_LISTS.has(path[0]?.key);
}

function withoutSoft(value: unknown, issues: readonly v.BaseIssue<unknown>[]): Data {
  const broken = new Set(
    issues.map(({ path }) => formatPath([String(path?.[0]?.key), Number(path?.[1]?.key)])),
  );
  const copy = { ...Object(value) };
  for (const list of SOFT_LISTS) {
    const key = String(list);
    const entries: unknown = copy[key];
    if (!Array.isArray(entries)) continue;
    copy[key] = entries.filter((_, at) => !broken.has(formatPath([key, at])));
  }
  return copy;
}

function countOf({ entities, patterns, quotes, sources, references, retracted, wordLists }: Pack): number {
  const lists = [entities, patterns, quotes, sources, retracted ?? []];
  const records = [references, wordLists];
  return (
    lists.reduce((sum, list) => sum + list.length, 0) +
    records.reduce((sum, record) => sum + Object.keys(record).length, 0)
  );
}
