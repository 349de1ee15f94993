/** Keeps the scripts in open tabs in step with the reader's choices. */
import { browser } from 'wxt/browser';
import type { PageOrder } from '../messages/page.ts';
import { orderPage } from '../messages/send.ts';
import type { ReadingMode, Settings } from '../settings/schema.ts';
import { readSettings } from '../settings/store.ts';
import { modeOf } from './mode.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { PAGE_SCRIPT, register } from './registration.ts';

/** Brings registration and all open tabs in step with the settings. */
export const applySettings = oneAtATime(applyNow);

async function applyNow(): Promise<void> {
  const settings = await readSettings();
  const inPrivate = await readSettings({ isPrivate: true });
  await register(settings, inPrivate);
  const tabs = await browser.tabs.query({});
  await Promise.all(
    tabs.map(({ id, url, incognito }) =>
      id === undefined ? undefined : applyToTab(id, url, incognito, incognito ? inPrivate : settings),
    ),
  );
}

/** Tells the scripts in all tabs. */
export async function tellAll(order: PageOrder): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.all(tabs.map(({ id }) => (id === undefined ? undefined : tell(id, order))));
}

/** A tab whose address we may not know is one that we may not read: a script from before asks what holds now, and goes. */
async function applyToTab(
  tabId: number,
  url: string | undefined,
  isPrivate: boolean,
  settings: Settings,
): Promise<void> {
  const { mode } = await modeOf({ tabId, url: url ?? '', isPrivate }, settings);
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

/** Tells a script what it does already, which changes nothing: false where none is there. */
export function isAtWork(tabId: number, mode: ReadingMode): Promise<boolean> {
  return tell(tabId, { order: 'mode', mode }, { frameId: 0 });
}

/** Resolves to false where no script listens. */
export function tell(tabId: number, order: PageOrder, frame?: { frameId: number }): Promise<boolean> {
  return orderPage(browser.tabs, tabId, order, frame);
}
