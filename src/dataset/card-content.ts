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
  /** What the pack says on a remark. */
  note?: Words;
  /** These words are the name of the card's entity. */
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
  /** The quote has more words before or after those shown. */
  cutBefore: boolean;
  cutAfter: boolean;
  /** The words shown hold a name of the entity: only such a quote may stand unfolded. */
  namesEntity: boolean;
  /** All of it, a list of pieces for each paragraph. */
  paragraphs: QuotePiece[][];
  source: SourceView;
  /** To these very words in the source, where it is a page. */
  link?: string;
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

/** Words of a source on the entity, beside what others say on the same words. */
export interface SaidView {
  id: string;
  /** Verbatim, in the source's language. */
  exact: Words;
  /** The office meant, where it is told in the card's language and the source's words are not in it. */
  role?: Words;
  /** The day for which the source says it. */
  asOf: string;
  source: SourceView;
  /** Empty where nobody has held the words against anything. */
  answers: { verdict: Verdict; others?: Noted }[];
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
  /** Identifiers elsewhere: contents that share one are the same entity in several packs. */
  sameAs: string[];
  name: Words;
  nativeNames: Words[];
  status?: Noted & { date: string };
  background: Noted[];
  /** What the source says, the entity's office first. */
  said: SaidView[];
  /** What has happened since the source was written. */
  since: (Noted & { date: string })[];
  quotesBy: QuoteView[];
  quotesAbout: QuoteView[];
  balance: Balance;
  related: RelatedView[];
  footnotes: Footnote[];
  pack: { id: string; title: Words; version: string; checked: string; corrections?: string };
}
