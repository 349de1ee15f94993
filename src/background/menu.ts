/** The context menu of pages and of the toolbar button: the mode of the site in front, as one choice of three. */
import { browser } from 'wxt/browser';
import { detach, report } from '../errors.ts';
import { t } from '../i18n.ts';
import { entries, MODES, type Mode } from '../settings/schema.ts';
import { readSettings, writeSettings } from '../settings/store.ts';
import { patternsOf } from '../sites/patterns.ts';
import { siteOf } from '../sites/site.ts';
import { modeOf, type Tab } from './mode.ts';
import { oneAtATime } from './one-at-a-time.ts';

/** Of a click on an item, as much as is needed. */
interface Click {
  menuItemId: number | string;
  pageUrl?: string | undefined;
}

const CONTEXTS = ['page', 'frame', 'action'] as const;
const PARENT = 'mode';
const itemOf = (mode: Mode) => `${PARENT}:${mode}`;

/** Browsers keep a menu until it is made again: at an install, an update and a start, when the language may have changed. */
export const createMenu = oneAtATime(async () => {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({ id: PARENT, title: t('menu.here'), contexts: [...CONTEXTS] });
  for (const mode of MODES) {
    browser.contextMenus.create({
      id: itemOf(mode),
      parentId: PARENT,
      type: 'radio',
      title: t(`popup.mode.${mode}`),
      checked: mode === 'off',
      contexts: [...CONTEXTS],
    });
  }
  const tab = await findFront();
  if (tab !== undefined) await check(await modeToCheck(tab));
});

/** Checks what holds for the tab in front of the window in front. */
export async function followFront(): Promise<void> {
  const tab = await findFront();
  if (tab !== undefined) await followTab(tab);
}

/** @param tab in front of its window */
export async function followTab(tab: Tab): Promise<void> {
  const mode = await modeToCheck(tab);
  // Tabs move before a menu is there for the first time, and while it is made anew: once it is, it checks by itself.
  await check(mode).catch(createMenu);
}

async function findFront(): Promise<Tab | undefined> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return tab;
}

async function modeToCheck({ id: tabId, url = '', incognito: isPrivate }: Tab): Promise<Mode> {
  // A window of the developer tools has no number.
  if (tabId === undefined) return 'off';
  const { mode, chosen } = await modeOf({ tabId, url, isPrivate }, await readSettings({ isPrivate }));
  return mode === 'off' ? chosen : mode;
}

async function check(mode: Mode): Promise<void> {
  await browser.contextMenus.update(itemOf(mode), { checked: true });
}

/**
 * Must be called before anything is awaited: the browser asks for a permission only for the click itself. Where it is
 * there already, nothing is asked. The mode is set whatever the answer; the popup says what is missing.
 */
export function followMenu({ menuItemId, pageUrl }: Click, tab: Tab | undefined): void {
  const mode = MODES.find((each) => itemOf(each) === menuItemId);
  const site = siteOf(tab?.url ?? pageUrl ?? '');
  if (mode === undefined || site === '') return;
  if (mode !== 'off') browser.permissions.request({ origins: patternsOf(site) }).catch(report);
  detach(writeSettings([entries.site(site, mode)], { isPrivate: tab?.incognito ?? false }).then(followFront));
}
