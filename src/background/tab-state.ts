/** What the popup shows of a tab, and why a tab is not read. */
import { browser } from 'wxt/browser';
import type { MentionSummary, TabState, Unread } from '../messages/ui.ts';
import type { Settings } from '../settings/schema.ts';
import { pauseAt } from '../sites/decide.ts';
import { packOf } from './annotate.ts';
import { type FrameRecord, readDocuments, summarize } from './documents.ts';
import type { Library } from './library.ts';
import { mayRead, mayReadAll, modeOf, type PageInTab, type PageMode } from './mode.ts';
import { endIfLeft, isReadOnce } from './once.ts';
import { readInOrder } from './reading-order.ts';
import { type Heard, isAtWork, orSilent } from './tabs.ts';

export async function tabState(
  tabId: number,
  settings: (where: { isPrivate: boolean }) => Promise<Settings>,
  library: Pick<Library, 'isBroken' | 'quietOnly'>,
): Promise<TabState> {
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  const url = tab?.url ?? '';
  const isPrivate = tab?.incognito ?? false;
  const chosen = await settings({ isPrivate });
  const page = { tabId, url, isPrivate };
  const { mode, script } = await modeAtWork(page, chosen);
  const documents = script === 'no' ? [] : await (script === 'yes' ? readInOrder : readDocuments)(tabId);
  const unread = await whyUnread({ ...page, isInFront: tab?.active ?? false }, mode, script, documents);
  const quietOnly = await library.quietOnly();
  const quietNoted = (mention: MentionSummary): MentionSummary =>
    quietOnly.has(packOf(mention.entity)) ? { ...mention, quietOnly: true } : mention;
  const onlyOnce = unread === undefined && !(await mayRead(url));
  return {
    site: mode.site,
    // What keeps it from being done now is told by `unread`.
    mode: mode.mode === 'off' ? mode.chosen : mode.mode,
    by: mode.by,
    ...(mode.rule === undefined ? {} : { rule: mode.rule }),
    isPrivate,
    pause: pauseAt(chosen.pause, Date.now()),
    ...(onlyOnce ? { onlyOnce } : {}),
    ...(unread === undefined ? {} : { unread }),
    mentions: summarize(documents).map(quietNoted),
    storeBroken: await library.isBroken(),
  };
}

/** A page that was read once and was left is not read any more. */
async function modeAtWork(page: PageInTab, settings: Settings): Promise<{ mode: PageMode; script: Heard }> {
  const { tabId } = page;
  const mode = await modeOf(page, settings);
  const script = mode.mode === 'off' ? 'no' : await isAtWork(tabId, mode.mode);
  const left = script === 'no' && (await isReadOnce(tabId, mode.site)) && (await endIfLeft(tabId));
  return { mode: left ? await modeOf(page, settings) : mode, script };
}

/** Missing where what is mentioned is known: something, or, once the whole page was read, nothing. */
async function whyUnread(
  { tabId, url, isInFront }: PageInTab & { isInFront: boolean },
  { held, mode, by }: PageMode,
  script: Heard,
  documents: readonly FrameRecord[],
): Promise<Unread | undefined> {
  const [top] = documents;
  if (top !== undefined) {
    // Behind another tab it waits until it is shown, and nobody looks.
    const isKnown = top.record.read || !isInFront || summarize(documents).length > 0;
    return isKnown ? undefined : 'loading';
  }
  if (held === 'no-site') return url === '' && !(await mayReadAll()) ? 'unseen' : 'browser-page';
  if (held === 'paused') return held;
  if (held === 'private' && mode === 'off') return held;
  if (mode !== 'off') return script === 'silent' ? 'loading' : whatIsShown(tabId, url);
  if (by === 'rule' && held === undefined) return 'off';
  if (held === undefined && (await mayRead(url))) return 'off';
  const answer = await isPage(tabId);
  // The button tells the address of a page that it lets be read: where it is refused all the same, a permission is no help.
  if (answer === undefined && url.startsWith('http')) return whatIsRefused(tabId, url);
  return answer === false ? 'viewer' : 'no-permission';
}

/** What a browser shows in a viewer of its own. */
const FILE_NOT_PAGE = /\.(?:pdf|xml|json|png|jpe?g|gif|webp|avif|svg|mp[34]|webm|ogg|wav)$/i;
const PAGE_TYPES: readonly unknown[] = ['text/html', 'application/xhtml+xml', 'text/plain'];

/** The script should be there and is not. */
async function whatIsShown(tabId: number, url: string): Promise<Unread> {
  const answer = await isPage(tabId);
  if (answer !== undefined) return answer === false ? 'viewer' : 'loading';
  return whatIsRefused(tabId, url);
}

/** Refused, with the permission there: a viewer, or a place that browsers keep to themselves. */
async function whatIsRefused(tabId: number, url: string): Promise<Unread> {
  if (FILE_NOT_PAGE.test(new URL(url).pathname)) return 'viewer';
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  return tab?.status === 'loading' ? 'loading' : 'browser-page';
}

/** Asks the tab itself what it shows; `undefined` where the browser does not let us. */
function isPage(tabId: number): Promise<boolean | 'silent' | undefined> {
  const answer = browser.scripting
    .executeScript({ target: { tabId }, func: () => document.contentType })
    .then(
      ([found]) => PAGE_TYPES.includes(found?.result),
      () => undefined,
    );
  return orSilent(answer);
}
