/**
 * Pages that are read once: the reader's click on the toolbar button allows it until the page is left. Kept in
 * `storage.session` by tab and site; a page's script that is no longer there ends it.
 */
import { browser } from 'wxt/browser';

/** Tabs whose script has been asked for and has not started yet. Kept in memory: it lasts as long as the question. */
const starting = new Set<number>();

const ONCE = 'once:';
const keyOf = (tabId: number) => ONCE + tabId;

export async function isReadOnce(tabId: number, site: string): Promise<boolean> {
  const key = keyOf(tabId);
  return (await browser.storage.session.get(key))[key] === site;
}

/** @param start starts the script; where it does not, the page is not read once */
export async function allowOnce(
  tabId: number,
  site: string,
  start: () => Promise<boolean>,
): Promise<boolean> {
  starting.add(tabId);
  try {
    await browser.storage.session.set({ [keyOf(tabId)]: site });
    const started = await start();
    if (!started) await endOnce(tabId);
    return started;
  } finally {
    starting.delete(tabId);
  }
}

/** No script is at work in the tab: the page that was read once has been left, unless it is just beginning. */
export async function endIfLeft(tabId: number): Promise<boolean> {
  if (starting.has(tabId)) return false;
  await endOnce(tabId);
  return true;
}

export async function endOnce(tabId: number): Promise<void> {
  await browser.storage.session.remove(keyOf(tabId));
}

/** The reader takes permissions back: what a click allowed goes with them. */
export async function endAllOnce(): Promise<void> {
  const keys = Object.keys(await browser.storage.session.get(null));
  await browser.storage.session.remove(keys.filter((key) => key.startsWith(ONCE)));
}
