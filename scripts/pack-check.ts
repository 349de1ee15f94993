/** `npm run pack:check -- PACK [--source FILE]`: is this pack usable, and careful with its sources? */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { checkIntegrity } from '../src/dataset/integrity.ts';
import { parsePack } from '../src/dataset/parse.ts';
import { count, formatProblem } from '../src/dataset/problem.ts';
import type { Pack } from '../src/dataset/schema.ts';
import { type Count, tally } from '../src/dataset/tally.ts';
import { checkVerbatim, type Document, notChecked } from '../src/dataset/verbatim.ts';

const USAGE = 'usage: npm run pack:check -- PACK [--source FILE]';

/** Ends the run: what stands in `lines` goes to stderr. */
class Refusal extends Error {
  readonly lines: readonly string[];
  readonly exitCode: number;

  constructor(lines: readonly string[], exitCode: number) {
    super(lines[0]);
    this.lines = lines;
    this.exitCode = exitCode;
  }
}

try {
  main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(error.lines.join('\n'));
  process.exitCode = error.exitCode;
}

function main(args: string[]): void {
  const { packFile, sourceFile } = readArguments(args);
  const parsed = parsePack(readBytes(packFile).toString('utf8'));
  if (!parsed.ok) {
    const more = parsed.more ? ['and more of them'] : [];
    throw new Refusal(
      [...parsed.problems.map((problem) => `${packFile}: ${formatProblem(problem)}`), ...more],
      1,
    );
  }
  const { pack } = parsed;
  const document = sourceFile === undefined ? undefined : readDocument(sourceFile);
  console.log(summary(pack));
  const skipped = notChecked(pack, document);
  if (skipped.length > 0) {
    console.log('\nNot checked:');
    for (const line of skipped) console.log(`  ${line}`);
    if (document === undefined) console.log('  (give the document with --source FILE)');
  }
  const problems = [...checkIntegrity(pack), ...(document ? checkVerbatim(pack, document) : [])];
  if (problems.length > 0) {
    throw new Refusal(
      problems.map((problem) => `${packFile}: ${formatProblem(problem)}`),
      1,
    );
  }
  console.log(document ? '\nAll checks hold.' : '\nAll other checks hold.');
}

function readArguments(args: string[]): { packFile: string; sourceFile: string | undefined } {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { source: { type: 'string' } },
    });
    const [packFile, ...rest] = positionals;
    if (packFile !== undefined && rest.length === 0) return { packFile, sourceFile: values.source };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new Refusal([error.message, USAGE], 2);
  }
  throw new Refusal([USAGE], 2);
}

function readDocument(file: string): Document {
  const bytes = readBytes(file);
  return { text: bytes.toString('utf8'), sha256: createHash('sha256').update(bytes).digest('hex') };
}

function readBytes(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Refusal([`${file}: cannot be read (${code ?? 'unknown reason'})`], 2);
  }
}

function summary(pack: Pack): string {
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
    `Quotes by occasion: ${listed(occasions)}`,
    `Quotes by side: ${listed(sides)}`,
    `Quotes by topic: ${listed(topics)}`,
  ].join('\n');
}

function listed(counts: readonly Count[]): string {
  return counts.map(({ id, quotes }) => `${id ?? '(none given)'} ${quotes}`).join(', ') || 'no quotes';
}
