/** Packs for command lines: read, or the program ends with what is wrong with them. */
import { readFileSync } from 'node:fs';
import { parsePack } from '../src/dataset/parse.ts';
import type { Pack } from '../src/dataset/schema.ts';

export const BUNDLED_PACK = new URL('../assets/packs/uk-conference-2020.json', import.meta.url);

export function readPack(file: string | URL): Pack {
  const parsed = parsePack(textOf(file));
  if (parsed.ok) return parsed.pack;
  const problems = parsed.problems.map(
    ({ path, reason, expected }) => `  ${path}: ${reason}; expected ${expected}`,
  );
  return fail(`${file} is not a pack:\n${problems.join('\n')}`);
}

function textOf(file: string | URL): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    return fail(`${file} cannot be read: ${error instanceof Error ? error.message : error}`);
  }
}

export function fail(problem: string): never {
  process.stderr.write(`${problem}\n`);
  process.exit(1);
}
