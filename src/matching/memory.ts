/**
 * What a document has shown so far, so that its batches can be read one by one and give what one reading of the whole
 * gives. It keeps no text of its own but names and words that decide: the places of anchors, and the words of lists that
 * stand near undecided blocks or at the end, where the next batch goes on.
 *
 * What an undecided block has contributed is marked with the block's key and forgotten when the block comes again.
 */
import type { PendingBlock } from './blocks.ts';
import type { Index } from './load.ts';
import { byPlace, type Term } from './surroundings.ts';
import { EVIDENCE_LIMIT } from './types.ts';

interface Contribution {
  /** Place in the document, in words. */
  place: number;
  /** Key of the undecided block that it comes from, or nothing. */
  from: string;
}

/** A mention that stands by itself, and supports others of its entity. */
export interface Anchor extends Contribution {
  entity: number;
  /** A name of several words. */
  full: boolean;
  surface: string;
}

/** A surname or acronym that the text has introduced with a full name. */
export interface ShortForm extends Contribution {
  entity: number;
  /** As it must be written, folded but for the case of an acronym. */
  word: string;
  kind: 'surname' | 'acronym';
  /** The full name. */
  surface: string;
  /** The full name itself is undecided. */
  open: boolean;
}

/** Another bearer of an entity's surname, or another meaning of its acronym. */
export interface Other extends Contribution {
  word: string;
  /** Shown by a short form of the text's own, after all else was settled. */
  late?: true;
}

/** An entity that a candidate of an undecided block may stand for. */
export interface Open {
  entity: number;
  from: string;
}

export interface Memory {
  /** Words of the document so far. */
  words: number;
  anchors: Anchor[];
  shortForms: ShortForm[];
  others: Other[];
  /** By place. */
  terms: Term[];
  pending: PendingBlock[];
  /** Entities that undecided candidates stand for. */
  open: Open[];
}

const VERSION = 2;

export function emptyMemory(): Memory {
  return { words: 0, anchors: [], shortForms: [], others: [], terms: [], pending: [], open: [] };
}

/** Opens a summary; one of another index, or anything else, is no memory. */
export function readMemory(index: Index, evidence: string | undefined): Memory {
  if (evidence === undefined || evidence === '') return emptyMemory();
  const [head, body] = split(evidence);
  if (head !== stampOf(index) || body === undefined) return emptyMemory();
  try {
    return JSON.parse(body);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return emptyMemory();
  }
}

/** Closes a memory. Where it is too long, the oldest undecided blocks and what stands near them are given up first. */
export function writeMemory(index: Index, memory: Memory): { evidence: string; kept: Memory } {
  let kept = memory;
  for (;;) {
    const evidence = `${stampOf(index)} ${JSON.stringify(kept)}`;
    if (evidence.length <= EVIDENCE_LIMIT) return { evidence, kept };
    kept = shortened(index, kept);
  }
}

/** The memory without what the blocks of these keys have contributed. */
export function withoutBlocks(memory: Memory, keys: ReadonlySet<string>): Memory {
  if (keys.size === 0) return memory;
  const stays = ({ from }: { from: string }): boolean => !keys.has(from);
  return {
    ...memory,
    anchors: memory.anchors.filter(stays),
    shortForms: memory.shortForms.filter(stays),
    others: memory.others.filter(stays),
    open: memory.open.filter(stays),
    pending: memory.pending.filter(({ key }) => !keys.has(key)),
  };
}

/** The words within reach of an undecided block or of the document's end, each once, by place. */
export function nearbyTerms(
  terms: readonly Term[],
  pending: readonly PendingBlock[],
  words: number,
  reach: number,
): Term[] {
  const kept: Term[] = [];
  const spans = [...pending].sort((a, b) => a.place - b.place);
  let at = 0;
  for (const term of [...terms].sort(byPlace)) {
    const before = kept.at(-1);
    if (before !== undefined && byPlace(before, term) === 0) continue;
    while (at < spans.length && endOf(spans[at]) + reach < term.from) at++;
    const span = spans[at];
    const near = span !== undefined && span.place - reach <= term.to;
    if (near || term.to >= words - reach) kept.push(term);
  }
  return kept;
}

function endOf(block: PendingBlock | undefined): number {
  return block === undefined ? 0 : block.place + block.words;
}

function shortened(index: Index, memory: Memory): Memory {
  if (memory.pending.length > 0) {
    const pending = memory.pending.slice(Math.ceil(memory.pending.length / 2));
    const terms = nearbyTerms(memory.terms, pending, memory.words, index.reach);
    return { ...memory, pending, terms };
  }
  const half = <T>(list: readonly T[]): T[] => list.slice(Math.ceil(list.length / 2));
  return {
    ...memory,
    anchors: half(memory.anchors),
    shortForms: half(memory.shortForms),
    others: half(memory.others),
    terms: half(memory.terms),
    open: half(memory.open),
  };
}

function stampOf(index: Index): string {
  return `${VERSION}.${index.stamp}`;
}

function split(evidence: string): [string, string | undefined] {
  const space = evidence.indexOf(' ');
  return space < 0 ? [evidence, undefined] : [evidence.slice(0, space), evidence.slice(space + 1)];
}
