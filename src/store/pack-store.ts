/** Where the background reads packs from: the database, or, where that cannot be opened, the file that is shipped. */
import type { Pack } from '../dataset/schema.ts';
import { compile } from '../matching/compile.ts';
import { buildSearchList } from '../matching/search-list.ts';
import { packAround } from './around.ts';
import type { Database, PackHead } from './database.ts';
import { compiledIndex } from './index-cache.ts';
import { packHeads } from './packs.ts';
import { headOf } from './rows.ts';
import { storedSearchList } from './search-list.ts';

export interface PackStore {
  heads(): Promise<PackHead[]>;
  /** As much of a pack as the card of this entity needs. */
  around(packId: string, entityId: string): Promise<Pack | undefined>;
  /** The compiled index of these packs. */
  index(heads: readonly PackHead[]): Promise<ArrayBuffer>;
  /** The names of these packs, as `matching/search-list.ts` wants them. */
  names(heads: readonly PackHead[], langs: readonly string[]): Promise<string>;
  /** Changes are not kept. */
  readonly broken: boolean;
}

export function databaseStore(database: Database): PackStore {
  return {
    heads: () => packHeads(database),
    around: (packId, entityId) => packAround(database, packId, entityId),
    index: (heads) => compiledIndex(database, heads),
    names: (heads, langs) => storedSearchList(database, heads, langs),
    broken: false,
  };
}

/** @param packs none where the reader has deleted the bundled pack */
export function shippedStore(packs: readonly Pack[]): PackStore {
  return {
    heads: async () => packs.map((pack) => headOf(pack, { origin: 'bundled', shippedWith: '' })),
    around: async (packId) => packs.find(({ id }) => id === packId),
    index: async (heads) => compile(among(packs, heads)),
    names: async (heads, langs) => buildSearchList(among(packs, heads), langs),
    broken: true,
  };
}

function among(packs: readonly Pack[], heads: readonly PackHead[]): Pack[] {
  return packs.filter(({ id }) => heads.some((head) => head.id === id));
}
