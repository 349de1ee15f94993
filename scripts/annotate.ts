/**
 * `npm run --silent annotate -- --jsonl < LINES`: reads lines `{"id", "text", "title"?, "url"?}`, writes lines
 * `{"id", "mentions": [{"start", "end", "surface", "entities", "grade", "because": {"rule", "words", "text"}}]}`.
 * `--pack FILE` (repeatable) instead of the bundled pack, `--all` for entities that are not looked for by default,
 * `--explain` for the candidates that were refused. A bad line is reported and the rest goes on. `--html FILE` for one
 * page, through the reader of the extension; offsets count in its blocks, joined by U+2029.
 */
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { annotateExplained } from '../src/matching/annotate.ts';
import { compile } from '../src/matching/compile.ts';
import { explain, explainRefusal } from '../src/matching/explain.ts';
import { loadIndex } from '../src/matching/load.ts';
import { blocksOfPlainText } from '../src/matching/plain-text.ts';
import type { Batch, EntityKey } from '../src/matching/types.ts';
import { BUNDLED_PACK, fail, readPack } from './packs.ts';
import { pageText } from './page-text.ts';

const Line = v.object({
  id: v.union([v.string(), v.number()]),
  text: v.string(),
  title: v.optional(v.string()),
  url: v.optional(v.string()),
});

const { values: options } = parseArgs({
  options: {
    jsonl: { type: 'boolean', default: false },
    html: { type: 'string' },
    pack: { type: 'string', multiple: true },
    all: { type: 'boolean', default: false },
    explain: { type: 'boolean', default: false },
  },
});
if (!options.jsonl && options.html === undefined) {
  fail('say --jsonl and give lines of JSON on standard input, or say --html FILE');
}

const packs = (options.pack ?? [BUNDLED_PACK]).map(readPack);
const index = loadIndex(compile(packs, { all: options.all }));
if (options.html !== undefined) {
  const page = await pageText(readFileSync(options.html, 'utf8'));
  write(options.html, page.text, page);
}
let number = 0;
if (options.jsonl) {
  for await (const line of createInterface({ input: process.stdin })) {
    number++;
    if (line.trim() !== '') writeLine(line);
  }
}

function writeLine(line: string): void {
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
  write(id, text, {
    text: blocksOfPlainText(text),
    ...(title === undefined ? {} : { title }),
    ...(url === undefined ? {} : { url }),
  });
}

/** One line of JSON. Surfaces are cut from `text`, which has the offsets of the batch. */
function write(id: string | number, text: string, batch: Batch): void {
  const { mentions, refusals } = annotateExplained(index, batch);
  const row = {
    id,
    mentions: mentions.map(({ start, end, entities, grade, because }) => ({
      start,
      end,
      surface: text.slice(start, end),
      entities: entities.map(idOf),
      grade,
      because: { ...because, text: explain(because) },
    })),
    ...(options.explain
      ? {
          refused: refusals.map(({ start, end, entity, grade, because }) => ({
            start,
            end,
            surface: text.slice(start, end),
            entities: [idOf(entity)],
            grade,
            because: { ...because, text: explainRefusal(because) },
          })),
        }
      : {}),
  };
  process.stdout.write(`${JSON.stringify(row)}\n`);
}

/** The id of an entity in its pack. */
function idOf(key: EntityKey): string {
  return key.slice(key.indexOf('/') + 1);
}

function report(line: number, problem: string): void {
  process.stderr.write(`line ${line}: ${problem}\n`);
}
