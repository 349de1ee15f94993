/**
 * A table: an entity, or a part of a quote, on each row. Rows of one quote carry its id. `docs/pack-format.md` describes
 * the columns. One file, a little long: rows name one another, so that most of it shares what the table knows.
 */
import type { Span } from '../parts.ts';
import type { Alias } from '../schema.ts';
import { nameKey, pageSlug, slugOf, takeId } from '../slug.ts';
import { aliasOf } from './alias-cell.ts';
import { entityColumn, listOf, quoteColumn, sourceColumn } from './cells.ts';
import { compact, type Data, hostOf, httpsAddress, identifierOf } from './data.ts';
import type { DraftMaker } from './draft.ts';
import { referenceKindOf } from './kinds.ts';
import { placeOf } from './marked-words.ts';
import { plainProblem } from './row-problem.ts';
import { type Row, readRows, type TableHead } from './table.ts';
import type { Column, Progress, ReadOptions, RowProblem } from './types.ts';

const ID = /^[a-z0-9][a-z0-9._-]*$/;

/** What rows with one source say alike, where they say it. */
const SOURCE_CELLS = ['sourceUrl', 'sourceDate'] as const;

/** They say something of a quote. */
const QUOTE_CELLS = [
  ...['speaker', 'date', 'prefix', 'suffix', 'quotedBy', 'manner', 'occasion', 'quoteLink', 'quoteNote'],
  ...['sic', 'inserted'],
] as readonly Column[];

/** Rows between two steps. */
const STEP = 500;

export function* readCsv(
  text: string,
  head: TableHead,
  options: ReadOptions,
  maker: DraftMaker,
): Generator<Progress, void> {
  for (const { header, readAs } of head.columns)
    if (readAs === undefined) maker.warn('columns-left-out', header);
  const table = new Table(options, maker);
  const total = 2 * text.length;
  for (const { rows, done } of readRows(text, head)) {
    for (const row of rows) table.take(row);
    yield { done, total };
  }
  for (const share of table.build()) yield { done: text.length * (1 + share), total };
}

function differs(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && a !== b;
}

interface EntityRow {
  row: Row;
  /** Empty until all rows are known, where the row has none. */
  id: string;
  name: string;
  aliases: string[];
}

interface QuoteRow {
  row: Row;
  parts: Row[];
}

class Table {
  readonly #options: ReadOptions;
  readonly #maker: DraftMaker;
  readonly #entities: EntityRow[] = [];
  readonly #byName = new Map<string, EntityRow>();
  readonly #quotes = new Map<string, QuoteRow>();
  readonly #ids = new Set<string>();
  /** Names that two rows with ids of their own bear: nobody knows whom they mean. */
  readonly #shared = new Set<string>();
  readonly #sources = new Map<string, { id: string; row: Row }>();
  readonly #sourceIds = new Set<string>();
  readonly #references = new Map<string, string | undefined>();
  readonly #referenceIds = new Set<string>();
  readonly #givenReferences = new Set<string>();

  constructor(options: ReadOptions, maker: DraftMaker) {
    this.#options = options;
    this.#maker = maker;
  }

  /** Sorts a row in; entries are made when all names are known. */
  take(row: Row): void {
    const { cells, number } = row;
    if (cells.size === 0) return;
    this.#maker.rows++;
    const sourceId = cells.get('sourceId');
    if (sourceId !== undefined) {
      this.#sourceIds.add(sourceId);
      this.#referenceIds.add(sourceId);
    }
    const kind = cells.get('kind')?.toLowerCase() ?? (cells.has('quote') ? 'quote' : 'entity');
    if (kind === 'entity') this.#takeEntity(row);
    else if (kind === 'quote') this.#takeQuote(row);
    else {
      const text = `"${kind.slice(0, 60)}" found; expected "entity" or "quote"`;
      this.#maker.problem(plainProblem(number, 'kind', 'not-a-choice', text, 'row'));
    }
  }

  /** Gives the share that is done, 0 to 1. */
  *build(): Generator<number> {
    for (const { row } of this.#quotes.values()) {
      this.#takeNamed(row, 'speaker');
      this.#takeNamed(row, 'quotedBy');
    }
    // Now that the ids are known which rows have themselves.
    for (const entity of this.#entities) {
      if (entity.id === '') entity.id = takeId(slugOf(entity.name), this.#ids);
    }
    const total = this.#entities.length + this.#quotes.size;
    let done = 0;
    for (const entity of this.#entities) {
      this.#addEntity(entity);
      if (++done % STEP === 0) yield done / total;
    }
    for (const [id, quote] of this.#quotes) {
      this.#addQuote(id, quote);
      if (++done % STEP === 0) yield done / total;
    }
  }

  #takeEntity(row: Row): void {
    const name = row.cells.get('name');
    if (name === undefined) {
      this.#missing(row, 'name', 'row');
      return;
    }
    for (const column of QUOTE_CELLS) {
      const value = row.cells.get(column);
      if (value !== undefined) this.#maker.warn('values-left-out', value);
    }
    const given = row.cells.get('id');
    const known = given === undefined ? this.#byName.get(nameKey(name)) : undefined;
    if (known !== undefined) {
      known.aliases.push(...listOf(row.cells.get('aliases')));
      this.#maker.warn('rows-joined', name);
      return;
    }
    if (given !== undefined) this.#ids.add(given);
    const entity = { row, id: given ?? '', name, aliases: listOf(row.cells.get('aliases')) };
    this.#entities.push(entity);
    const first = this.#byName.get(nameKey(name));
    if (first === undefined) this.#byName.set(nameKey(name), entity);
    else if (first.id !== given) this.#shared.add(nameKey(name));
  }

  /** A quote on the row of its speaker makes the speaker an entity too. */
  #takeQuote(row: Row): void {
    const { cells } = row;
    if (!cells.has('speaker') && cells.has('name') && !this.#byName.has(nameKey(cells.get('name') ?? ''))) {
      this.#takeEntity({ ...row, cells: new Map([...cells].filter(([column]) => column !== 'id')) });
    }
    const id = cells.get('id') ?? `row-${row.number}`;
    const known = this.#quotes.get(id);
    if (known === undefined) this.#quotes.set(id, { row, parts: [row] });
    else known.parts.push(row);
  }

  /** Who speaks or reports and has no row becomes an entity; what looks like an id has to be one. */
  #takeNamed({ number, cells }: Row, column: 'speaker' | 'quotedBy'): void {
    const name = cells.get(column);
    if (name === undefined || ID.test(name) || this.#byName.has(nameKey(name))) return;
    this.#takeEntity({ number, cells: new Map([['name', name], ...this.#langCell(cells)]) });
  }

  #langCell(cells: Row['cells']): [Column, string][] {
    const lang = cells.get('lang');
    return lang === undefined ? [] : [['lang', lang]];
  }

  #addEntity({ row, id, name, aliases }: EntityRow): void {
    const { cells, number } = row;
    const lang = this.#lang(row);
    const texts = new Map<string, Alias>([[name, { text: name, lang }]]);
    for (const cell of aliases) {
      const alias = aliasOf(cell, lang);
      const isMore = cell !== alias.text;
      if (isMore || !texts.has(alias.text)) texts.set(alias.text, alias);
    }
    const description = cells.get('description');
    const background = description === undefined ? [] : this.#statement(row, description);
    const entity = {
      id,
      type: cells.get('type')?.toLowerCase() ?? this.#options.type ?? 'person',
      name: { [lang]: name },
      aliases: [...texts.values()],
      background,
      related: listOf(cells.get('related')).map((each) => this.#idOf(each)),
      ...(/^(?:false|no|0)$/i.test(cells.get('detect') ?? '') ? { detect: false } : {}),
      ...(cells.has('sameAs') ? { sameAs: listOf(cells.get('sameAs')).map(identifierOf) } : {}),
    };
    this.#maker.add('entities', number, entity, entityColumn);
  }

  /** A description is a statement, and a statement has a basis. */
  #statement(row: Row, description: string): Data[] {
    const url = row.cells.get('sourceUrl');
    if (url === undefined) {
      this.#missing(row, 'sourceUrl', 'field', 'description', 'the address on which the description rests');
      return [];
    }
    const reference = this.#reference(row, url);
    if (reference === undefined) return [];
    const basis = { kind: 'references', references: [reference] };
    return [{ text: { [this.#lang(row)]: description }, basis }];
  }

  /** The id of the reference to this address; nothing where it cannot be one, which is told once. */
  #reference(row: Row, url: string): string | undefined {
    if (this.#references.has(url)) return this.#references.get(url);
    const { cells, number } = row;
    if (!cells.has('sourceKind')) {
      this.#missing(row, 'sourceKind', 'field', 'description');
      return undefined;
    }
    const given = cells.get('sourceId');
    const slug = given ?? (httpsAddress(url) === undefined ? 'page' : pageSlug(url));
    // One id for two addresses is the id of the first.
    const isFree = given !== undefined && !this.#givenReferences.has(given);
    const id = isFree ? given : takeId(slug, this.#referenceIds);
    if (isFree) this.#givenReferences.add(given);
    const reference = compact({
      url,
      publisher: cells.get('sourceTitle') ?? hostOf(url),
      kind: referenceKindOf(cells.get('sourceKind') ?? ''),
      date: cells.get('sourceDate'),
    });
    const kept = this.#maker.addReference(number, id, reference, sourceColumn) ? id : undefined;
    this.#references.set(url, kept);
    return kept;
  }

  #addQuote(id: string, { row, parts }: QuoteRow): void {
    const { cells, number } = row;
    const speaker = cells.get('speaker') ?? cells.get('name');
    if (speaker === undefined) {
      this.#missing(row, 'speaker', 'row');
      return;
    }
    const source = this.#source(row);
    if (source === undefined) return;
    let start = 0;
    const texts = parts.map(({ cells: part }) => {
      const exact = part.get('quote') ?? '';
      const end = start + exact.length;
      const placed = {
        exact,
        start,
        end,
        prefix: part.get('prefix') ?? '',
        suffix: part.get('suffix') ?? '',
      };
      start = end + 1;
      return placed;
    });
    const quote = compact({
      id,
      speaker: this.#idOf(speaker),
      lang: this.#lang(row),
      date: cells.get('date'),
      source,
      parts: texts,
      quotedBy: this.#idIn(cells, 'quotedBy'),
      manner: cells.get('manner')?.toLowerCase(),
      occasion: this.#idIn(cells, 'occasion'),
      link: cells.get('quoteLink'),
      note: cells.has('quoteNote') ? { [this.#lang(row)]: cells.get('quoteNote') } : undefined,
      sic: this.#marked('sic', parts, texts),
      inserted: this.#marked('inserted', parts, texts),
    });
    this.#maker.add('quotes', number, quote, quoteColumn);
  }

  /** The id of the quote's source, which is made with the first row that names it. */
  #source(row: Row): string | undefined {
    const { cells, number } = row;
    const url = cells.get('sourceUrl');
    const title = cells.get('sourceTitle') ?? (url === undefined ? undefined : hostOf(url));
    const name = cells.get('sourceId') ?? url ?? title;
    if (name === undefined) {
      this.#missing(row, 'sourceTitle', 'row');
      return undefined;
    }
    // What has no id is another source on another day.
    const day = cells.has('sourceId') ? undefined : cells.get('sourceDate');
    const key = day === undefined ? name : `${name}\n${day}`;
    const known = this.#sources.get(key);
    if (known !== undefined) {
      const other = SOURCE_CELLS.find((column) => differs(cells.get(column), known.row.cells.get(column)));
      if (other === undefined) return known.id;
      const text = `"${cells.get(other)?.slice(0, 60)}" found; row ${known.row.number} says otherwise of the same source`;
      this.#maker.problem(plainProblem(number, other, 'conflicting', text, 'row'));
      return undefined;
    }
    for (const column of ['sourceKind', 'sourceDate'] as const) {
      if (cells.has(column)) continue;
      this.#missing(row, column, 'row');
      return undefined;
    }
    const lang = this.#lang(row);
    const id = cells.get('sourceId') ?? takeId(slugOf(title ?? key), this.#sourceIds);
    const source = compact({
      id,
      title: { [lang]: title ?? id },
      kind: cells.get('sourceKind'),
      date: cells.get('sourceDate'),
      lang,
      url,
    });
    if (this.#maker.add('sources', number, source, sourceColumn) === undefined) return undefined;
    this.#sources.set(key, { id, row });
    if (!this.#sources.has(name)) this.#sources.set(name, { id, row });
    return id;
  }

  /** An id as it is; a name of this table is the id of its entity, if it is the name of one alone. */
  #idOf(text: string): string {
    return this.#ids.has(text) || this.#shared.has(nameKey(text))
      ? text
      : (this.#byName.get(nameKey(text))?.id ?? text);
  }

  #idIn(cells: Row['cells'], column: Column): string | undefined {
    const named = cells.get(column);
    return named === undefined ? undefined : this.#idOf(named);
  }

  /** Where the words of a cell stand in the part of its row; words that do not stand there are told. */
  #marked(
    column: 'sic' | 'inserted',
    rows: readonly Row[],
    parts: readonly { exact: string; start: number }[],
  ): Span[] {
    const spans = rows.flatMap(({ cells, number }, at) => {
      const { exact = '', start = 0 } = parts[at] ?? {};
      return listOf(cells.get(column)).flatMap((cell) => {
        const place = placeOf(exact, cell);
        if (place !== undefined) return [{ start: start + place.start, end: start + place.end }];
        const text = `"${cell.slice(0, 60)}" found; expected words of the quote`;
        this.#maker.problem(plainProblem(number, column, 'not-in-quote', text, 'field'));
        return [];
      });
    });
    return spans.sort((a, b) => a.start - b.start);
  }

  #lang({ cells }: Row): string {
    return cells.get('lang') ?? this.#options.lang ?? 'und';
  }

  #missing(
    { number }: Row,
    column: Column,
    lost: RowProblem['lost'],
    field: Column = column,
    expected = `a value in the column "${column}"`,
  ): void {
    const text = `missing; expected ${expected}`;
    this.#maker.problem({ ...plainProblem(number, field, 'missing', text, lost), expected });
  }
}
