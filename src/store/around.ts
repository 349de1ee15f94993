/** As much of a pack as one card needs: a pack of 100,000 entities is never read for it. */
import { mend } from '../dataset/mend.ts';
import type { Entity, Pack, Pattern, Quote, Reference, Source } from '../dataset/schema.ts';
import { referenceUses, sourceUses } from '../dataset/walk.ts';
import type { Database, PackHead } from './database.ts';
import type { EntryRef } from './manager-api.ts';
import { entriesOf, type Overlaid } from './overlay.ts';
import { headSays } from './rows.ts';

/** The entity, its quotes, and whoever they and it refer to, with the sources and references of all of them. */
export async function packAround(
  database: Database,
  packId: string,
  entityId: string,
  draft?: Entity,
): Promise<Pack | undefined> {
  return database.transaction('r', database.tables, async () => {
    const head = await database.packs.get(packId);
    if (head === undefined) return undefined;
    const entity = draft ?? (await entriesOf(database, head, 'entity', [entityId])).get(entityId)?.value;
    if (entity === undefined) return undefined;
    const quotes = shown((await quotesAround(database, head, entityId)).values());
    const others = await neighbours(database, head, entity, quotes);
    const pack = await withCited(database, head, [entity, ...others], quotes);
    // A pack that nobody has edited is whole.
    return head.counts.edited === 0 && draft === undefined ? pack : mend(pack).pack;
  });
}

/** Quotes by an entity and about it, in the pack's order; those that the reader has deleted too. */
export async function quotesAround(
  database: Database,
  head: PackHead,
  entityId: string,
): Promise<Overlaid<Quote>[]> {
  const key = `${head.id}/${entityId}`;
  const by = await database.quotes.where({ pack: head.id, speaker: entityId }).toArray();
  const about = await database.quotes.where('about').equals(key).toArray();
  const edited = head.counts.edited === 0 ? [] : await database.edits.where('about').equals(key).toArray();
  const ids = new Set([...by, ...about, ...edited].map(({ id }) => id));
  const found = await entriesOf(database, head, 'quote', [...ids]);
  return [...found.values()]
    .filter(({ value, original }) => names(value ?? original, entityId))
    .toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

/** Patterns that refer to an entity, in the pack's order; those that the reader has deleted too. */
export async function patternsAround(
  database: Database,
  head: PackHead,
  entityId: string,
): Promise<Overlaid<Pattern>[]> {
  const stored = await database.patterns.where({ pack: head.id, entity: entityId }).toArray();
  const edited =
    head.counts.edited === 0 ? [] : await database.edits.where({ pack: head.id, kind: 'pattern' }).toArray();
  const ids = new Set([...stored, ...edited].map(({ id }) => id));
  const found = await entriesOf(database, head, 'pattern', [...ids]);
  return [...found.values()]
    .filter(({ value, original }) => (value ?? original)?.entity === entityId)
    .toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

/** Whose entries these are: the entities themselves, those that a quote is by or about, the one that a pattern refers to. */
export async function ownersOf(
  database: Database,
  head: PackHead,
  entries: readonly EntryRef[],
): Promise<Set<string>> {
  const idsOf = (wanted: EntryRef['kind']) =>
    entries.flatMap(({ kind, id }) => (kind === wanted ? [id] : []));
  const quotes = await entriesOf(database, head, 'quote', idsOf('quote'));
  const patterns = await entriesOf(database, head, 'pattern', idsOf('pattern'));
  return new Set([
    ...idsOf('entity'),
    ...[...quotes.values()].flatMap(({ value, original }) => subjectsOf(value ?? original)),
    ...[...patterns.values()].flatMap(({ value, original }) => (value ?? original)?.entity ?? []),
  ]);
}

function subjectsOf(quote: Quote | undefined): string[] {
  if (quote === undefined) return [];
  return [quote.speaker, ...quote.excerpts.flatMap(({ aboutStated }) => aboutStated)];
}

function names(quote: Quote | undefined, entityId: string): boolean {
  return subjectsOf(quote).includes(entityId);
}

/** Whoever an entity and its quotes name. */
export async function neighbours(
  database: Database,
  head: PackHead,
  entity: Entity,
  quotes: readonly Quote[],
): Promise<Entity[]> {
  const ids = new Set([...entity.related, ...quotes.flatMap(peopleOf)]);
  ids.delete(entity.id);
  return shown((await entriesOf(database, head, 'entity', [...ids])).values());
}

function peopleOf({ speaker, quotedBy, occasion }: Quote): string[] {
  return [speaker, quotedBy, occasion].filter((id) => id !== undefined);
}

/** A pack of these entries alone, with the sources and references that they cite. What serves matching is left out. */
export async function withCited(
  database: Database,
  head: PackHead,
  entities: readonly Entity[],
  quotes: readonly Quote[],
): Promise<Pack> {
  const pack: Pack = {
    ...headSays(head),
    entities: entities.map((entity) => ({ ...entity, context: [], exclude: [] })),
    quotes: [...quotes],
    patterns: [],
    wordLists: {},
    sources: [],
    references: {},
  };
  const sources = new Set([...sourceUses(pack)].map(({ value }) => value));
  const references = new Set([...referenceUses(pack)].map(({ value }) => value));
  return {
    ...pack,
    sources: await sourcesById(database, head, [...sources]),
    references: await referencesById(database, head, [...references]),
  };
}

async function sourcesById(database: Database, head: PackHead, ids: readonly string[]): Promise<Source[]> {
  return shown((await entriesOf(database, head, 'source', ids)).values());
}

async function referencesById(
  database: Database,
  head: PackHead,
  ids: readonly string[],
): Promise<Record<string, Reference>> {
  const found = await entriesOf(database, head, 'reference', ids);
  return Object.fromEntries(
    [...found.values()].flatMap(({ id, value }) => (value === undefined ? [] : [[id, value]])),
  );
}

function shown<Value>(entries: Iterable<Overlaid<Value>>): Value[] {
  return [...entries].flatMap(({ value }) => (value === undefined ? [] : [value]));
}
