/** What the popup shows of a tab, and why a tab is not read. */
import { browser } from 'wxt/browser';
import type { TabState, Unread } from '../messages/ui.ts';
import type { Settings } from '../settings/schema.ts';
import { pauseAt } from '../sites/decide.ts';
import { summarize } from './documents.ts';
import { liveDocuments } from './live-documents.ts';
import { mayRead, modeOf, type PageMode } from './mode.ts';

export async function tabState(
  tabId: number,
  settings: (where: { isPrivate: boolean }) => Promise<Settings>,
  storeBroken: boolean,
): Promise<TabState> {
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  const url = tab?.url ?? '';
  const isPrivate = tab?.incognito ?? false;
  const chosen = await settings({ isPrivate });
  const mode = await modeOf({ tabId, url, isPrivate }, chosen);
  const documents = mode.mode === 'off' ? [] : await liveDocuments(tabId, mode.mode);
  const unread = documents.length > 0 ? undefined : await whyUnread(tabId, url, mode);
  return {
    site: mode.site,
    // What keeps it from being done now is told by `unread`.
    mode: mode.mode === 'off' ? mode.chosen : mode.mode,
    by: mode.by,
    ...(mode.rule === undefined ? {} : { rule: mode.rule }),
    isPrivate,
    pause: pauseAt(chosen.pause, Date.now()),
    ...(unread === undefined ? {} : { unread }),
    mentions: unread === undefined ? summarize(documents.map(({ record }) => record)) : [],
    storeBroken,
  };
}

async function whyUnread(tabId: number, url: string, { held, mode, by }: PageMode): Promise<Unread> {
  if (held === 'no-site') return 'browser-page';
  if (held === 'paused' || held === 'no-permission') return held;
  if (held === 'private' && mode === 'off') return held;
  if (mode !== 'off') return whatIsShown(tabId, url);
  return by === 'rule' || (await mayRead(url)) ? 'off' : 'no-permission';
}

/** What the browser shows in place of a page. */
const FILE_NOT_PAGE = /\.(?:pdf|xml|json|png|jpe?g|gif|webp|avif|svg|mp[34]|webm|ogg|wav)$/i;
const PAGE_TYPES = ['text/html', 'application/xhtml+xml', 'text/plain'];

/** The script should be there and is not. The tab itself is asked what it shows. */
async function whatIsShown(tabId: number, url: string): Promise<Unread> {
  try {
    const [found] = await browser.scripting.executeScript({
      target: { tabId },
      func: () => document.contentType,
    });
    const type: unknown = found?.result;
    return typeof type === 'string' && !PAGE_TYPES.includes(type) ? 'viewer' : 'loading';
  } catch {
    // Refused, with the permission there: a viewer, or a place that browsers keep to themselves.
    if (FILE_NOT_PAGE.test(new URL(url).pathname)) return 'viewer';
    const tab = await browser.tabs.get(tabId).catch(() => undefined);
    return tab?.status === 'loading' ? 'loading' : 'browser-page';
  }
}
