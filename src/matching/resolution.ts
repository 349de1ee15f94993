/** What `resolve` takes and gives. */
import type { Block } from './blocks.ts';
import type { Candidate } from './candidates.ts';
import type { Index } from './load.ts';
import type { Anchor, Memory, Other, ShortForm } from './memory.ts';
import type { PatternMatch } from './patterns.ts';
import type { Surroundings } from './surroundings.ts';
import type { Because, MentionGrade, RefusalRule } from './types.ts';

/** A candidate that is a mention, and why. */
export interface Supported extends Candidate {
  mention: MentionGrade;
  because: Because;
}

export interface Refused extends Candidate {
  mention: MentionGrade;
  because: { rule: RefusalRule; words: string[] };
}

/** What a batch is resolved from. */
export interface Reading {
  index: Index;
  text: string;
  blocks: readonly Block[];
  /** Words of the document so far, with those of this batch. */
  words: number;
  candidates: readonly Candidate[];
  patterns: readonly PatternMatch[];
  around: Surroundings;
  memory: Memory;
}

export interface Resolution {
  mentions: Supported[];
  refused: Refused[];
  /** Blocks that later text may still decide otherwise. */
  undecided: Set<Block>;
  anchors: (Omit<Anchor, 'from'> & { block: Block })[];
  shortForms: (Omit<ShortForm, 'from'> & { block: Block })[];
  others: (Omit<Other, 'from'> & { block: Block })[];
  /** Entities that candidates of undecided blocks may stand for. */
  open: { entity: number; block: Block }[];
}
