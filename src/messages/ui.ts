/** The contract between the extension's own pages (popup, options, panel) and the background. */
import type { CardContent } from '../dataset/card-content.ts';
import type { EntityType } from '../dataset/schema.ts';
import type { Because, EntityKey } from '../matching/types.ts';
import type { MarkStyle, Mode } from '../settings/schema.ts';

export interface UiRequests {
  /** What the popup shows of a tab. */
  tabState: { request: { tabId: number }; answer: TabState };
  /** Set the mode of a site; all its open tabs follow at once. */
  setMode: { request: { site: string; mode: Mode }; answer: null };
  /** The host permission was granted from the popup: start in the open tabs. */
  permissionsChanged: { request: Record<never, never>; answer: null };
  packs: { request: Record<never, never>; answer: PackSummary[] };
  setPack: { request: { packId: string; on: boolean }; answer: PackSummary[] };
  describe: { request: { entities: EntityKey[] }; answer: CardContent[] | null };
  appearance: { request: Record<never, never>; answer: Appearance };
  setMarkStyle: { request: { style: MarkStyle }; answer: null };
  /** Undo or redo a mute. */
  mute: { request: { entity: EntityKey; on: boolean }; answer: null };
}

export interface Appearance {
  markStyle: MarkStyle;
}

/** Why a tab is not read. */
export type Unread =
  /** A page of the browser, the store, another extension: never readable. */
  | 'browser-page'
  /** The reader has not allowed Sidelight to read this site. */
  | 'no-permission'
  /** The mode of the site is `off`. */
  | 'off'
  /** The page has not answered yet. */
  | 'loading';

export interface TabState {
  /** The host name the mode is for; empty for a page that has none. */
  site: string;
  mode: Mode;
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
}

export type UiRequestName = keyof UiRequests;

/** How the extension's own pages ask the background. */
export type AskAsUi = <Name extends UiRequestName>(
  name: Name,
  request: UiRequests[Name]['request'],
) => Promise<UiRequests[Name]['answer']>;
