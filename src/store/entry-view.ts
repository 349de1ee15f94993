/** An entity with all that its editor shows. */
import { SidelightError } from '../errors.ts';
import type { EntityKey } from '../matching/types.ts';
import { neighbours, patternsAround, quotesAround, withCited } from './around.ts';
import type { Database } from './database.ts';
import type { EntityEntry } from './manager-api.ts';
import { entriesOf } from './overlay.ts';
import { packRow } from './pack-admin.ts';

/** `packId/entityId` apart. */
export function splitKey(key: EntityKey): [packId: string, entityId: string] {
  const slash = key.indexOf('/');
  if (slash === -1) throw new SidelightError('refused', `"${key}" is not the key of an entity.`);
  return [key.slice(0, slash), key.slice(slash + 1)];
}

export function entityEntry(database: Database, key: EntityKey): Promise<EntityEntry | undefined> {
  const [packId, id] = splitKey(key);
  return database.transaction('r', database.tables, async () => {
    const head = await database.packs.get(packId);
    if (head === undefined) return undefined;
    const found = (await entriesOf(database, head, 'entity', [id])).get(id);
    const entity = found?.value ?? found?.original;
    if (found === undefined || entity === undefined) return undefined;
    const around = await quotesAround(database, head, id);
    const quotes = around.flatMap(({ value, original, edit }) => {
      const quote = value ?? original;
      return quote === undefined ? [] : [{ quote, edit }];
    });
    const patterns = (await patternsAround(database, head, id)).flatMap(({ value, original, edit }) => {
      const pattern = value ?? original;
      return pattern === undefined ? [] : [{ pattern, edit }];
    });
    const words = quotes.map(({ quote }) => quote);
    const cited = await withCited(database, head, [entity], words);
    const others = await neighbours(database, head, entity, words);
    return {
      key,
      pack: packRow(head),
      entity,
      edit: found.edit ?? ([...quotes, ...patterns].some(({ edit }) => edit !== null) ? 'changed' : null),
      ...(found.edit === null || found.original === undefined ? {} : { original: found.original }),
      quotes,
      patterns,
      sources: cited.sources,
      references: cited.references,
      names: Object.fromEntries(others.map((other) => [other.id, other.name])),
    };
  });
}
