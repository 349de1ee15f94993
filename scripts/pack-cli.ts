/** What the commands for authors of packs share: files read, a run ended with a line for each problem. */
import { readFileSync, statSync } from 'node:fs';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { BYTE_LIMIT } from '../src/dataset/formats/read.ts';
import { parsePack } from '../src/dataset/parse.ts';
import { count, formatProblem } from '../src/dataset/problem.ts';
import type { Pack } from '../src/dataset/schema.ts';

/** Ends the run: what stands in `lines` goes to standard error. */
export class Refusal extends Error {
  readonly lines: readonly string[];
  readonly exitCode: number;

  /** `exitCode`: 1 for a file that does not hold, 2 for a command that cannot be carried out. */
  constructor(lines: readonly string[], exitCode: 1 | 2) {
    super(lines[0]);
    this.lines = lines;
    this.exitCode = exitCode;
  }
}

/** A line to standard error, and one line only: what is wrong with a file may be told with pieces of it. */
export function complain(line: string): void {
  console.error(line.replace(/[\p{Cc}\p{Zl}\p{Zp}]\s*/gu, ' '));
}

/** @throws Refusal for options that are not there, and for another number of files */
export function readArguments<Options extends NonNullable<ParseArgsConfig['options']>>(
  args: string[],
  options: Options,
  files: number,
  usage: string,
) {
  try {
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options });
    if (positionals.length === files) return { values, files: positionals };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new Refusal([error.message.replace(/\s+/g, ' '), usage], 2);
  }
  throw new Refusal([usage], 2);
}

/** @throws Refusal */
export function readBytes(file: string): Buffer {
  try {
    refuseLarge(file, statSync(file).size);
    const bytes = readFileSync(file);
    // Of a pipe nobody knows the size before.
    refuseLarge(file, bytes.length);
    return bytes;
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const { code } = error as NodeJS.ErrnoException;
    throw new Refusal([`${file}: cannot be read (${code ?? 'unknown reason'})`], 2);
  }
}

function refuseLarge(file: string, bytes: number): void {
  if (bytes <= BYTE_LIMIT) return;
  throw new Refusal(
    [`${file}: ${count(bytes, 'byte')} found; expected at most ${count(BYTE_LIMIT, 'byte')}`],
    1,
  );
}

/** @throws Refusal */
export function readPackFile(file: string): Pack {
  const parsed = parsePack(readBytes(file).toString('utf8'));
  if (parsed.ok) return parsed.pack;
  const more = parsed.more ? [`${file}: and more of them`] : [];
  throw new Refusal([...parsed.problems.map((problem) => `${file}: ${formatProblem(problem)}`), ...more], 1);
}
