/**
 * `npm run --silent annotate -- --jsonl < LINES`: reads lines `{"id", "text", "title"?, "url"?}`, writes lines
 * `{"id", "mentions": [{"start", "end", "surface", "entities", "grade", "because": {"rule", "words", "text"}}]}`.
 * `--pack FILE` (repeatable) instead of the bundled pack, `--all` for entities that are not looked for by default,
 * `--explain` for the candidates that were refused. A bad line is reported and the rest goes on.
 */
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { annotate } from '../src/matching/annotate.ts';
import { compile } from '../src/matching/compile.ts';
import { explain } from '../src/matching/explain.ts';
import { type Index, loadIndex } from '../src/matching/load.ts';
import { blocksOfPlainText } from '../src/matching/plain-text.ts';
import type { Mention } from '../src/matching/types.ts';
import { BUNDLED_PACK, fail, readPack } from './packs.ts';

const Line = v.object({
  id: v.union([v.string(), v.number()]),
  text: v.string(),
  title: v.optional(v.string()),
  url: v.optional(v.string()),
});

const { values: options } = parseArgs({
  options: {
    jsonl: { type: 'boolean' },
    pack: { type: 'string', multiple: true },
    all: { type: 'boolean', default: false },
    explain: { type: 'boolean', default: false },
  },
});
if (!options.jsonl) fail('say --jsonl, and give lines of JSON on standard input');

const packs = (options.pack ?? [BUNDLED_PACK]).map(readPack);
const index = loadIndex(compile(packs, { all: options.all }));
let number = 0;
for await (const line of createInterface({ input: process.stdin })) {
  number++;
  if (line.trim() !== '') writeLine(index, line, number);
}

function writeLine(index: Index, line: string, number: number): void {
  let data: unknown;
  try {
    data = JSON.parse(line);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    report(number, error.message);
    return;
  }
  const parsed = v.safeParse(Line, data);
  if (!parsed.success) {
    report(number, v.summarize(parsed.issues));
    return;
  }
  const { id, text, title, url } = parsed.output;
  const batch = {
    text: blocksOfPlainText(text),
    ...(title === undefined ? {} : { title }),
    ...(url === undefined ? {} : { url }),
  };
  const { mentions } = annotate(index, batch);
  process.stdout.write(`${JSON.stringify({ id, mentions: mentions.map((each) => toRow(text, each)) })}\n`);
}

function toRow(text: string, { start, end, entities, grade, because }: Mention) {
  return {
    start,
    end,
    surface: text.slice(start, end),
    entities: entities.map((key) => key.slice(key.indexOf('/') + 1)),
    grade,
    because: { ...because, text: explain(because) },
  };
}

function report(line: number, problem: string): void {
  process.stderr.write(`line ${line}: ${problem}\n`);
}
