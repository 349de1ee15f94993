/** The one door of matching: a batch of text in, mentions with their reasons out. */
import { type Block, keyOf, placeBlocks } from './blocks.ts';
import { candidatesOf } from './candidates.ts';
import { find } from './find.ts';
import { entityKeyOf, type Index } from './load.ts';
import { type Memory, nearbyTerms, readMemory, withoutBlocks, writeMemory } from './memory.ts';
import { findPatterns } from './patterns.ts';
import type { Refused, Resolution, Supported } from './resolution.ts';
import { resolve } from './resolve.ts';
import { byPlace, Surroundings, type Term, termsOf } from './surroundings.ts';
import {
  type Annotation,
  type Batch,
  BLOCK_SEPARATOR,
  type EntityKey,
  type Mention,
  type Refusal,
} from './types.ts';

export { entitiesOf } from './load.ts';

/** What the reader has decided. Acts here, never by compiling again. */
export interface Policy {
  /** Not shown anywhere. */
  muted?: ReadonlySet<EntityKey>;
  /** "Not this person", for the site of this text. */
  refused?: ReadonlySet<EntityKey>;
}

/** Mentions in text order, without overlap. The same index, batch and policy give the same annotation. */
export function annotate(index: Index, batch: Batch, policy: Policy = {}): Annotation {
  return read(index, batch, policy, false).annotation;
}

/** The same, with the candidates that were refused and why. */
export function annotateExplained(
  index: Index,
  batch: Batch,
  policy: Policy = {},
): Annotation & { refusals: Refusal[] } {
  const { annotation, refused } = read(index, batch, policy, true);
  const refusals = refused
    .map(({ start, end, entity, mention, because }) => ({
      start,
      end,
      entity: entityKeyOf(index, entity),
      grade: mention,
      because,
    }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  return { ...annotation, refusals };
}

function read(
  index: Index,
  batch: Batch,
  policy: Policy,
  nearMisses: boolean,
): { annotation: Annotation; refused: Refused[] } {
  const { text } = batch;
  const title = titleTerms(index, batch);
  const hits = find(index, text);
  const before = readMemory(index, batch.evidence);
  const { blocks, again, words } = placeBlocks(
    text,
    index.tokens,
    batch.blocks,
    before.pending,
    before.words,
  );
  for (const at of batch.asides ?? []) {
    const block = blocks[at];
    if (block !== undefined) block.aside = true;
  }
  const memory = withoutBlocks(before, again);
  const own = termsOf(index, text, hits, blocks);
  const terms = memory.terms.length === 0 ? own : [...memory.terms, ...own].sort(byPlace);
  const around = new Surroundings(index, text, terms, title);
  const candidates = candidatesOf(index, text, hits, blocks).filter(({ entity }) => {
    return policy.refused === undefined || !policy.refused.has(entityKeyOf(index, entity));
  });
  const patterns = findPatterns(index, text, own, blocks, around, nearMisses);
  const resolution = resolve({ index, text, blocks, words, candidates, patterns, around, memory });
  const after = remember(index, text, memory, resolution, terms, words);
  const pending = blocks.flatMap((block, at) => (resolution.undecided.has(block) ? [at] : []));
  const { evidence, kept } = writeMemory(index, after);
  const annotation: Annotation = {
    mentions: toMentions(index, resolution.mentions, policy),
    pending,
    evidence,
    held: new Set(kept.pending.map(({ key }) => key)),
    news: bringsNews(index, before, after, words),
  };
  return { annotation, refused: resolution.refused };
}

/** Longer titles and addresses are not written for readers. */
const TITLE_LIMIT = 1_000;

/** Words of title and address. */
function titleTerms(index: Index, { title = '', url = '' }: Batch): Term[] {
  if (title === '' && url === '') return [];
  const text = `${title.slice(0, TITLE_LIMIT)}${BLOCK_SEPARATOR}${url.slice(0, TITLE_LIMIT)}`;
  const hits = find(index, text);
  const { blocks } = placeBlocks(text, index.tokens, undefined, [], 0);
  return termsOf(index, text, hits, blocks, true);
}

function remember(
  index: Index,
  text: string,
  memory: Memory,
  { undecided, anchors, shortForms, others, open }: Resolution,
  terms: readonly Term[],
  words: number,
): Memory {
  const keys = new Map([...undecided].map((block) => [block, keyOf(text, block)]));
  const labelled = <T extends { block: Block }>(
    list: readonly T[],
  ): (Omit<T, 'block'> & { from: string })[] =>
    list.map(({ block, ...rest }) => ({ ...rest, from: keys.get(block) ?? '' }));
  const pending = [
    ...memory.pending,
    ...[...keys].map(([{ place, first, last }, key]) => ({ key, place, words: last - first })),
  ].sort((a, b) => a.place - b.place);
  return {
    words,
    anchors: firsts(
      [...memory.anchors, ...labelled(anchors)],
      ({ entity, full, from }) => `${entity} ${full} ${from}`,
    ),
    shortForms: firsts(
      [...memory.shortForms, ...labelled(shortForms)],
      ({ entity, word, open, from }) => `${entity} ${word} ${open} ${from}`,
    ),
    others: firsts(
      [...memory.others, ...labelled(others)],
      ({ word, place, late, from }) => `${word} ${place} ${late} ${from}`,
    ),
    terms: nearbyTerms(terms, pending, words, index.reach).map(({ start: _, ...term }) => term),
    pending,
    open: firsts(
      [...memory.open, ...labelled(open)].map((each) => ({ ...each, place: 0 })),
      ({ entity, from }) => `${entity} ${from}`,
    ),
  };
}

/** The first in the document of each kind, in an order that does not depend on the order of reading. */
function firsts<T extends { place: number }>(list: readonly T[], kind: (each: T) => string): T[] {
  const first = new Map<string, T>();
  for (const each of list) {
    const known = first.get(kind(each));
    if (known === undefined || each.place < known.place) first.set(kind(each), each);
  }
  return [...first]
    .sort(([a, { place }], [b, other]) => place - other.place || (a < b ? -1 : 1))
    .map(([, each]) => each);
}

/** New anchors of entities that undecided blocks wait for, or new words near them. */
function bringsNews(index: Index, before: Memory, after: Memory, words: number): boolean {
  if (before.pending.length === 0) return false;
  const known = new Set(before.anchors.map(({ entity }) => entity));
  if (
    after.anchors.some(
      ({ entity }) => !known.has(entity) && before.open.some((open) => open.entity === entity),
    )
  )
    return true;
  if (words === before.words) return false;
  return before.pending.some(({ place, words }) => place + words + index.reach >= before.words);
}

function toMentions(index: Index, supported: readonly Supported[], { muted, refused }: Policy): Mention[] {
  const mentions: Mention[] = [];
  for (const { entity, start, end, mention: grade, because } of supported) {
    const key = entityKeyOf(index, entity);
    if (muted?.has(key) || refused?.has(key)) continue;
    const before = mentions.at(-1);
    if (before?.start === start && before.end === end) before.entities.push(key);
    else mentions.push({ start, end, entities: [key], grade, because });
  }
  return mentions;
}
