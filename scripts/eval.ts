/**
 * `npm run --silent eval -- FILE.json… [--pages DIR] [--pack FILE]…`: scores passages with gold mentions.
 *
 * A hit needs the entity and an overlapping span at most three times as long as the gold. Every other mention is an
 * error. Gold marked `weak` and entities that a pack does not look for by default are neither right nor wrong.
 * A `forbidden` span that is marked with its look-alike is counted by itself. `--pages` adds a folder of pages with a
 * `pages.json` that says what each holds. The last line is `precision P recall R forbidden N zero-pages M`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { annotate } from '../src/matching/annotate.ts';
import { compile } from '../src/matching/compile.ts';
import { explain } from '../src/matching/explain.ts';
import { loadIndex } from '../src/matching/load.ts';
import { blocksOfPlainText } from '../src/matching/plain-text.ts';
import type { Mention } from '../src/matching/types.ts';
import { BUNDLED_PACK, fail, readPack } from './packs.ts';
import { pageText } from './page-text.ts';

/** How many times as long as the gold a span may be. */
const LONGEST_SPAN = 3;

/** Entities that the annotators of the passages left out: a mention of them is neither right nor wrong. */
const NOT_ANNOTATED = [
  'un-sanctions-iran',
  'un-special-rapporteur-iran',
  'justice-campaign-1988',
  'conference-2020-09-10',
  'afkari-brothers',
  'trampling-humanity',
  'supreme-disciplinary-court-for-judges',
];

const Span = v.object({ start: v.number(), end: v.number() });
const Passage = v.object({
  id: v.string(),
  lang: v.string(),
  kind: v.string(),
  text: v.string(),
  title: v.optional(v.string()),
  url: v.optional(v.string()),
  gold: v.array(v.object({ ...Span.entries, entity: v.string(), weak: v.optional(v.boolean(), false) })),
  forbidden: v.optional(v.array(v.object({ ...Span.entries, lookalikeOf: v.string() })), []),
});
type Passage = v.InferOutput<typeof Passage>;

const Page = v.object({
  page: v.string(),
  zero: v.boolean(),
  mentions: v.array(
    v.object({ entity: v.string(), count: v.number(), weak: v.optional(v.boolean(), false) }),
  ),
});

interface Score {
  right: number;
  wrong: number;
  missed: number;
  forbidden: number;
}

const { values: options, positionals: files } = parseArgs({
  allowPositionals: true,
  options: { pages: { type: 'string' }, pack: { type: 'string', multiple: true } },
});
if (files.length === 0 && options.pages === undefined) fail('give a file of passages, or --pages DIR');

const packs = (options.pack ?? [BUNDLED_PACK]).map(readPack);
const index = loadIndex(compile(packs));
const types = new Map(packs.flatMap(({ entities }) => entities.map(({ id, type }) => [id, type] as const)));
const optional = new Set([
  ...NOT_ANNOTATED,
  ...packs.flatMap(({ entities }) => entities.filter(({ detect }) => !detect).map(({ id }) => id)),
]);
const tables = { entity: new Map(), type: new Map(), language: new Map(), kind: new Map() } satisfies Record<
  string,
  Map<string, Score>
>;
const total = newScore();

for (const file of files) {
  const passages = v.parse(v.array(Passage), JSON.parse(readFileSync(file, 'utf8')));
  for (const passage of passages) scorePassage(passage);
}
const zeroPages = options.pages === undefined ? 0 : await scorePages(options.pages);
for (const [name, rows] of Object.entries(tables)) printTable(name, rows);
const { precision, recall } = rates(total);
process.stdout.write(
  `precision ${precision.toFixed(3)} recall ${recall.toFixed(3)} forbidden ${total.forbidden} zero-pages ${zeroPages}\n`,
);

function scorePassage(passage: Passage): void {
  const { id, text, title, url, gold, forbidden } = passage;
  const { mentions } = annotate(index, {
    text: blocksOfPlainText(text),
    ...(title === undefined ? {} : { title }),
    ...(url === undefined ? {} : { url }),
  });
  const met = new Set<number>();
  for (const mention of mentions) {
    const surface = text.slice(mention.start, mention.end);
    for (const entity of mention.entities.map(bareId)) {
      const at = gold.findIndex((each, at) => !met.has(at) && each.entity === entity && isHit(each, mention));
      const lookalike = forbidden.find((each) => each.lookalikeOf === entity && overlaps(each, mention));
      if (at >= 0) {
        met.add(at);
        if (!gold[at]?.weak && !optional.has(entity)) count('right', entity, passage);
      } else if (lookalike !== undefined) {
        count('forbidden', entity, passage);
        count('wrong', entity, passage);
        printError('forbidden', id, entity, surface, mention);
      } else if (
        !optional.has(entity) &&
        !gold.some((each) => each.weak && each.entity === entity && overlaps(each, mention))
      ) {
        count('wrong', entity, passage);
        printError('extra', id, entity, surface, mention);
      }
    }
  }
  for (const [at, { entity, weak, start, end }] of gold.entries()) {
    if (met.has(at) || weak || optional.has(entity)) continue;
    count('missed', entity, passage);
    printError('missed', id, entity, text.slice(start, end));
  }
}

/** Mentions of each page against what its list says it holds. Gives the number of mentions on pages that must have none. */
async function scorePages(folder: string): Promise<number> {
  const list = join(folder, 'pages.json');
  if (!existsSync(list)) fail(`${list} is missing`);
  let zeroMentions = 0;
  for (const { page, zero, mentions: gold } of v.parse(
    v.array(Page),
    JSON.parse(readFileSync(list, 'utf8')),
  )) {
    const read = await pageText(readFileSync(join(folder, `${page}.html`), 'utf8'));
    const { mentions } = annotate(index, read);
    const listed = new Set(gold.map(({ entity }) => entity));
    for (const mention of mentions) {
      const ids = mention.entities.map(bareId);
      if (zero) zeroMentions++;
      if (!zero && ids.some((id) => listed.has(id) || optional.has(id))) continue;
      printError('extra', page, ids.join(', '), read.text.slice(mention.start, mention.end), mention);
    }
    for (const { entity, weak } of gold) {
      if (
        weak ||
        optional.has(entity) ||
        mentions.some(({ entities }) => entities.map(bareId).includes(entity))
      )
        continue;
      printError('missed', page, entity, '');
    }
  }
  return zeroMentions;
}

function isHit(gold: { start: number; end: number }, { start, end }: Mention): boolean {
  return overlaps(gold, { start, end }) && end - start <= LONGEST_SPAN * (gold.end - gold.start);
}

function overlaps(a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  return a.start < b.end && b.start < a.end;
}

function bareId(key: string): string {
  return key.slice(key.indexOf('/') + 1);
}

function count(what: keyof Score, entity: string, { lang, kind }: Passage): void {
  const rows = { entity, type: types.get(entity) ?? 'unknown', language: lang, kind };
  total[what]++;
  for (const [name, row] of Object.entries(rows)) {
    const table: Map<string, Score> = tables[name as keyof typeof tables];
    const score = table.get(row) ?? newScore();
    score[what]++;
    table.set(row, score);
  }
}

function newScore(): Score {
  return { right: 0, wrong: 0, missed: 0, forbidden: 0 };
}

function rates({ right, wrong, missed }: Score): { precision: number; recall: number } {
  return {
    precision: right + wrong === 0 ? 1 : right / (right + wrong),
    recall: right + missed === 0 ? 1 : right / (right + missed),
  };
}

function printTable(name: string, rows: ReadonlyMap<string, Score>): void {
  process.stdout.write(`\n${name.padEnd(40)}right wrong missed forbidden precision recall\n`);
  for (const [row, score] of [...rows].sort(([a], [b]) => a.localeCompare(b))) {
    const { right, wrong, missed, forbidden } = score;
    const { precision, recall } = rates(score);
    const numbers = [right, wrong, missed, forbidden].map((each, at) =>
      String(each).padStart([5, 6, 7, 10][at] ?? 0),
    );
    process.stdout.write(
      `${row.padEnd(40)}${numbers.join('')}${precision.toFixed(3).padStart(10)}${recall.toFixed(3).padStart(7)}\n`,
    );
  }
  process.stdout.write('\n');
}

function printError(what: string, id: string, entity: string, surface: string, mention?: Mention): void {
  const why = mention === undefined ? '' : `  ${mention.grade}, ${explain(mention.because)}`;
  process.stdout.write(`${what.padEnd(10)}${id.padEnd(8)}${entity.padEnd(28)}“${surface}”${why}\n`);
}
