/** The list of names for search, of the packs that are switched on: one blob beside their compiled index. */
import { buildSearchList, SEARCH_LIST_VERSION } from '../matching/search-list.ts';
import type { Database, PackHead } from './database.ts';
import { wholePack } from './packs.ts';

const PREFIX = 'search ';

/** Names a set of packs, the languages and the form, so that a stale list is never used. */
export function searchListKey(
  heads: readonly Pick<PackHead, 'id' | 'version' | 'stamp'>[],
  langs: readonly string[],
): string {
  const packs = heads.map(({ id, version, stamp }) => `${id}@${version} ${stamp}`).sort();
  return `${PREFIX}${[SEARCH_LIST_VERSION, langs.join(), ...packs].join(' ')}`;
}

/** The text of `buildSearchList` for these packs, built at the first call and kept from then on. */
export async function storedSearchList(
  database: Database,
  heads: readonly PackHead[],
  langs: readonly string[],
): Promise<string> {
  const key = searchListKey(heads, langs);
  const kept = await database.index.get(key);
  if (kept !== undefined) return new TextDecoder().decode(kept.blob);
  const packs = await Promise.all(heads.map(({ id }) => wholePack(database, id)));
  const list = buildSearchList(
    packs.filter((pack) => pack !== undefined),
    langs,
  );
  await database.transaction('rw', database.index, async () => {
    await database.index.where('key').startsWith(PREFIX).delete();
    await database.index.put({ key, blob: new TextEncoder().encode(list).buffer });
  });
  return list;
}
