/**
 * `npm run --silent bench:matching -- [--json] [--rounds N]`: our matcher beside others, on the same text, in turns.
 *
 * 5 million characters, in batches of 256,000 as a page sends them, with one of the first thousand names about every
 * 1,000 characters; 1,000, 10,000 and 100,000 names from a
 * seed, of which only the first thousand occur, so that the number of hits stays the same. Ours is `find`, as `annotate`
 * calls it, with folding; `annotate` stands beside it. The others match plain strings and get the text in the form that
 * they read fastest (no character above U+007F). Medians of at least five rounds; every sample is in the output.
 * The oracle cuts the text into words with a regular expression and looks up every run of one to six of them in a set.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { AhoCorasick as MonyoneAhoCorasick } from '@monyone/aho-corasick';
import AhoCorasick from 'ahocorasick';
import ModernAhoCorasick from 'modern-ahocorasick';
import { annotate } from '../../src/matching/annotate.ts';
import { compile } from '../../src/matching/compile.ts';
import { find } from '../../src/matching/find.ts';
import { loadIndex } from '../../src/matching/load.ts';
import { names, newsText, packOf } from './seeded.ts';

const LENGTH = 5_000_000;
const SIZES = { '1k': 1_000, '10k': 10_000, '100k': 100_000 } as const;
type Size = keyof typeof SIZES;
/** The regular expression is measured on a part of the text: on all of it, it takes minutes. */
const REGEX_PART = 0.002;
const REGEX_SIZE: Size = '10k';
const MARK_SECONDS = 20;

const { values: options } = parseArgs({
  options: { json: { type: 'boolean', default: false }, rounds: { type: 'string', default: '7' } },
});
const rounds = Math.max(5, Number(options.rounds));

const text = newsText(LENGTH);
/** As a page sends it. */
const batches = cutAtBlocks(text, 256_000);
const plainBatches = batches.map((batch) => batch.replaceAll('\u2029', '\n'));
const samples: Record<string, number[]> = {};
const build: Record<string, number> = {};
const bytesPerAlias: Record<string, number> = {};
const runs: { name: string; scale: number; run: () => void }[] = [];
let oracle = { expected: 0, found: 0 };

for (const [size, count] of Object.entries(SIZES) as [Size, number][]) {
  const aliases = names(count);
  const started = performance.now();
  const blob = compile([packOf(aliases)]);
  build[size] = performance.now() - started;
  bytesPerAlias[size] = blob.byteLength / count;
  const index = loadIndex(blob);
  const matchers = {
    ours: () => sum(batches, (batch) => find(index, batch).length),
    'ours, annotate': () => sum(batches, (batch) => annotate(index, { text: batch }).mentions.length),
    'modern-ahocorasick': search(new ModernAhoCorasick(aliases)),
    ahocorasick: search(new AhoCorasick(aliases)),
    '@monyone/aho-corasick': matchInText(new MonyoneAhoCorasick(aliases)),
  };
  for (const [name, run] of Object.entries(matchers)) runs.push({ name: `${name}@${size}`, scale: 1, run });
  if (size === REGEX_SIZE)
    runs.push({ name: `regex@${size}`, scale: 1 / REGEX_PART, run: regexPerNode(aliases) });
  if (size === '100k') oracle = compareWithOracle(aliases, find(index, text));
}
for (let round = 0; round <= rounds; round++) {
  for (const { name, scale, run } of runs) {
    const started = performance.now();
    run();
    const took = (performance.now() - started) * scale;
    // The first round warms up.
    if (round > 0) samples[name] = [...(samples[name] ?? []), took];
  }
}

const ratios: Record<string, number> = {};
for (const name of Object.keys(samples)) {
  const size = name.slice(name.lastIndexOf('@') + 1);
  if (!name.startsWith('ours')) ratios[name] = median(name) / median(`ours@${size}`);
}
const result = {
  ratios: rounded(ratios),
  growth_1k_100k_equal_hits: Number((median('ours@100k') / median('ours@1k')).toFixed(3)),
  build_ms: rounded(build),
  bytes_per_alias: rounded(bytesPerAlias),
  annotate_ms: rounded(
    Object.fromEntries(Object.keys(SIZES).map((size) => [size, median(`ours, annotate@${size}`)])),
  ),
  find_ms: rounded(Object.fromEntries(Object.keys(SIZES).map((size) => [size, median(`ours@${size}`)]))),
  'mark.js@1k': markJs(),
  samples,
  oracle,
};
process.stdout.write(`${JSON.stringify(result, null, options.json ? 0 : 2)}\n`);

function search(matcher: { search(text: string): unknown[] }): () => number {
  return () => sum(plainBatches, (batch) => matcher.search(batch).length);
}

function matchInText(matcher: { matchInText(text: string): unknown[] }): () => number {
  return () => sum(plainBatches, (batch) => matcher.matchInText(batch).length);
}

function sum<T>(list: readonly T[], value: (each: T) => number): number {
  return list.reduce((total, each) => total + value(each), 0);
}

function cutAtBlocks(text: string, longest: number): string[] {
  const parts: string[] = [];
  for (let start = 0; start < text.length; ) {
    const border = text.length - start <= longest ? text.length : text.lastIndexOf('\u2029', start + longest);
    parts.push(text.slice(start, border));
    start = border + 1;
  }
  return parts;
}

/** What page highlighters do: one alternation, between letters of no kind, on each text node. */
function regexPerNode(aliases: readonly string[]): () => number {
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${aliases.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  const nodes = text.slice(0, LENGTH * REGEX_PART).split('\u2029');
  return () => sum(nodes, (node) => [...node.matchAll(pattern)].length);
}

function compareWithOracle(aliases: readonly string[], hits: readonly { from: number; to: number }[]) {
  const known = new Set(aliases.map((alias) => alias.toLowerCase()));
  let expected = 0;
  for (const block of text.split('\u2029')) {
    for (const sentence of block.split(/[.,] ?/)) {
      const words = sentence.toLowerCase().match(/[a-z]+/g) ?? [];
      for (let from = 0; from < words.length; from++) {
        for (let to = from + 1; to <= Math.min(words.length, from + 6); to++) {
          if (known.has(words.slice(from, to).join(' '))) expected++;
        }
      }
    }
  }
  return { expected, found: hits.length };
}

/** The time of one round in a process of its own, or what became of it. */
function markJs(): string {
  const script = fileURLToPath(new URL('mark-js.ts', import.meta.url));
  const { status, stdout } = spawnSync(process.execPath, ['--import', 'tsx', script], {
    encoding: 'utf8',
    timeout: MARK_SECONDS * 1_000,
  });
  return status === 0 ? `${Number(stdout).toFixed(0)} ms` : `did not end within ${MARK_SECONDS} s`;
}

function median(name: string): number {
  const sorted = [...(samples[name] ?? [])].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function rounded(numbers: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, Number(value.toFixed(2))]));
}
