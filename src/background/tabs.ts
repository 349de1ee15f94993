/** Keeps the scripts in open tabs in step with the reader's choices. */
import { browser } from 'wxt/browser';
import { detach } from '../errors.ts';
import type { PageOrder } from '../messages/page.ts';
import { orderPage } from '../messages/send.ts';
import type { ReadingMode, Settings } from '../settings/schema.ts';
import { readSettings } from '../settings/store.ts';
import { modeOf } from './mode.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { PAGE_SCRIPT, register } from './registration.ts';

/**
 * Milliseconds after which a tab that has not answered is called silent: it computes, is frozen, or shows a dialog of its
 * own. What it was told waits there until it wakes.
 */
const PATIENCE_MS = 250;

/** What came of telling a tab, or of starting the script there. */
export type Heard =
  | 'yes'
  /** No script listens, or the browser does not let one start. */
  | 'no'
  /** Not yet: it will, when the tab wakes. */
  | 'silent';

/** How often the tabs were told of a mode: what comes of it late counts only until the next time. */
let round = 0;

/** Brings registration and all open tabs in step with the settings. No tab waits for another, and nobody for a silent one. */
export const applySettings = oneAtATime(applyNow);

async function applyNow(): Promise<void> {
  round += 1;
  const settings = await readSettings();
  const inPrivate = await readSettings({ isPrivate: true });
  // Firefox answers only when every process has heard of it; what is loaded from now on follows it before that.
  await orSilent(register(settings, inPrivate));
  const tabs = await browser.tabs.query({});
  await Promise.all(
    tabs.map(({ id, url, incognito }) =>
      id === undefined ? undefined : applyToTab(id, url, incognito, incognito ? inPrivate : settings),
    ),
  );
}

/** Tells the scripts in all tabs. */
export async function tellAll(order: PageOrder): Promise<void> {
  for (const { id } of await browser.tabs.query({})) if (id !== undefined) detach(tell(id, order));
}

/** A tab whose address we may not know is one that we may not read: a script from before asks what holds now, and goes. */
async function applyToTab(
  tabId: number,
  url: string | undefined,
  isPrivate: boolean,
  settings: Settings,
): Promise<void> {
  const mine = round;
  const { mode } = await modeOf({ tabId, url: url ?? '', isPrivate }, settings);
  const heard = inTime(tell(tabId, { order: 'mode', mode }));
  if (mode !== 'off') detach(heard.then((script) => startUnlessHeard(script, tabId, mine)));
}

/** A silent tab gets the script now, for when it wakes: this background may have ended by then. */
async function startUnlessHeard(script: Heard, tabId: number, mine: number): Promise<void> {
  // A later round tells the tab what holds by then.
  if (script !== 'yes' && mine === round) await startInTab(tabId);
}

/** Starts the script in a tab that was open before. It refuses to start twice. */
export function startInTab(tabId: number, where: { allFrames?: boolean } = {}): Promise<Heard> {
  const started = browser.scripting.executeScript({ target: { tabId, ...where }, files: [PAGE_SCRIPT] }).then(
    () => true,
    // A page of the browser, one that is closing, or one without permission: the popup says which.
    () => false,
  );
  return inTime(started);
}

/** Tells a script what it does already, which changes nothing. */
export function isAtWork(tabId: number, mode: ReadingMode): Promise<Heard> {
  return inTime(tell(tabId, { order: 'mode', mode }, { frameId: 0 }));
}

/** Resolves to false where no script listens, and not before the tab answers: wait for it only where it is in front. */
export function tell(tabId: number, order: PageOrder, frame?: { frameId: number }): Promise<boolean> {
  return orderPage(browser.tabs, tabId, order, frame);
}

function inTime(answer: Promise<boolean>): Promise<Heard> {
  const heard = answer.then((yes) => (yes ? 'yes' : 'no'));
  return orSilent(heard);
}

/** What a tab answers, as long as it does not keep us waiting. */
export function orSilent<Answer>(answer: Promise<Answer>): Promise<Answer | 'silent'> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve('silent'), PATIENCE_MS);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
