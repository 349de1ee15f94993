/** The number on the toolbar button: how many entities a page mentions, in the colour of its mode. */
import { browser } from 'wxt/browser';
import { detach } from '../errors.ts';
import { formatNumber } from '../i18n.ts';
import type { MentionSummary } from '../messages/ui.ts';
import type { Mode, ReadingMode } from '../settings/schema.ts';
import { readSettings } from '../settings/store.ts';
import { readDocuments, summarize } from './documents.ts';
import { unlessGone } from './gone.ts';
import type { Library } from './library.ts';
import { modeOf } from './mode.ts';
import { oneAtATime } from './one-at-a-time.ts';

/** White stands on both with 7:1 or more. */
export const BADGE_COLOURS: Record<ReadingMode, string> = { marks: '#8a3f14', quiet: '#47505c' };

/** More does not fit. */
const MOST = 999;

/**
 * @param sensitive ids of packs that are never counted: who looks over a shoulder learns nothing
 * @returns nothing where there is nothing to count
 */
export function badgeText(mentions: readonly MentionSummary[], sensitive: ReadonlySet<string>): string {
  const counted = mentions.filter(
    ({ entity }) => !sensitive.has(entity.slice(0, entity.indexOf('/'))),
  ).length;
  if (counted === 0) return '';
  return counted > MOST ? `${formatNumber(MOST)}+` : formatNumber(counted);
}

export interface Badge {
  /** Brings the number of a tab in step with what is known of it; at most one at a time for each tab. */
  update(tabId: number): void;
  /** Of all tabs. */
  updateAll(): Promise<void>;
  forget(tabId: number): void;
}

export function createBadge(library: Library): Badge {
  const updates = new Map<number, () => Promise<void>>();

  function update(tabId: number): void {
    let work = updates.get(tabId);
    if (work === undefined) {
      work = oneAtATime(() => unlessGone(show(tabId, library)));
      updates.set(tabId, work);
    }
    detach(work());
  }

  return {
    update,
    async updateAll() {
      for (const { id } of await browser.tabs.query({})) if (id !== undefined) update(id);
    },
    forget: (tabId) => void updates.delete(tabId),
  };
}

async function show(tabId: number, library: Library): Promise<void> {
  const { url = '', incognito: isPrivate } = await browser.tabs.get(tabId);
  const settings = await readSettings({ isPrivate });
  const { mode } = await modeOf({ tabId, url, isPrivate }, settings);
  const text = settings.badge && mode !== 'off' ? await countOf(tabId, library) : '';
  if (text !== '') await colour(tabId, mode);
  await browser.action.setBadgeText({ tabId, text });
}

async function countOf(tabId: number, library: Library): Promise<string> {
  const documents = await readDocuments(tabId);
  if (documents.length === 0) return '';
  const packs = await library.packs();
  const sensitive = new Set(packs.filter((pack) => pack.sensitive).map(({ id }) => id));
  return badgeText(summarize(documents), sensitive);
}

async function colour(tabId: number, mode: Mode): Promise<void> {
  if (mode === 'off') return;
  await browser.action.setBadgeBackgroundColor({ tabId, color: BADGE_COLOURS[mode] });
  await browser.action.setBadgeTextColor({ tabId, color: '#ffffff' });
}
