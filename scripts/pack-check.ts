/** `npm run --silent pack -- check PACK [--source FILE]`: is this pack usable, and careful with its sources? */
import { createHash } from 'node:crypto';
import { checkIntegrity } from '../src/dataset/integrity.ts';
import { formatProblem } from '../src/dataset/problem.ts';
import { checkVerbatim, type Document, notChecked } from '../src/dataset/verbatim.ts';
import { Refusal, readArguments, readBytes, readPackFile } from './pack-cli.ts';
import { summaryOf } from './pack-stats.ts';

export const CHECK_USAGE = 'npm run --silent pack -- check PACK [--source FILE]';

/** @throws Refusal */
export function check(args: string[]): void {
  const { values, files } = readArguments(args, { source: { type: 'string' } }, 1, `usage: ${CHECK_USAGE}`);
  const [file = ''] = files;
  const pack = readPackFile(file);
  const document = values.source === undefined ? undefined : readDocument(values.source);
  console.log(summaryOf(pack));
  const skipped = notChecked(pack, document);
  if (skipped.length > 0) {
    console.log('\nNot checked:');
    for (const line of skipped) console.log(`  ${line}`);
    if (document === undefined) console.log('  (give the document with --source FILE)');
  }
  const problems = [...checkIntegrity(pack), ...(document ? checkVerbatim(pack, document) : [])];
  if (problems.length > 0) {
    throw new Refusal(
      problems.map((problem) => `${file}: ${formatProblem(problem)}`),
      1,
    );
  }
  console.log(document ? '\nAll checks hold.' : '\nAll other checks hold.');
}

function readDocument(file: string): Document {
  const bytes = readBytes(file);
  return { text: bytes.toString('utf8'), sha256: createHash('sha256').update(bytes).digest('hex') };
}
