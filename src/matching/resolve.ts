/** Candidates to mentions: who is meant, and why; what is not certain is left out. */
import { CONTEXT, NEVER, STRONG } from './blob.ts';
import type { Candidate } from './candidates.ts';
import { entityKeyOf, type Index } from './load.ts';
import type { PatternMatch } from './patterns.ts';
import type { Surroundings } from './surroundings.ts';
import type { Because, EntityKey, Mention, MentionGrade } from './types.ts';

/** What the reader has decided. Acts here, never by compiling again. */
export interface Policy {
  /** Not shown anywhere. */
  muted?: ReadonlySet<EntityKey>;
  /** "Not this person", for the site of this text. */
  refused?: ReadonlySet<EntityKey>;
}

interface Supported extends Candidate {
  mention: MentionGrade;
  because: Because;
}

export function resolve(
  index: Index,
  text: string,
  candidates: readonly Candidate[],
  patterns: readonly PatternMatch[],
  around: Surroundings,
  policy: Policy,
): Mention[] {
  const first: Supported[] = [];
  const undecided: Candidate[] = [];
  for (const candidate of candidates) {
    if (candidate.grade === STRONG)
      first.push(support(candidate, 'strong', { rule: 'full-name', words: [] }));
    else if (candidate.grade === CONTEXT) {
      const words = contextWords(index, candidate, around);
      if (words === undefined) undecided.push(candidate);
      else first.push(support(candidate, 'context', { rule: 'context-words', words }));
    }
  }
  const known = new Map<number, Supported>();
  for (const each of first) if (!known.has(each.entity)) known.set(each.entity, each);
  for (const candidate of undecided) {
    const other = known.get(candidate.entity);
    if (other === undefined || isExcluded(index, candidate, around)) continue;
    const words = [text.slice(other.start, other.end)];
    first.push(support(candidate, 'context', { rule: 'same-entity', words }));
  }
  for (const { from, to, pattern, words } of patterns) {
    const start = index.tokens.start[from] ?? 0;
    const end = index.tokens.end[to - 1] ?? 0;
    const candidate = { from, to, start, end, entity: pattern.entity, grade: CONTEXT };
    first.push(support(candidate, 'pattern', { rule: 'pattern', words }));
  }
  const chosen = withoutOverlap(first, []);
  const earliest = new Map<number, Supported>();
  for (const each of chosen) if (!earliest.has(each.entity)) earliest.set(each.entity, each);
  const later: Supported[] = [];
  for (const candidate of candidates) {
    const before = earliest.get(candidate.entity);
    if (candidate.grade !== NEVER || before === undefined || before.from >= candidate.from) continue;
    const words = [text.slice(before.start, before.end)];
    later.push(support(candidate, 'never', { rule: 'same-entity', words }));
  }
  return toMentions(index, withoutOverlap(later, chosen), policy);
}

function support(candidate: Candidate, mention: MentionGrade, because: Because): Supported {
  return { ...candidate, mention, because };
}

/** The words that meet all requirements of the entity; nothing where one is not met or an excluding word is nearer. */
function contextWords(
  index: Index,
  { entity, from, to }: Candidate,
  around: Surroundings,
): string[] | undefined {
  const data = index.data.entities[entity];
  if (data === undefined || data.context.length === 0) return undefined;
  const words: string[] = [];
  let nearest = Number.POSITIVE_INFINITY;
  for (const { set, window, atLeast } of data.context) {
    const { distance, terms } = around.near(set, from, to, window);
    if (terms.length < atLeast) return undefined;
    nearest = Math.min(nearest, distance);
    words.push(...terms.slice(0, atLeast).map(({ surface }) => surface));
  }
  const excluded = data.exclude.some((near) => {
    const { distance } = around.near(near.set, from, to, near.window);
    return distance <= near.window && distance <= nearest;
  });
  return excluded ? undefined : words;
}

function isExcluded(index: Index, { entity, from, to }: Candidate, around: Surroundings): boolean {
  const { exclude = [] } = index.data.entities[entity] ?? {};
  return exclude.some(({ set, window }) => around.near(set, from, to, window).distance <= window);
}

/** The longest first; what overlaps a longer one goes, unless it has the same span. In text order. */
function withoutOverlap(more: readonly Supported[], kept: readonly Supported[]): Supported[] {
  const taken = new Map<number, Supported>();
  const chosen = [...kept];
  for (const each of kept) for (let token = each.from; token < each.to; token++) taken.set(token, each);
  const rank = (each: Supported): number => ['strong', 'context', 'pattern', 'never'].indexOf(each.mention);
  const sorted = [...more].sort(
    (a, b) => b.to - b.from - (a.to - a.from) || rank(a) - rank(b) || a.from - b.from,
  );
  for (const each of sorted) {
    let free = true;
    for (let token = each.from; token < each.to && free; token++) {
      const other = taken.get(token);
      free = other === undefined || (other.from === each.from && other.to === each.to);
    }
    if (!free) continue;
    for (let token = each.from; token < each.to; token++) taken.set(token, each);
    chosen.push(each);
  }
  return chosen.sort((a, b) => a.from - b.from);
}

function toMentions(index: Index, chosen: readonly Supported[], { muted, refused }: Policy): Mention[] {
  const mentions: Mention[] = [];
  for (const each of chosen) {
    const key = entityKeyOf(index, each.entity);
    if (muted?.has(key) || refused?.has(key)) continue;
    const before = mentions.at(-1);
    if (before?.start === each.start && before.end === each.end) {
      if (!before.entities.includes(key)) before.entities.push(key);
    } else {
      mentions.push({
        start: each.start,
        end: each.end,
        entities: [key],
        grade: each.mention,
        because: each.because,
      });
    }
  }
  return mentions;
}
