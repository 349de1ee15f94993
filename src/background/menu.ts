/**
 * The context menu of pages and of the toolbar button: the mode of the site in front, as one choice of three; and of a
 * selection: add it as a name or as a quote.
 */
import { browser } from 'wxt/browser';
import { detach, report } from '../errors.ts';
import { t } from '../i18n.ts';
import type { CaptureDraft } from '../messages/capture-draft.ts';
import { entries, MODES, type Mode } from '../settings/schema.ts';
import { readSettings, writeSettings } from '../settings/store.ts';
import { patternsOf } from '../sites/patterns.ts';
import { siteOf } from '../sites/site.ts';
import { type CapturedTab, capture, type SelectionClick } from './capture.ts';
import type { Library } from './library.ts';
import { mayRead, modeOf, type Tab } from './mode.ts';
import { readOnce } from './read-once.ts';

/** Of a click on an item, as much as is needed. */
interface Click extends SelectionClick {
  menuItemId: number | string;
}

const CONTEXTS = ['page', 'frame', 'action'] as const;
const PARENT = 'mode';
const itemOf = (mode: Mode) => `${PARENT}:${mode}`;

const CAPTURES = ['name', 'quote'] as const satisfies readonly CaptureDraft['as'][];
const captureItem = (as: CaptureDraft['as']) => `capture:${as}`;

/** In `storage.session`, which goes when the extension ends: the menu was made since then. */
const MADE = 'menu-made';

/** Work on the menu, one piece after the other: an item that is not there yet cannot be checked. */
let last: Promise<unknown> = Promise.resolve();

function inTurn(work: () => Promise<void>): Promise<void> {
  const mine = last.then(work, work);
  last = mine;
  return mine;
}

/** Makes the menu anew: browsers keep it, and at an install, an update or a start the language may have changed. */
export function createMenu(): Promise<void> {
  return inTurn(async () => {
    await make();
    await checkFront();
  });
}

/** Checks what holds for the tab in front of the window in front. */
export function followFront(): Promise<void> {
  return inTurn(async () => {
    await ensure();
    await checkFront();
  });
}

/** @param tab in front of its window */
export function followTab(tab: Tab): Promise<void> {
  return inTurn(async () => {
    await ensure();
    await check(tab);
  });
}

/** A tab may change before the browser tells of the install, and nothing tells that the extension was switched on again. */
async function ensure(): Promise<void> {
  const kept = await browser.storage.session.get(MADE);
  if (kept[MADE] !== true) await make();
}

async function make(): Promise<void> {
  await browser.storage.session.remove(MADE);
  await browser.contextMenus.removeAll();
  for (const as of CAPTURES) {
    await create({
      id: captureItem(as),
      title: t(as === 'name' ? 'manager.capture.addName' : 'manager.capture.addQuote'),
      contexts: ['selection'],
    });
  }
  await create({ id: PARENT, title: t('menu.here'), contexts: [...CONTEXTS] });
  for (const mode of MODES) {
    await create({
      id: itemOf(mode),
      parentId: PARENT,
      type: 'radio',
      title: t(`popup.mode.${mode}`),
      checked: mode === 'off',
      contexts: [...CONTEXTS],
    });
  }
  await browser.storage.session.set({ [MADE]: true });
}

/** The browser answers `create` with an id at once, and makes the item later. */
function create(item: Parameters<typeof browser.contextMenus.create>[0]): Promise<void> {
  return new Promise((resolve, reject) => {
    browser.contextMenus.create(item, () => {
      const { lastError } = browser.runtime;
      if (lastError) reject(new Error(lastError.message));
      else resolve();
    });
  });
}

async function checkFront(): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab !== undefined) await check(tab);
}

async function check({ id: tabId, url = '', incognito: isPrivate }: Tab): Promise<void> {
  if (tabId === undefined) return;
  const { mode, chosen } = await modeOf({ tabId, url, isPrivate }, await readSettings({ isPrivate }));
  await browser.contextMenus.update(itemOf(mode === 'off' ? chosen : mode), { checked: true });
}

export function followMenu(click: Click, tab: CapturedTab | undefined, library: Library): void {
  const as = CAPTURES.find((each) => captureItem(each) === click.menuItemId);
  if (as === undefined) chooseMode(click, tab);
  else if (tab !== undefined) detach(capture(as, click, tab, library));
}

/**
 * Must be called before anything is awaited: the browser asks for a permission only for the click itself. Where it is
 * there already, nothing is asked. The mode is set whatever the answer; the popup says what is missing. In a private window
 * nothing is asked, because browsers keep the names of sites that were allowed on the disk: the click itself lets the page
 * be read once.
 */
function chooseMode({ menuItemId, pageUrl }: Click, tab: Tab | undefined): void {
  const mode = MODES.find((each) => itemOf(each) === menuItemId);
  const site = siteOf(tab?.url ?? pageUrl ?? '');
  if (mode === undefined || site === '') return;
  const isPrivate = tab?.incognito ?? false;
  if (mode !== 'off' && !isPrivate) {
    browser.permissions.request({ origins: patternsOf(site) }).catch(report);
  }
  const write = async () => {
    await writeSettings([entries.site(site, mode)], { isPrivate });
    if (mode !== 'off' && isPrivate && tab !== undefined) await readHere(tab);
    await followFront();
  };
  detach(write());
}

async function readHere({ id, url = '' }: Tab): Promise<void> {
  if (id !== undefined && !(await mayRead(url))) await readOnce(id, readSettings);
}
