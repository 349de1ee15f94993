/** The contract between the extension's own pages (popup, options, panel) and the background. */
import type { CardContent } from '../dataset/card-content.ts';
import type { EntityType } from '../dataset/schema.ts';
import type { Because, EntityKey } from '../matching/types.ts';
import type { MarkStyle, Mode, Pause, PrivateWindows, ReadingMode } from '../settings/schema.ts';

export type { Pause };

export interface UiRequests {
  /** What the popup and the panel show of a tab. */
  tabState: { request: { tabId: number }; answer: TabState };
  /**
   * Read this tab's page once, under the permission that the click on the toolbar button gave (`activeTab`), until it
   * is left. True where it is read now.
   */
  readOnce: { request: { tabId: number }; answer: boolean };
  /** Set the rule of a site, or take it away (`null`); all its open tabs follow at once. In a private window it is kept in memory only. */
  setMode: { request: { site: string; mode: Mode | null; tabId?: number }; answer: null };
  /** Pause everywhere until resumed, for an hour, or no more. */
  pause: { request: { until: PauseChoice | null }; answer: null };
  /** The host permission was granted: start in the open tabs. */
  permissionsChanged: { request: Record<never, never>; answer: null };
  /** Bring the next (1) or previous (-1) mention of an entity into view; with a short flash where it is marked. */
  jump: { request: { tabId: number; entity: EntityKey; direction: 1 | -1 }; answer: JumpAnswer | null };
  packs: { request: Record<never, never>; answer: PackSummary[] };
  setPack: { request: { packId: string; on: boolean }; answer: PackSummary[] };
  /** The bundled pack, or none. Without it, it does not come back by itself. */
  setBundled: { request: { on: boolean }; answer: PackSummary[] };
  /** Packs were written by one of the extension's own pages: read them anew, in all open tabs. */
  packsChanged: { request: Record<never, never>; answer: null };
  /** Entities whose names hold these words, over all packs that are switched on, the best first. */
  search: { request: { text: string; limit: number }; answer: SearchAnswer };
  describe: { request: { entities: EntityKey[] }; answer: CardContent[] | null };
  /**
   * What the cards of the pack show that is shipped with the extension, whatever is installed and whether or not the
   * database can be opened: the sample of the welcome page.
   */
  sample: { request: { entities: EntityKey[] }; answer: CardContent[] | null };
  /**
   * Everything that the options page and the welcome page can change, beside the packs. With the number of a tab as it holds
   * in the tab's window.
   */
  choices: { request: { tabId?: number }; answer: Choices };
  setDefaultMode: { request: { mode: Mode }; answer: null };
  /** What a site gets when it is switched on, or read once. */
  setReadingMode: { request: { mode: ReadingMode }; answer: null };
  setPrivateWindows: { request: { choice: PrivateWindows }; answer: null };
  setBadge: { request: { on: boolean }; answer: null };
  setMarkStyle: { request: { style: MarkStyle }; answer: null };
  /** Several rules at once: an import, or its Undo. `null` takes a rule away. */
  setRules: { request: { rules: { site: string; mode: Mode | null }[] }; answer: null };
  /** Undo or redo a mute. With the number of a tab in a private window it is kept in memory only; so is `refuse`. */
  mute: { request: { entity: EntityKey; on: boolean; tabId?: number }; answer: null };
  /** Undo or redo "Not this person" on a site. */
  refuse: { request: { site: string; entity: EntityKey; on: boolean; tabId?: number }; answer: null };
  /** The entity that a click in a page has opened the side panel of this window on: told once, else `null`. */
  panelEntity: { request: { windowId: number }; answer: EntityKey | null };
}

export interface Choices {
  /** For sites without a rule of their own. */
  defaultMode: Mode;
  readingMode: ReadingMode;
  rules: { site: string; mode: Mode }[];
  muted: NamedEntity[];
  refused: (NamedEntity & { site: string })[];
  pause: Pause | null;
  privateWindows: PrivateWindows;
  badge: boolean;
  markStyle: MarkStyle;
}

export interface NamedEntity {
  entity: EntityKey;
  /** Its key, where no pack holds it any more. */
  name: string;
}

export type PauseChoice = 'resumed' | 'hour';

export interface JumpAnswer {
  /** Of the mention that is in view now, from 1. */
  position: number;
  of: number;
}

export interface SearchAnswer {
  found: SearchResult[];
  /** All that match, of which `found` has the first. */
  total: number;
}

export interface SearchResult {
  entity: EntityKey;
  name: string;
  type: EntityType;
  pack: string;
  /** The alias that matched, where it is not the name. */
  alias?: string;
}

/** Why a tab is not read. */
export type Unread =
  /** A page of the browser, the store, another extension: never readable. */
  | 'browser-page'
  /** The browser does not say which page it is, before all sites are allowed or the toolbar button is pressed over it. */
  | 'unseen'
  /** The reader has not allowed Sidelight to read this site. */
  | 'no-permission'
  /** The mode of the site is `off`. */
  | 'off'
  /** Everything is paused. */
  | 'paused'
  /** The reader's choice for private windows. */
  | 'private'
  /** The browser's own viewer shows a PDF, an image or another file. */
  | 'viewer'
  /** The page has not answered yet. */
  | 'loading';

export interface TabState {
  /** The host name the mode is for; empty for a page that has none. */
  site: string;
  mode: Mode;
  /** Where `mode` comes from: a rule of this site or of a domain above it, the default, or the click that reads it once. */
  by: 'rule' | 'default' | 'once';
  /** The site whose rule it is; missing without one. */
  rule?: string;
  isPrivate: boolean;
  pause: Pause | null;
  /** The page is read under the click that reads it once, whatever decides: the browser allows its site no further. */
  onlyOnce?: true;
  /** Missing when the page was read. */
  unread?: Unread;
  /** In order of first appearance. */
  mentions: MentionSummary[];
  /** The store could not be opened: the bundled pack is used as it is shipped. */
  storeBroken: boolean;
}

export interface MentionSummary {
  entity: EntityKey;
  name: string;
  type: EntityType;
  count: number;
  /** Of the first mention. */
  because: Because;
  /** Its pack is kept out of pages: a jump paints nothing. */
  quietOnly?: true;
}

export interface PackSummary {
  id: string;
  title: string;
  version: string;
  /** `2026-11-23` */
  checked: string;
  entities: number;
  quotes: number;
  on: boolean;
  sensitive: boolean;
  /** Comes with the extension. */
  bundled: boolean;
}

export type UiRequestName = keyof UiRequests;

/** How the extension's own pages ask the background. */
export type AskAsUi = <Name extends UiRequestName>(
  name: Name,
  request: UiRequests[Name]['request'],
) => Promise<UiRequests[Name]['answer']>;
