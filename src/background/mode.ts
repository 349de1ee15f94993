/** What is done with a page now: the only place that knows settings, pause, private windows, permissions and "read once". */
import { browser } from 'wxt/browser';
import type { Settings } from '../settings/schema.ts';
import { type Decision, decide } from '../sites/decide.ts';
import { ALL_SITES, patternOf } from '../sites/patterns.ts';
import { siteOf } from '../sites/site.ts';
import { isReadOnce } from './once.ts';

export interface PageInTab {
  tabId: number;
  /** Of the top-level page. */
  url: string;
  isPrivate: boolean;
}

/** As much of a browser's tab as is needed to know. Without an address it is one that may not be read. */
export interface Tab {
  id?: number | undefined;
  url?: string | undefined;
  incognito: boolean;
}

export interface PageMode extends Omit<Decision, 'by' | 'held'> {
  /** `once`: by the click that reads the page once. */
  by: Decision['by'] | 'once';
  held?: Decision['held'] | 'no-permission';
}

/** @param settings those of the page's kind of window */
export async function modeOf({ tabId, url, isPrivate }: PageInTab, settings: Settings): Promise<PageMode> {
  const once = await isReadOnce(tabId, siteOf(url));
  const chosenNow = once && settings.defaultMode === 'off';
  const effective = chosenNow ? { ...settings, defaultMode: settings.readingMode } : settings;
  const decision = decide(url, effective, { now: Date.now(), isPrivate });
  if (decision.mode !== 'off' && !once && !(await mayRead(url))) {
    return { ...decision, mode: 'off', held: 'no-permission' };
  }
  return { ...decision, by: chosenNow && decision.by === 'default' ? 'once' : decision.by };
}

/** The reader has allowed this address in the browser's own prompt. */
export function mayRead(url: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [patternOf(url)] });
}

/** Then a tab without an address is one of the browser's own pages. */
export function mayReadAll(): Promise<boolean> {
  return browser.permissions.contains({ origins: [ALL_SITES] });
}
