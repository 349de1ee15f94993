/** Groups of words that stand together, such as `{massacre, executions} … 1988`: a mention for each smallest span. */
import { type Block, blockOf } from './blocks.ts';
import type { Index } from './load.ts';
import type { NearData, PatternData } from './resolve-data.ts';
import { endsSentence } from './sentences.ts';
import type { Span, Surroundings, Term } from './surroundings.ts';

export interface PatternMatch {
  pattern: PatternData;
  block: Block;
  /** Tokens. */
  first: number;
  last: number;
  /** Place in the document, in words. */
  from: number;
  to: number;
  /** The words of the groups and the near words that decided, or why it is no mention. */
  words: string[];
  refused?: 'apart' | 'other-sentence' | 'no-evidence' | 'excluded';
}

/**
 * All places where the groups of a pattern stand together in one sentence. `terms`: of this batch, by place.
 * @param nearMisses gives the places too where they nearly do: for an author who asks why nothing was found
 */
export function findPatterns(
  index: Index,
  text: string,
  terms: readonly Term[],
  blocks: readonly Block[],
  around: Surroundings,
  nearMisses: boolean,
): PatternMatch[] {
  const byTerm = index.patternGroups;
  if (byTerm.size === 0) return [];
  const found = new Map<number, Member[]>();
  const places = placesOf(blocks);
  for (const term of terms) {
    const groups = byTerm.get(term.term);
    if (groups === undefined) continue;
    const block = places(term.from);
    for (const { pattern, group } of groups) {
      const list = found.get(pattern);
      if (list === undefined) found.set(pattern, [{ term, group, block }]);
      else list.push({ term, group, block });
    }
  }
  const matches: PatternMatch[] = [];
  for (const [number, members] of found) {
    const pattern = index.data.patterns[number];
    if (pattern === undefined) continue;
    for (const { block, from, to, words, apart } of smallestSpans(pattern, members, nearMisses)) {
      const first = block.first + from - block.place;
      const last = first + to - from;
      const start = index.tokens.start[first] ?? 0;
      const end = index.tokens.end[last - 1] ?? start;
      const missed = apart ? 'apart' : endsSentence(text.slice(start, end)) ? 'other-sentence' : undefined;
      if (missed !== undefined && !nearMisses) continue;
      const near: NearWords =
        missed === undefined
          ? nearWords(index, pattern, { from, to, start, end }, around)
          : { refused: missed, words: [] };
      matches.push({
        pattern,
        block,
        first,
        last,
        from,
        to,
        ...near,
        words: [...words, ...near.words],
      });
    }
  }
  return matches;
}

type NearWords = Pick<PatternMatch, 'words' | 'refused'>;

interface Member {
  term: Term;
  group: number;
  block: Block;
}

interface Together {
  block: Block;
  from: number;
  to: number;
  words: string[];
  /** More than the window lies between its words. */
  apart: boolean;
}

/** So many windows apart, words have nothing to do with each other any more. */
const NEARLY = 4;

/**
 * Spans that hold a word of each group, with at most `window` words between the words of the groups, in one block; from
 * the left, without overlap. The last word of each group is the one that counts, so each span is the smallest that ends
 * where it ends.
 */
function smallestSpans(pattern: PatternData, members: readonly Member[], nearMisses: boolean): Together[] {
  const last = new Map<number, Term>();
  const spans: Together[] = [];
  let inBlock: Block | undefined;
  for (const { term, group, block } of members) {
    if (block !== inBlock) last.clear();
    inBlock = block;
    last.set(group, term);
    if (last.size < pattern.groups.length) continue;
    const together = [...new Set(last.values())].sort((a, b) => a.from - b.from);
    const from = Math.min(...together.map((each) => each.from));
    const to = Math.max(...together.map((each) => each.to));
    const between = to - from - together.reduce((sum, each) => sum + each.to - each.from, 0);
    const apart = between > pattern.window;
    if (apart && !(nearMisses && between <= NEARLY * pattern.window)) continue;
    // The same words may stand nearer to others.
    const before = spans.at(-1);
    if (before?.apart && before.block === block && before.to > from) {
      if (apart) continue;
      spans.pop();
    }
    spans.push({ block, from, to, words: together.map(({ surface }) => surface), apart });
    if (!apart) last.clear();
  }
  return spans;
}

/** Whether the near words are as the pattern asks; an excluding word decides where it is the nearer one. */
function nearWords(
  index: Index,
  { anyNear, alsoNear, noneNear }: PatternData,
  span: Span,
  around: Surroundings,
): NearWords {
  const near = ({ set, window }: NearData) => around.near(index.data.sets[set] ?? [], span, window, true);
  const words: string[] = [];
  let nearest = Number.POSITIVE_INFINITY;
  for (const wanted of [anyNear, alsoNear]) {
    if (wanted === undefined) continue;
    const { distance, terms } = near(wanted);
    if (terms[0] === undefined) return { words: [], refused: 'no-evidence' };
    words.push(terms[0].surface);
    nearest = Math.min(nearest, distance);
  }
  if (noneNear !== undefined) {
    const { distance, terms } = near(noneNear);
    if (terms[0] !== undefined && distance <= nearest)
      return { words: [terms[0].surface], refused: 'excluded' };
  }
  return { words };
}

/**
 * Of patterns of different entities that overlap, the shorter: its words stand closer together. `names`: mentions of
 * other entities that lie in a pattern's span leave it no span of its own.
 */
export function withoutCrossing(
  matches: readonly PatternMatch[],
  entityOf: (match: PatternMatch) => number,
  names: readonly { first: number; last: number; entity: number }[],
): PatternMatch[] {
  const taken = new Map<number, Set<number>>();
  const claim = ({ first, last }: { first: number; last: number }, entity: number): void => {
    for (let token = first; token < last; token++)
      taken.set(token, (taken.get(token) ?? new Set()).add(entity));
  };
  const isFree = ({ first, last }: PatternMatch, entity: number): boolean => {
    for (let token = first; token < last; token++) {
      const owners = taken.get(token);
      if (owners !== undefined && (owners.size > 1 || !owners.has(entity))) return false;
    }
    return true;
  };
  for (const name of names) claim(name, name.entity);
  const kept: PatternMatch[] = [];
  for (const match of [...matches].sort(
    (a, b) => a.last - a.first - (b.last - b.first) || a.first - b.first,
  )) {
    const entity = entityOf(match);
    if (!isFree(match, entity)) continue;
    if (match.refused === undefined) claim(match, entity);
    kept.push(match);
  }
  return kept;
}

/** From a place in the document to the block of this batch that holds it. */
function placesOf(blocks: readonly Block[]): (place: number) => Block {
  const sorted = [...blocks].filter(({ first, last }) => last > first).sort((a, b) => a.place - b.place);
  return (place) => {
    let low = 0;
    let high = sorted.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((sorted[middle]?.place ?? 0) <= place) low = middle;
      else high = middle - 1;
    }
    return sorted[low] ?? blockOf(blocks, 0);
  };
}
