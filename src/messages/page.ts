/**
 * The contract between the scripts in a page and the background, one documented message after another.
 * A page's process is not trusted: `gate.ts` checks the sender and parses everything that arrives.
 */
import type { CardContent } from '../dataset/card-content.ts';
import type { EntityType } from '../dataset/schema.ts';
import type { Because, EntityKey, MentionGrade } from '../matching/types.ts';
import type { Mode } from '../settings/schema.ts';

export type { Mode };

/** The most characters in one batch: 5 million in one message held the main thread for 28 ms. */
export const BATCH_LIMIT = 256_000;

/** The types of entities, in the order of the names of their highlights. */
export const MARKED_TYPES = [
  'person',
  'organization',
  'event',
  'document',
  'agreement',
] as const satisfies readonly EntityType[];

/** The name under which a document registers the highlight of one type: random, like the document's own name. */
export function highlightName(document: string, type: EntityType): string {
  return `${document}-${MARKED_TYPES.indexOf(type)}`;
}

/** The highlight of the words that a jump has gone to, for a moment. */
export function flashName(document: string): string {
  return `${document}-${MARKED_TYPES.length}`;
}

export interface PageRequests {
  /** A script has started in a document: what may it do here? `off` where nothing. */
  hello: { request: { document: string }; answer: { mode: Mode } };
  /** Find mentions in blocks of text. In `quiet` mentions are counted, never sent. */
  annotate: { request: AnnotateRequest; answer: AnnotateAnswer };
  /** Put the style of this document's marks in, in place of the one before, or take it out. */
  style: { request: { document: string; on: boolean }; answer: null };
  /** Blocks with mentions that can be seen now, and some that cannot: those are not counted. */
  visibility: { request: { document: string; shown: number[]; hidden: number[] }; answer: null };
  /** A frame that is large enough to read has loaded: put the script into the frames of this tab. */
  frames: { request: Record<never, never>; answer: null };
  /** What the cards of these entities show; `null` where nothing is known of them, or they were not mentioned here. */
  describe: { request: { document: string; entities: EntityKey[] }; answer: CardContent[] | null };
  /** Put the card's script into this frame's isolated world: see `card-seam.ts`. */
  loadCard: { request: Record<never, never>; answer: null };
  /** One of the three writes that a page may ask for. The site is the sender's own. */
  write: { request: { document: string; write: PageWrite }; answer: null };
  /**
   * Open the side panel beside this page, on the entity whose card is open. Ask straight from the reader's click.
   * Firefox opens its sidebar for no click in a page: there (`import.meta.env.FIREFOX`, set by the build) do not offer it.
   */
  openPanel: { request: { document: string; entity: EntityKey }; answer: null };
  /** Something went wrong in the page: its own console stays clean. */
  trouble: { request: { text: string }; answer: null };
}

export type PageRequestName = keyof PageRequests;

export interface AnnotateRequest {
  /** Random for each document, so that an answer after a navigation finds nobody. */
  document: string;
  /** The page's numbers of the blocks in `text`, in order. A number stands for one block and its text, also when it is sent again. */
  blocks: number[];
  /** Indices in `blocks` of those that are navigation, a footer or an entry of a list of links. */
  asides: number[];
  /** Numbers of blocks that are no longer there. */
  gone: number[];
  /** The blocks, joined by `BLOCK_SEPARATOR`; at most `BATCH_LIMIT` characters. */
  text: string;
  title: string;
  /** With this batch, which may be empty, all that the page shows now has been sent. */
  whole?: true;
}

export interface AnnotateAnswer {
  /** Three numbers for each mention: start and end in `text`, index in `targets`. */
  mentions: number[];
  targets: Target[];
  /** Numbers of the blocks that have mentions: all that is told in `quiet`, for hidden text not to be counted. */
  found: number[];
  /** Numbers of blocks sent before that were undecided, and that this batch may have decided: to be sent again. */
  again: number[];
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

/** What the background tells the script in a page. */
export type PageOrder =
  /** The mode of this site has changed; `off` means: go, and leave the page as it was found. */
  | { order: 'mode'; mode: Mode }
  /** Packs or mutes have changed: read the page again. */
  | { order: 'refresh' }
  /** The reader has chosen another look for marks. */
  | { order: 'restyle' }
  /** Open the card of the next (1) or the previous (-1) mention. */
  | { order: 'step'; direction: 1 | -1 }
  /**
   * Bring these words of a block into view: `start` and `end` count from the start of what was sent under the number
   * `block`. With `flash` they are painted for a moment; without it nothing is written.
   */
  | { order: 'jump'; document: string; block: number; start: number; end: number; flash: boolean }
  /** Say in which order the blocks with mentions stand now: answered with their numbers, where it is this document. */
  | { order: 'sequence'; document: string };

/** How the script in a page asks the background. Rejects when the extension was reloaded or removed. */
export type AskAsPage = <Name extends PageRequestName>(
  name: Name,
  request: PageRequests[Name]['request'],
) => Promise<PageRequests[Name]['answer']>;
