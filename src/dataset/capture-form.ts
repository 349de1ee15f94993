/** What "Add as a name" and "Add as a quote" know and ask for: plain data between page, background and manager. */
import type { TextFragment } from './address.ts';
import type { ProblemCode } from './problem.ts';
import type { Entity, EntityType, Pack, Quote, Source } from './schema.ts';

/** What a page may be, in the order in which a reader is asked. A note of one's own is no page. */
export const PAGE_KINDS = [
  'news',
  'official',
  'academic',
  'reference',
  'advocacy',
] as const satisfies readonly Source['kind'][];
export type PageKind = (typeof PAGE_KINDS)[number];

/** Who may have said the words: an entity mentioned nearby. */
export interface Speaker {
  name: string;
  lang: string;
  type: EntityType;
  /** The entity's id, where it is. With it two of one name are told apart, if it is in the pack that is added to. */
  id?: string;
  /** A pack looks for its names already; an entry for it in another one is for quotes only. */
  elsewhere?: true;
  /** Its identifiers elsewhere: with one of them the entity is the same in both packs. */
  sameAs?: string[];
}

/** A selection on a page, as it was found there. */
export interface Captured {
  exact: string;
  /** What stands before and after the words. */
  prefix: string;
  suffix: string;
  /** What leads to the words on the page; missing where nothing does. */
  fragment?: TextFragment;
  pageTitle: string;
  url: string;
  /** What the page gives as its own address. */
  canonicalUrl?: string;
  /** The day on which the page says that it was published. */
  pageDate?: string;
  /** The day of the capture. */
  accessDate: string;
  /** Language tag of the words. */
  lang?: string;
  /** The likeliest first. */
  speakers: Speaker[];
}

/** What only the reader can tell, such as the kind of the page, is empty at first. */
export interface QuoteForm {
  exact: string;
  prefix: string;
  suffix: string;
  lang: string;
  speaker?: Speaker;
  manner: Quote['manner'];
  /** When it was said; empty where that is not known. */
  date: string;
  sourceTitle: string;
  sourceKind: PageKind | '';
  /** When the page was published; empty where it does not say so. */
  sourceDate: string;
  /** Without tracking parameters; empty where the page has no https address. */
  sourceUrl: string;
  /** To the very words (a text fragment); empty without `sourceUrl`, and where no fragment leads there. */
  link: string;
  accessDate: string;
}

export interface NameForm {
  name: string;
  lang: string;
  type: EntityType;
  /** Further names of the same. */
  aliases: string[];
  /** A sentence on it that rests on the page; empty without one. */
  description: string;
  /** The page, as for a quote. */
  sourceTitle: string;
  sourceKind: PageKind | '';
  sourceDate: string;
  sourceUrl: string;
  accessDate: string;
}

/** A field of the form that cannot stay as it is. */
export interface FormProblem<Form> {
  field: keyof Form & string;
  code: ProblemCode;
}

/** The pack with what was added, and the entries that are new or changed in it. */
export type Added<Form> =
  | { ok: true; pack: Pack; entities: Entity[]; quotes: Quote[]; sources: Source[] }
  | { ok: false; problems: FormProblem<Form>[] };
