/** What matching takes and gives. Offsets are UTF-16 code units into the text that was passed in; `end` is exclusive. */

/** Stands between two blocks of a batch: PARAGRAPH SEPARATOR, which no page's text holds after white space is folded. */
export const BLOCK_SEPARATOR = '\u2029';

/** `packId/entityId`: an entity among all packs. */
export type EntityKey = string;

export const MENTION_GRADES = ['strong', 'context', 'never', 'pattern'] as const;
export type MentionGrade = (typeof MENTION_GRADES)[number];

/** Why a span refers to an entity. A row for each rule; the words for a reader are in the locale files. */
export const RULES = [
  /** The alias is enough by itself. */
  'full-name',
  /** Words of the entity's context stand nearby. */
  'context-words',
  /** The same entity is mentioned elsewhere on the page under a fuller name. */
  'same-entity',
  /** A related entity stands nearby. */
  'related-entity',
  /** The short form was introduced in brackets after the full name. */
  'introduced',
  /** The groups of a pattern stand together. */
  'pattern',
] as const;
export type Rule = (typeof RULES)[number];

export interface Because {
  rule: Rule;
  /** The words of the page that decided, as they stand there. */
  words: string[];
}

/** Why a candidate was not made a mention. */
export const REFUSALS = [
  /** None of the words that the pack asks for stands nearby, nor anything else that speaks for it. */
  'no-evidence',
  /** The groups of a pattern stand in one block, but with too many words between them. */
  'apart',
  /** The groups of a pattern stand near each other, but a sentence ends between them. */
  'other-sentence',
  /** A word that speaks against it stands nearer than those that speak for it. */
  'excluded',
  /** The words around make it another name: another given name before it, a street after it. */
  'other-name',
  /** The last full name with this surname was another's. */
  'other-bearer',
  /** The text has introduced the acronym as short for something else. */
  'other-acronym',
  /** Only after another mention of the same entity. */
  'not-yet-named',
  /** A longer or better supported mention stands in its place. */
  'overlapped',
] as const;
export type RefusalRule = (typeof REFUSALS)[number];

export interface Refusal {
  start: number;
  end: number;
  entity: EntityKey;
  grade: MentionGrade;
  because: { rule: RefusalRule; words: string[] };
}

export interface Mention {
  start: number;
  end: number;
  /** The best supported first; more than one where the page does not decide between them. */
  entities: EntityKey[];
  grade: MentionGrade;
  because: Because;
}

/** A text to annotate: blocks joined by `BLOCK_SEPARATOR`, and what is known of the document around them. */
export interface Batch {
  text: string;
  title?: string;
  url?: string;
  /** What earlier batches of the same document have shown, as `Annotation.evidence` gave it. */
  evidence?: string;
  /**
   * The caller's numbers of the blocks, in their order: a number that was pending is the same block, sent again, and
   * keeps its place in the document. All others follow the blocks that were sent before. Without numbers a block that
   * was pending is known again by its text.
   */
  blocks?: readonly number[];
  /** Indices, from 0, of blocks that are navigation, a footer or an entry of a list of links: their words say less. */
  asides?: readonly number[];
}

export interface Annotation {
  /** In text order, without overlap. */
  mentions: Mention[];
  /** Blocks (counted from 0) with candidates that later evidence may still decide: send them again when evidence changes. */
  pending: number[];
  /** A summary of what the document has shown so far, opaque to all but matching; at most `EVIDENCE_LIMIT` characters. */
  evidence: string;
  /**
   * Keys of all blocks so far that the evidence holds as undecided: of a block with a number, the number. The others were
   * decided, or given up for want of room: sent again, one that was given up would be taken for a new one, and so bring news.
   */
  held: ReadonlySet<string>;
  /** Whether this batch has shown something that pending blocks of earlier batches may have waited for. */
  news: boolean;
}

export const EVIDENCE_LIMIT = 16_384;
