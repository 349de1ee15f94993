/**
 * Pages that are read once: the reader's click on the toolbar button allows it until the page is left. Kept in
 * `storage.session` by tab and site; a page's script that is no longer there ends it.
 */
import { browser } from 'wxt/browser';

const keyOf = (tabId: number) => `once:${tabId}`;

export async function isReadOnce(tabId: number, site: string): Promise<boolean> {
  const key = keyOf(tabId);
  return (await browser.storage.session.get(key))[key] === site;
}

export async function allowOnce(tabId: number, site: string): Promise<void> {
  await browser.storage.session.set({ [keyOf(tabId)]: site });
}

export async function endOnce(tabId: number): Promise<void> {
  await browser.storage.session.remove(keyOf(tabId));
}
