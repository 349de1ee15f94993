/** What the popup shows of a tab, and why a tab is not read. */
import { browser } from 'wxt/browser';
import type { TabState, Unread } from '../messages/ui.ts';
import type { Settings } from '../settings/schema.ts';
import { decide, patternOf } from '../sites/decide.ts';
import { readDocuments, summarize } from './documents.ts';

export async function tabState(tabId: number, settings: Settings, storeBroken: boolean): Promise<TabState> {
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  const url = tab?.url ?? '';
  const { site, mode } = decide(url, settings);
  const documents = await readDocuments(tabId);
  const unread = await whyUnread(url, site, mode, documents.length > 0);
  return {
    site,
    mode,
    ...(unread === undefined ? {} : { unread }),
    mentions: unread === undefined ? summarize(documents) : [],
    storeBroken,
  };
}

async function whyUnread(
  url: string,
  site: string,
  mode: TabState['mode'],
  read: boolean,
): Promise<Unread | undefined> {
  if (site === '') return 'browser-page';
  if (!(await browser.permissions.contains({ origins: [patternOf(url)] }))) return 'no-permission';
  if (mode === 'off') return 'off';
  return read ? undefined : 'loading';
}
