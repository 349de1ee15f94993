/** Packs in the database: put in whole or not at all, read in slices. */
import Dexie, { type Collection, type Table } from 'dexie';
import type { Entity, Pack, Quote } from '../dataset/schema.ts';
import type { Database, EntityRow, Origin, PackHead, QuoteRow } from './database.ts';

/** Puts a pack in place of its older version, in one transaction; compiled indexes are dropped with it. */
export async function installPack(database: Database, pack: Pack, origin: Origin): Promise<void> {
  const { entities, quotes } = pack;
  const entityRows: EntityRow[] = entities.map((entity, at) => ({
    pack: pack.id,
    id: entity.id,
    at,
    entity,
  }));
  const quoteRows: QuoteRow[] = quotes.map((quote, at) => ({
    pack: pack.id,
    id: quote.id,
    at,
    speaker: quote.speaker,
    about: [...new Set(quote.excerpts.flatMap((excerpt) => excerpt.aboutStated))].map(
      (id) => `${pack.id}/${id}`,
    ),
    quote,
  }));
  await database.transaction('rw', database.tables, async () => {
    await clear(database, pack.id);
    await database.packs.put(headOf(pack, origin));
    await database.entities.bulkAdd(entityRows);
    await database.quotes.bulkAdd(quoteRows);
  });
}

export async function removePack(database: Database, packId: string): Promise<void> {
  await database.transaction('rw', database.tables, () => clear(database, packId));
}

async function clear(database: Database, packId: string): Promise<void> {
  await database.packs.delete(packId);
  await inOrder(database.entities, packId).delete();
  await inOrder(database.quotes, packId).delete();
  await database.index.clear();
}

/** The rows of a pack, in its order. */
function inOrder<Row>(
  table: Table<Row, [string, string]>,
  packId: string,
): Collection<Row, [string, string]> {
  return table.where('[pack+at]').between([packId, Dexie.minKey], [packId, Dexie.maxKey]);
}

export function packHeads(database: Database): Promise<PackHead[]> {
  return database.packs.orderBy('id').toArray();
}

/** A whole pack, as it was installed, in its own order. */
export async function wholePack(database: Database, packId: string): Promise<Pack | undefined> {
  return database.transaction('r', database.tables, async () => {
    const head = await database.packs.get(packId);
    if (head === undefined) return undefined;
    const entities = await inOrder(database.entities, packId).toArray();
    const quotes = await inOrder(database.quotes, packId).toArray();
    return assemble(
      head,
      entities.map((row) => row.entity),
      quotes.map((row) => row.quote),
    );
  });
}

/**
 * As much of a pack as the card of one entity needs: the entity, its quotes, and whoever they and it refer to.
 * A pack of 100,000 entities is never read for one card.
 */
export async function packAround(
  database: Database,
  packId: string,
  entityId: string,
): Promise<Pack | undefined> {
  return database.transaction('r', database.tables, async () => {
    const head = await database.packs.get(packId);
    const row = await database.entities.get([packId, entityId]);
    if (head === undefined || row === undefined) return undefined;
    const by = await database.quotes.where({ pack: packId, speaker: entityId }).toArray();
    const about = await database.quotes.where('about').equals(`${packId}/${entityId}`).toArray();
    const quotes = [...new Map([...by, ...about].map((found) => [found.id, found.quote])).values()];
    const named = new Set([...row.entity.related, ...quotes.flatMap(peopleOf)]);
    named.delete(entityId);
    const others = await database.entities.bulkGet([...named].map((id): [string, string] => [packId, id]));
    return assemble(
      head,
      [row.entity, ...others.flatMap((other) => (other === undefined ? [] : [other.entity]))],
      quotes,
    );
  });
}

/** What is known of a pack without reading its entities and quotes. */
export function headOf({ entities, quotes, ...head }: Pack, origin: Origin): PackHead {
  return { ...head, ...origin, counts: { entities: entities.length, quotes: quotes.length } };
}

function peopleOf(quote: Quote): string[] {
  return [quote.speaker, quote.quotedBy, quote.occasion].filter((id) => id !== undefined);
}

function assemble(
  { counts: _, origin: __, shippedWith: ___, ...head }: PackHead,
  entities: Entity[],
  quotes: Quote[],
): Pack {
  return { ...head, entities, quotes };
}
