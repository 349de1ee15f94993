/**
 * The contract between the scripts in a page and the background, one documented message after another.
 * A page's process is not trusted: `gate.ts` checks the sender and parses everything that arrives.
 */
import type { CardContent } from '../dataset/card-content.ts';
import type { EntityType } from '../dataset/schema.ts';
import type { Because, EntityKey, MentionGrade } from '../matching/types.ts';
import type { Mode } from '../settings/schema.ts';

/** The most characters in one batch: 5 million in one message held the main thread for 28 ms. */
export const BATCH_LIMIT = 256_000;

export interface PageRequests {
  /** A script has started in a document: what may it do here? `off` when nothing. */
  hello: { request: Record<never, never>; answer: { mode: Mode } };
  /** Find mentions in blocks of text. In `quiet` the answer is empty: mentions are counted, never sent. */
  annotate: { request: AnnotateRequest; answer: AnnotateAnswer };
  /** Everything the card of these entities shows. `null` where nothing is known of them any more. */
  describe: { request: { entities: EntityKey[] }; answer: CardContent[] | null };
  /** Put the card's script into this frame; it takes over `globalThis.sidelightCard` in the isolated world. */
  loadCard: { request: Record<never, never>; answer: null };
  /** One of the three writes that a page may ask for. The site is the sender's own. */
  write: { request: PageWrite; answer: null };
  /** Open the side panel or the popup's view of this entity, where the browser lets us. */
  openPanel: { request: { entity: EntityKey }; answer: null };
}

export interface AnnotateRequest {
  /** Random for each document, so that an answer after a navigation finds nobody. */
  document: string;
  /** Blocks joined by `BLOCK_SEPARATOR`, at most `BATCH_LIMIT` characters. */
  text: string;
  title: string;
  /** As the last answer gave it; empty at first. */
  evidence: string;
}

export interface AnnotateAnswer {
  /** Three numbers for each mention: start, end, index in `targets`. */
  mentions: number[];
  targets: Target[];
  pending: number[];
  evidence: string;
}

/** What one or several mentions refer to, and why. */
export interface Target {
  entities: EntityKey[];
  /** Of the first entity: it decides the colour of the mark. */
  type: EntityType;
  /** The name of the first entity, for the list of mentions. */
  name: string;
  grade: MentionGrade;
  because: Because;
}

export type PageWrite =
  | { kind: 'mute'; entity: EntityKey; on: boolean }
  | { kind: 'notThisPerson'; entity: EntityKey; on: boolean }
  | { kind: 'siteOff'; on: boolean };

/** What the background tells a page's script. */
export type PageOrder =
  /** The mode of this site has changed; `off` means: go, and leave the page as it was found. */
  | { order: 'mode'; mode: Mode }
  /** Packs or mutes have changed: read the page again. */
  | { order: 'refresh' }
  /** Go to the next or the previous mention. */
  | { order: 'step'; direction: 1 | -1 }
  /** Go to this entity's mention after the current one. */
  | { order: 'jump'; entity: EntityKey };
