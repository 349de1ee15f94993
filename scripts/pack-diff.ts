/** `npm run --silent pack -- diff OLD NEW`: what the newer version adds, changes and takes away, a line for each entry. */
import { type DiffEntry, diffPacks, isOlder } from '../src/dataset/diff.ts';
import { pickText } from '../src/dataset/localized.ts';
import { count } from '../src/dataset/problem.ts';
import { complain, readArguments, readPackFile } from './pack-cli.ts';

export const DIFF_USAGE = 'npm run --silent pack -- diff OLD NEW';

/** @throws Refusal */
export function diff(args: string[]): void {
  const { files } = readArguments(args, {}, 2, `usage: ${DIFF_USAGE}`);
  const [olderFile = '', newerFile = ''] = files;
  const [older, newer] = [readPackFile(olderFile), readPackFile(newerFile)];
  if (older.id !== newer.id) warn(`not the same pack: ${older.id} and ${newer.id}`);
  else if (isOlder(newer.version, older.version))
    warn(`version ${newer.version} is older than ${older.version}`);
  else if (newer.version === older.version)
    warn(`both have version ${newer.version}: readers take it for the same`);
  const { added, changed, removed, same } = diffPacks(older, newer);
  for (const entry of added) console.log(`+ ${lineOf(entry)}`);
  for (const entry of changed) console.log(`~ ${lineOf(entry)}: ${entry.fields?.join(', ')}`);
  for (const entry of removed) {
    const { retracted } = entry;
    const why =
      retracted === undefined
        ? ''
        : `: taken back on ${retracted.date}, ${pickText(retracted.reason, []).text}`;
    console.log(`- ${lineOf(entry)}${why}`);
  }
  console.log(
    `${older.version} to ${newer.version}: ${added.length} added, ${changed.length} changed, ${removed.length} removed, ${count(same, 'entry', 'entries')} the same`,
  );
}

function lineOf({ kind, id, name }: DiffEntry): string {
  const words = name.text.replace(/\s+/g, ' ');
  return [kind, id, ...(words === id ? [] : [`(${words})`])].filter((part) => part !== '').join(' ');
}

function warn(text: string): void {
  complain(`warning: ${text}`);
}
