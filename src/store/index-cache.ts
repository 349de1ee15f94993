/** The compiled index of the packs that are switched on: one blob, stored beside the key that names what it was made of. */
import { COMPILER_VERSION, compile } from '../matching/compile.ts';
import type { Database, PackHead } from './database.ts';
import { wholePack } from './packs.ts';

const PREFIX = 'compiler ';

/** Names a set of packs and the compiler, so that a stale blob is never loaded. */
export function indexKey(heads: readonly Pick<PackHead, 'id' | 'version' | 'stamp'>[]): string {
  const names = heads.map(({ id, version, stamp }) => `${id}@${version} ${stamp}`).sort();
  return [PREFIX + COMPILER_VERSION, ...names].join(', ');
}

/** The blob for these packs, compiled at the first call and kept from then on. */
export async function compiledIndex(database: Database, heads: readonly PackHead[]): Promise<ArrayBuffer> {
  const key = indexKey(heads);
  const kept = await database.index.get(key);
  if (kept !== undefined) return kept.blob;
  const packs = await Promise.all(heads.map(({ id }) => wholePack(database, id)));
  const blob = compile(packs.filter((pack) => pack !== undefined));
  await database.transaction('rw', database.index, async () => {
    await database.index.where('key').startsWith(PREFIX).delete();
    await database.index.put({ key, blob });
  });
  return blob;
}
