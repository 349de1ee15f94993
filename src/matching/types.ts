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
}

export interface Annotation {
  /** In text order, without overlap. */
  mentions: Mention[];
  /** Blocks (counted from 0) with candidates that later evidence may still decide: send them again when evidence changes. */
  pending: number[];
  /** A summary of what the document has shown so far, opaque to all but matching; at most `EVIDENCE_LIMIT` characters. */
  evidence: string;
}

export const EVIDENCE_LIMIT = 16_384;
