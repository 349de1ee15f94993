/** Packs for tests: the invented one with the document it quotes, and the bundled one. */
import { existsSync, readFileSync } from 'node:fs';
import { parsePack } from '../../src/dataset/parse.ts';
import type { Pack } from '../../src/dataset/schema.ts';

const HARBOUR = new URL('../fixtures/packs/harbour.json', import.meta.url);
const HARBOUR_TEXT = new URL('../fixtures/packs/harbour.txt', import.meta.url);
const BUNDLED = new URL('../../assets/packs/uk-conference-2020.json', import.meta.url);

export const harbour = read(HARBOUR);
export const harbourText = readFileSync(HARBOUR_TEXT, 'utf8');
export const bundled = existsSync(BUNDLED) ? read(BUNDLED) : undefined;

function read(file: URL): Pack {
  const parsed = parsePack(readFileSync(file, 'utf8'));
  if (!parsed.ok) throw new Error(`${file.pathname}: ${JSON.stringify(parsed.problems.slice(0, 5))}`);
  return parsed.pack;
}
