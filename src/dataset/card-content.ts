/**
 * Everything a card shows of one entity, in one language, ready to render: made in the background by `describe`,
 * rendered by the card, the popup, the side panel and the manager. Plain data, so that it can cross a message.
 */
import type { EntityType, Verdict } from './schema.ts';

/** A text with its language, so that it can be spoken and set in the right direction. */
export interface Words {
  text: string;
  lang: string;
}

/** A footnote: where a statement can be looked up, or that it is what the source says. */
export interface Footnote {
  /** From 1, in the order in which the card first refers to it. */
  number: number;
  publisher: string;
  kind: 'news' | 'primary' | 'reference-work' | 'advocacy' | 'advocacy-party' | 'source';
  url?: string;
  /** `2020`, `2020-09` or `2020-09-10`. */
  date?: string;
}

/** A statement with the numbers of its footnotes. */
export interface Noted extends Words {
  notes: number[];
}

/** One piece of a quote as it is shown. Joined, the pieces of a paragraph are the source's words to the letter. */
export interface QuotePiece {
  text: string;
  /** `sic`: printed so in the source. `inserted`: put in by the source. */
  remark?: 'sic' | 'inserted';
  /** The words name the entity of the card. */
  about?: boolean;
}

export interface QuoteView {
  id: string;
  lang: string;
  speaker: { id: string; name: Words };
  quotedBy?: { id: string; name: Words };
  manner: 'spoken' | 'written' | 'reported';
  date?: string;
  occasion?: Words;
  /** The excerpt that names the entity; for a quote by the entity itself, its first sentence that stands alone. */
  shown: QuotePiece[];
  /** All of it, a list of pieces for each paragraph. */
  paragraphs: QuotePiece[][];
  source: SourceView;
  note?: Words;
}

export interface SourceView {
  id: string;
  title: Words;
  kind: 'advocacy' | 'news' | 'official' | 'academic' | 'reference' | 'own';
  date: string;
  url?: string;
  /** Whose view it gives. */
  side?: Words;
}

/** How one-sided the quotes of this entity are, counted. */
export interface Balance {
  quotes: number;
  sources: number;
  occasions: number;
  /** The views given; `null` stands for a source that gives none. */
  sides: (Words | null)[];
  /** All quotes give one and the same view. */
  oneSided: boolean;
}

export interface RelatedView {
  id: string;
  name: Words;
  type: EntityType;
}

/** The card of one entity in one pack. */
export interface CardContent {
  /** `packId/entityId` */
  key: string;
  type: EntityType;
  name: Words;
  nativeNames: Words[];
  status?: Noted & { date: string };
  background: Noted[];
  sourceRole?: Noted & { exact: string; asOf: string; verdict?: Verdict; source: SourceView };
  since: (Noted & { date: string })[];
  disputed: {
    id: string;
    verdict: Verdict;
    exact: string;
    source: SourceView;
    others?: Noted;
  }[];
  quotesBy: QuoteView[];
  quotesAbout: QuoteView[];
  balance: Balance;
  related: RelatedView[];
  footnotes: Footnote[];
  pack: { id: string; title: Words; version: string; checked: string; corrections?: string };
}
