/** Groups of words that stand together, such as `{massacre, executions} … 1988`: one mention for each smallest span. */
import { blockEnd } from './find.ts';
import type { Index } from './load.ts';
import type { PatternData } from './resolve-data.ts';
import type { Surroundings, Term } from './surroundings.ts';

export interface PatternMatch {
  from: number;
  to: number;
  pattern: PatternData;
  /** The words of the groups and the words near that decided. */
  words: string[];
}

/** All patterns whose groups stand together, and whose near-words are as they ask. */
export function findPatterns(index: Index, terms: readonly Term[], around: Surroundings): PatternMatch[] {
  const members = groupsByTerm(index);
  if (members.size === 0) return [];
  const seen = new Map<number, { term: Term; group: number }[]>();
  for (const term of terms) {
    for (const { pattern, group } of members.get(term.term) ?? []) {
      const list = seen.get(pattern);
      if (list === undefined) seen.set(pattern, [{ term, group }]);
      else list.push({ term, group });
    }
  }
  const matches: PatternMatch[] = [];
  for (const [number, list] of seen) {
    const pattern = index.data.patterns[number];
    if (pattern === undefined) continue;
    for (const { from, to, terms: group } of smallestSpans(index, pattern, list)) {
      const words = group.map(({ surface }) => surface);
      const near = nearWords(pattern, from, to, around);
      if (near !== undefined) matches.push({ from, to, pattern, words: [...words, ...near] });
    }
  }
  return matches;
}

interface Together {
  from: number;
  to: number;
  terms: Term[];
}

/** Spans that hold a word of each group within the pattern's window and one block, from the left, without overlap. */
function smallestSpans(
  index: Index,
  pattern: PatternData,
  list: readonly { term: Term; group: number }[],
): Together[] {
  const last = new Map<number, Term>();
  const spans: Together[] = [];
  let block = -1;
  for (const { term, group } of list) {
    const end = blockEnd(index.tokens, term.from);
    if (end !== block) {
      last.clear();
      block = end;
    }
    last.set(group, term);
    if (last.size < pattern.groups.length) continue;
    const together = [...last.values()].sort((a, b) => a.from - b.from);
    const from = Math.min(...together.map((each) => each.from));
    const to = Math.max(...together.map((each) => each.to));
    const inner = to - from - together.reduce((sum, each) => sum + each.to - each.from, 0);
    if (inner > pattern.window) continue;
    spans.push({ from, to, terms: together });
    last.clear();
  }
  return spans;
}

/** The near-words that decided, or nothing where they speak against it. */
function nearWords(
  pattern: PatternData,
  from: number,
  to: number,
  around: Surroundings,
): string[] | undefined {
  const { anyNear, alsoNear, noneNear } = pattern;
  const words: string[] = [];
  let nearest = Number.POSITIVE_INFINITY;
  for (const near of [anyNear, alsoNear]) {
    if (near === undefined) continue;
    const { distance, terms } = around.near(near.set, from, to, near.window, true);
    if (terms[0] === undefined) return undefined;
    words.push(terms[0].surface);
    nearest = Math.min(nearest, distance);
  }
  if (noneNear !== undefined) {
    const { distance } = around.near(noneNear.set, from, to, noneNear.window, true);
    if (distance <= noneNear.window && distance <= nearest) return undefined;
  }
  return words;
}

function groupsByTerm(index: Index): Map<number, { pattern: number; group: number }[]> {
  const known = cache.get(index);
  if (known !== undefined) return known;
  const members = new Map<number, { pattern: number; group: number }[]>();
  for (const [pattern, { groups }] of index.data.patterns.entries()) {
    for (const [group, set] of groups.entries()) {
      for (const term of index.data.sets[set] ?? []) {
        const list = members.get(term);
        if (list === undefined) members.set(term, [{ pattern, group }]);
        else list.push({ pattern, group });
      }
    }
  }
  cache.set(index, members);
  return members;
}

const cache = new WeakMap<Index, Map<number, { pattern: number; group: number }[]>>();
