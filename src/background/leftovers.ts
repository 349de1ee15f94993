/**
 * What the scripts of an earlier start have left in open pages. Chromium lets them run on, and they take it out
 * themselves; Firefox ends them at once when the extension is updated or reloaded, with their marks and cards in place.
 */
import { browser } from 'wxt/browser';

/** Only after an update: the registry that it looks into is the page's, which could watch it looking. */
export async function sweepTabs(): Promise<void> {
  if (!import.meta.env.FIREFOX) return;
  const tabs = await browser.tabs.query({ url: '<all_urls>' });
  await Promise.all(tabs.map(({ id }) => (id === undefined ? undefined : sweep(id))));
}

function sweep(tabId: number): Promise<unknown> {
  return browser.scripting
    .executeScript({ target: { tabId, allFrames: true }, func: takeOut })
    .catch(() => 'A page of the browser, or one without permission: nothing of ours is there.');
}

/** Runs in the page, in a world of its own: it may use nothing from this file. */
function takeOut(): void {
  const { wrappedJSObject } = window as Window & { wrappedJSObject?: typeof globalThis };
  const highlights = wrappedJSObject?.CSS.highlights;
  for (const name of [...(highlights?.keys() ?? [])]) {
    // As `lifecycle.ts` of the page names its document.
    if (/^h[0-9a-f]{16}-\d+$/.test(name)) highlights?.delete(name);
  }
  const { querySelectorAll } = Document.prototype;
  for (const host of querySelectorAll.call(document, '[popover=manual]')) {
    const { openOrClosedShadowRoot: root } = host as Element & { openOrClosedShadowRoot?: ShadowRoot | null };
    if (root?.querySelector('.card[role=dialog]')) host.remove();
  }
}
