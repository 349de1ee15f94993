/**
 * A short row for each entity of all packs, held in the manager's worker: what the table shows, sorts, filters and
 * searches. About 400 bytes an entity. A pack whose stamp has changed is read anew, but
 * for a change of few entries that this worker has made itself.
 */
import { pickText } from '../dataset/localized.ts';
import type { Entity, Quote } from '../dataset/schema.ts';
import type { EntityKey } from '../matching/types.ts';
import { ownersOf, patternsAround, quotesAround } from './around.ts';
import type { Database, EditRow, EntityRow, PackHead, QuoteRow } from './database.ts';
import type { EntityPage, EntityQuery, EntityRowView } from './manager-api.ts';
import { entriesOf, lay, type Overlaid, retractedOf } from './overlay.ts';
import { editsOf, packHeads } from './packs.ts';
import { fitOf, queryOf, type Searchable, searchable } from './search-text.ts';
import { chunksOfPack } from './tables.ts';

export interface Catalog {
  page(query: EntityQuery, from: number, to: number): Promise<EntityPage>;
  keys(query: EntityQuery): Promise<EntityKey[]>;
  /** A change of these entities alone has left a pack that had the stamp `before` as it is now. */
  follow(packId: string, before: string, ids: readonly string[]): Promise<void>;
}

/** Of more entities that have changed, the whole pack is read anew. */
const FOLLOWED = 200;

interface CatalogRow extends Searchable {
  key: EntityKey;
  at: number;
  id: string;
  entity: Pick<Entity, 'type' | 'name'>;
  nativeName?: { text: string; lang: string };
  aliases: number;
  quotes: number;
  edit: EntityRowView['edit'];
}

interface PackRows {
  head: PackHead;
  rows: CatalogRow[];
}

export function createCatalog(database: Database): Catalog {
  const packs = new Map<string, PackRows>();
  let last: { query: string; stamps: string; found: Found[] } | undefined;
  let reading: Promise<void> = Promise.resolve();

  async function refresh(): Promise<string> {
    const heads = await packHeads(database);
    const there = new Set(heads.map(({ id }) => id));
    for (const id of packs.keys()) if (!there.has(id)) packs.delete(id);
    for (const head of heads) {
      const kept = packs.get(head.id);
      if (kept?.head.stamp !== head.stamp) packs.set(head.id, await readPack(database, head));
    }
    return heads.map(({ id, stamp }) => `${id} ${stamp}`).join();
  }

  async function find(query: EntityQuery): Promise<Found[]> {
    // One after the other: two queries would read a changed pack twice.
    const stamps = await new Promise<string>((resolve, reject) => {
      reading = reading.then(() => refresh().then(resolve, reject));
    });
    const name = JSON.stringify(query);
    if (last?.query === name && last.stamps === stamps) return last.found;
    const found = search(packs, query, narrowed(last, query, stamps));
    last = { query: name, stamps, found };
    return found;
  }

  return {
    async page(query, from, to) {
      const found = await find(query);
      const rows = found.slice(from, to).map(({ row, head }) => view(row, head, query.langs));
      return { total: found.length, from, rows };
    },
    keys: async (query) => (await find(query)).map(({ row }) => row.key),
    async follow(packId, before, ids) {
      const kept = packs.get(packId);
      if (kept?.head.stamp !== before || ids.length > FOLLOWED) return;
      const head = await database.packs.get(packId);
      if (head === undefined) return;
      packs.set(packId, { head, rows: await withRows(database, head, kept.rows, ids) });
    },
  };
}

interface Found {
  row: CatalogRow;
  head: PackHead;
  /** Smaller is better. */
  fit: number;
}

/** A longer text of the same query is looked for only among what the shorter one has found. */
function narrowed(
  last: { query: string; stamps: string; found: Found[] } | undefined,
  query: EntityQuery,
  stamps: string,
): Found[] | undefined {
  if (last === undefined || last.stamps !== stamps || query.text === '') return undefined;
  const before: EntityQuery = JSON.parse(last.query);
  const isSame = JSON.stringify({ ...before, text: '' }) === JSON.stringify({ ...query, text: '' });
  return isSame && before.text !== '' && query.text.startsWith(before.text) ? last.found : undefined;
}

function search(
  packs: ReadonlyMap<string, PackRows>,
  query: EntityQuery,
  among: readonly Found[] | undefined,
): Found[] {
  const words = queryOf(query.text);
  const found: Found[] = [];
  const test = (row: CatalogRow, head: PackHead) => {
    const how = words.length === 0 ? 0 : fitOf(row, words);
    if (how !== undefined) found.push({ row, head, fit: how });
  };
  if (among !== undefined) for (const { row, head } of among) test(row, head);
  else {
    const types = new Set(query.types);
    const keys = query.among && new Set(query.among);
    for (const { head, rows } of packs.values()) {
      if (query.packs.length > 0 && !query.packs.includes(head.id)) continue;
      for (const row of rows) {
        if (types.size > 0 && !types.has(row.entity.type)) continue;
        if (query.edited ? row.edit === null : row.edit === 'deleted') continue;
        if (keys !== undefined && !keys.has(row.key)) continue;
        test(row, head);
      }
    }
  }
  return sorted(found, query, words.length > 0);
}

function sorted(found: Found[], { sort, descending, langs }: EntityQuery, hasWords: boolean): Found[] {
  const { compare } = new Intl.Collator([...langs], { numeric: true });
  const name = ({ row }: Found) => pickText(row.entity.name, langs).text;
  if (sort === 'best' && !hasWords) return descending ? found.reverse() : found;
  if (sort === 'best') found.sort((a, b) => a.fit - b.fit);
  else if (sort === 'pack') {
    found.sort((a, b) => compare(pickText(a.head.title, langs).text, pickText(b.head.title, langs).text));
  } else {
    const named = found.map((each) => ({ each, name: name(each) }));
    named.sort((a, b) => {
      const byType = sort === 'type' ? compare(a.each.row.entity.type, b.each.row.entity.type) : 0;
      return byType || compare(a.name, b.name);
    });
    const ordered = named.map(({ each }) => each);
    return descending ? ordered.reverse() : ordered;
  }
  return descending ? found.reverse() : found;
}

function view(row: CatalogRow, head: PackHead, langs: readonly string[]): EntityRowView {
  const { text, lang } = pickText(row.entity.name, langs);
  return {
    key: row.key,
    pack: head.id,
    id: row.id,
    type: row.entity.type,
    name: text,
    lang,
    ...(row.nativeName === undefined ? {} : { nativeName: row.nativeName }),
    aliases: row.aliases,
    quotes: row.quotes,
    edit: row.edit,
    own: head.origin === 'own',
  };
}

async function readPack(database: Database, head: PackHead): Promise<PackRows> {
  const edits = head.counts.edited === 0 ? [] : await editsOf(database, head.id);
  const quotes = await quotesBySpeaker(database, head, edits);
  const touched = await ownersOf(database, head, edits);
  const rows: CatalogRow[] = [];
  const add = ({ value, original, ...entry }: Overlaid<Entity>) => {
    const entity = value ?? original;
    if (entity === undefined) return;
    rows.push(rowOf(head.id, entity, entry, touched.has(entity.id), quotes.get(entity.id) ?? []));
  };
  const editOf = new Map(edits.flatMap((edit) => (edit.kind === 'entity' ? [[edit.id, edit]] : [])));
  const retracted = retractedOf(head, 'entity');
  for await (const some of chunksOfPack<EntityRow>(database, 'entities', head.id)) {
    for (const { id, at, entity } of some) {
      const entry = lay(id, { at, value: entity }, editOf.get(id), retracted.has(id));
      editOf.delete(id);
      if (entry !== undefined) add(entry);
    }
  }
  for (const [id, edit] of editOf) {
    const entry = lay<Entity>(id, undefined, edit, retracted.has(id));
    if (entry !== undefined) add(entry);
  }
  return { head, rows };
}

/** The rows, with those of a few entities read anew. */
async function withRows(
  database: Database,
  head: PackHead,
  rows: readonly CatalogRow[],
  ids: readonly string[],
): Promise<CatalogRow[]> {
  const found = await entriesOf(database, head, 'entity', ids);
  const fresh = new Map<string, CatalogRow>();
  for (const [id, { value, original, ...entry }] of found) {
    const entity = value ?? original;
    if (entity === undefined) continue;
    const around = await quotesAround(database, head, id);
    const quotes = around.flatMap(({ value: quote }) => (quote?.speaker === id ? [wordsOf(quote)] : []));
    const parts = [...around, ...(await patternsAround(database, head, id))];
    const isTouched = parts.some(({ edit }) => edit !== null);
    fresh.set(id, rowOf(head.id, entity, entry, isTouched, quotes));
  }
  const touched = new Set(ids);
  const there = new Set(rows.map(({ id }) => id));
  return [
    ...rows.flatMap((row) => (touched.has(row.id) ? (fresh.get(row.id) ?? []) : [row])),
    ...[...fresh.values()].filter(({ id }) => !there.has(id)),
  ];
}

function wordsOf({ parts }: Quote): string {
  return parts.map(({ exact }) => exact).join(' ');
}

function rowOf(
  pack: string,
  entity: Entity,
  { id, at, edit }: Pick<Overlaid<Entity>, 'id' | 'at' | 'edit'>,
  isTouched: boolean,
  quotes: readonly string[],
): CatalogRow {
  const { type, name, nativeNames, aliases, background, since, status } = entity;
  const [nativeName] = nativeNames;
  const names = [...Object.values(name), ...nativeNames.map(({ text }) => text)];
  return {
    key: `${pack}/${id}`,
    id,
    at,
    entity: { type, name },
    ...(nativeName === undefined ? {} : { nativeName }),
    aliases: aliases.length,
    quotes: quotes.length,
    edit: edit ?? (isTouched ? 'changed' : null),
    ...searchable(
      [...new Set([...names, ...aliases.map(({ text }) => text)])],
      [
        ...[...background, ...since, ...(status ? [status] : [])].flatMap(({ text }) => Object.values(text)),
        ...quotes,
      ],
    ),
  };
}

/** The words of the quotes of each speaker. */
async function quotesBySpeaker(
  database: Database,
  head: PackHead,
  edits: readonly EditRow[],
): Promise<Map<string, string[]>> {
  const words = new Map<string, string[]>();
  const add = (quote: Quote) => {
    words.set(quote.speaker, [...(words.get(quote.speaker) ?? []), wordsOf(quote)]);
  };
  const editOf = new Map(edits.flatMap((edit) => (edit.kind === 'quote' ? [[edit.id, edit]] : [])));
  for await (const some of chunksOfPack<QuoteRow>(database, 'quotes', head.id)) {
    for (const { id, quote } of some) if (!editOf.has(id)) add(quote);
  }
  for (const { value } of editOf.values()) if (value !== null) add(value);
  return words;
}
