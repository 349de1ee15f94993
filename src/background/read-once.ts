/** Reads the page of a tab once, under the permission that a click on the toolbar button gives. */
import { browser } from 'wxt/browser';
import type { Settings } from '../settings/schema.ts';
import type { Where } from '../settings/store.ts';
import { modeOf } from './mode.ts';
import { allowOnce } from './once.ts';
import { isAtWork, startInTab } from './tabs.ts';

/** @returns whether it is read now. Never against a rule, in a pause, or in private windows that are off */
export async function readOnce(
  tabId: number,
  settings: (where: Where) => Promise<Settings>,
): Promise<boolean> {
  const { url, incognito: isPrivate } = await browser.tabs.get(tabId);
  if (url === undefined) return false;
  const page = { tabId, url, isPrivate };
  const chosen = await settings({ isPrivate });
  const before = await modeOf(page, chosen);
  if (before.site === '') return false;
  return allowOnce(tabId, before.site, async () => {
    const { mode } = await modeOf(page, chosen);
    if (mode === 'off') return false;
    if ((await isAtWork(tabId, mode)) === 'yes') return true;
    return (await startInTab(tabId)) !== 'no' && (await isAtWork(tabId, mode)) !== 'no';
  });
}
