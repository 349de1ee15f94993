/** What the shortcuts of the manifest's `commands` do in the tab in front. */
import { browser } from 'wxt/browser';
import { entries, MODES, type Mode } from '../settings/schema.ts';
import { readSettings, writeSettings } from '../settings/store.ts';
import { mayRead, modeOf, type Tab } from './mode.ts';
import { tell } from './tabs.ts';

type KnownTab = Tab & { id: number };
type Follow = (tab: KnownTab) => Promise<void>;

const COMMANDS: Record<string, Follow> = {
  'next-mention': (tab) => step(tab.id, 1),
  'previous-mention': (tab) => step(tab.id, -1),
  'site-mode': changeMode,
};

export async function followCommand(command: string, tab: Tab | undefined): Promise<void> {
  const { id } = tab ?? {};
  if (tab !== undefined && id !== undefined) await COMMANDS[command]?.({ ...tab, id });
}

/** In frames the keyboard's way is the popup's list. */
async function step(tabId: number, direction: 1 | -1): Promise<void> {
  await tell(tabId, { order: 'step', direction }, { frameId: 0 });
}

/** The next of the three modes. Where the site cannot be read, the popup opens and says why. */
async function changeMode({ id: tabId, url = '', incognito: isPrivate }: KnownTab): Promise<void> {
  const settings = await readSettings({ isPrivate });
  const { site, chosen, held } = await modeOf({ tabId, url, isPrivate }, settings);
  if (site === '' || held !== undefined || !(await mayRead(url))) await browser.action.openPopup();
  else await writeSettings([entries.site(site, nextMode(chosen))], { isPrivate });
}

export function nextMode(mode: Mode): Mode {
  return MODES[(MODES.indexOf(mode) + 1) % MODES.length] ?? mode;
}
