/** `npm run --silent pack -- stats PACK`: what a pack holds, counted. */

import { count } from '../src/dataset/problem.ts';
import type { Pack } from '../src/dataset/schema.ts';
import { type Count, tally } from '../src/dataset/tally.ts';
import { personsWithoutSource } from '../src/dataset/unsourced.ts';
import { readArguments, readPackFile } from './pack-cli.ts';

export const STATS_USAGE = 'npm run --silent pack -- stats PACK';

/** @throws Refusal */
export function stats(args: string[]): void {
  const { files } = readArguments(args, {}, 1, `usage: ${STATS_USAGE}`);
  const pack = readPackFile(files[0] ?? '');
  const aliases = pack.entities.flatMap((entity) => entity.aliases);
  const unsourced = personsWithoutSource(pack);
  console.log(
    [
      summaryOf(pack),
      '',
      `Entities by type: ${listed(counted(pack.entities.map(({ type }) => type)))}`,
      `Aliases by grade: ${listed(counted(aliases.map(({ grade }) => grade ?? 'ungraded')))}`,
      `Aliases by language: ${listed(counted(aliases.map(({ lang }) => lang)))}`,
      `Not looked for: ${count(pack.entities.filter(({ detect }) => !detect).length, 'entity', 'entities')}`,
      `Taken back: ${count(pack.retracted?.length ?? 0, 'entry', 'entries')}`,
      `Persons without any source: ${unsourced.length === 0 ? 'none' : unsourced.join(', ')}`,
    ].join('\n'),
  );
}

export function summaryOf(pack: Pack): string {
  const aliases = pack.entities.reduce((sum, entity) => sum + entity.aliases.length, 0);
  const { occasions, sides, topics } = tally(pack);
  return [
    `${pack.id} ${pack.version}, checked ${pack.checked}`,
    [
      count(pack.entities.length, 'entity', 'entities'),
      count(aliases, 'alias', 'aliases'),
      count(pack.patterns.length, 'pattern'),
      count(pack.quotes.length, 'quote'),
      count(pack.sources.length, 'source'),
      count(Object.keys(pack.references).length, 'reference'),
    ].join(', '),
    '',
    `Quotes by occasion: ${quotesBy(occasions)}`,
    `Quotes by side: ${quotesBy(sides)}`,
    `Quotes by topic: ${quotesBy(topics)}`,
  ].join('\n');
}

function quotesBy(counts: readonly Count[]): string {
  return counts.map(({ id, quotes }) => `${id ?? '(none given)'} ${quotes}`).join(', ') || 'no quotes';
}

function counted(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** The most frequent first. */
function listed(counts: ReadonlyMap<string, number>): string {
  const sorted = [...counts].toSorted((a, b) => b[1] - a[1]);
  return sorted.map(([word, number]) => `${word} ${number}`).join(', ') || 'none';
}
