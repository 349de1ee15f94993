import { parsePack } from '../../../src/dataset/parse.ts';
import type { Pack } from '../../../src/dataset/schema.ts';
import { packAround } from '../../../src/store/around.ts';
import { openDatabase } from '../../../src/store/database.ts';
import { compiledIndex } from '../../../src/store/index-cache.ts';
import { installPack, packHeads, removePack, wholePack } from '../../../src/store/packs.ts';

export { compiledIndex, installPack, openDatabase, packAround, packHeads, removePack, wholePack };

export function parse(text: string): Pack {
  const parsed = parsePack(text);
  if (!parsed.ok) throw new Error('the fixture is broken');
  return parsed.pack;
}
