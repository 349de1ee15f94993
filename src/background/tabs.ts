/** Keeps the scripts in pages in step with the reader's choices: registration for pages to come, orders for open ones. */
import { browser } from 'wxt/browser';
import type { PageOrder } from '../messages/page.ts';
import { orderPage } from '../messages/send.ts';
import type { Settings } from '../settings/schema.ts';
import { decide, patternsToRegister } from '../sites/decide.ts';

const SCRIPT_ID = 'page';
const PAGE_SCRIPT = '/page.js';

/** Brings registration and all open tabs in step with the settings. */
export async function applySettings(settings: Settings): Promise<void> {
  await register(patternsToRegister(settings));
  const tabs = await browser.tabs.query({});
  await Promise.all(
    tabs.map(({ id, url }) => (id === undefined ? undefined : applyToTab(id, url, settings))),
  );
}

/** Tells the scripts in all tabs. */
export async function tellAll(order: PageOrder): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.all(tabs.map(({ id }) => (id === undefined ? undefined : tell(id, order))));
}

/** Only the top frame's script is registered, and only under a pattern for all sites or the sites that were chosen. */
async function register(matches: string[]): Promise<void> {
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] });
  if (matches.length === 0) {
    if (registered !== undefined) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT_ID] });
    return;
  }
  const script = { id: SCRIPT_ID, matches, js: [PAGE_SCRIPT], runAt: 'document_idle' as const };
  if (registered === undefined) {
    await browser.scripting.registerContentScripts([script]);
  } else if (registered.matches?.join() !== matches.join()) {
    await browser.scripting.updateContentScripts([script]);
  }
}

/** A tab whose address we may not know is one that we may not read: there is nothing to tell it. */
async function applyToTab(tabId: number, url: string | undefined, settings: Settings): Promise<void> {
  if (url === undefined) return;
  const { mode } = decide(url, settings);
  const listens = await tell(tabId, { order: 'mode', mode });
  if (mode !== 'off' && !listens) await startInTab(tabId);
}

/** Starts the script in a tab that was open before. It refuses to start twice. False where the browser does not let us. */
export function startInTab(tabId: number, where: { allFrames?: boolean } = {}): Promise<boolean> {
  return browser.scripting.executeScript({ target: { tabId, ...where }, files: [PAGE_SCRIPT] }).then(
    () => true,
    // A page of the browser, one that is closing, or one without permission: the popup says which.
    () => false,
  );
}

function tell(tabId: number, order: PageOrder): Promise<boolean> {
  return orderPage(browser.tabs, tabId, order);
}

/** What a shortcut of the manifest's `commands` does in the tab in front. */
const STEPS: Record<string, 1 | -1> = { 'next-mention': 1, 'previous-mention': -1 };

/** Follows a shortcut. In frames the keyboard's way is the popup's list. */
export async function followCommand(command: string, tabId: number | undefined): Promise<void> {
  const direction = STEPS[command];
  if (direction === undefined || tabId === undefined) return;
  await orderPage(browser.tabs, tabId, { order: 'step', direction }, { frameId: 0 });
}
