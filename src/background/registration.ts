/**
 * For which pages to come the script is registered. Only the top frame's is, under one pattern for all sites or those of
 * the sites that were chosen; in a pause none.
 */
import { browser } from 'wxt/browser';
import type { Settings } from '../settings/schema.ts';
import { pauseAt } from '../sites/decide.ts';
import { patternsOfRules, patternsToRegister } from '../sites/patterns.ts';

export const PAGE_SCRIPT = '/page.js';

/**
 * The browser writes down the sites of the first, and forgets those of the second with the session: what is chosen in a
 * private window leaves nothing on the disk.
 */
const SCRIPTS = { page: { persistAcrossSessions: true }, private: { persistAcrossSessions: false } } as const;

/** @param inPrivate the settings of private windows */
export async function register(settings: Settings, inPrivate: Settings): Promise<void> {
  const paused = pauseAt(settings.pause, Date.now()) !== null;
  const patterns = paused ? [] : patternsToRegister(settings);
  const known = new Set(patternsOfRules(settings.sites));
  const forPrivate =
    paused || settings.defaultMode !== 'off'
      ? []
      : patternsOfRules(inPrivate.sites).filter((pattern) => !known.has(pattern));
  await Promise.all([registerOne('page', patterns), registerOne('private', forPrivate)]);
}

async function registerOne(id: keyof typeof SCRIPTS, matches: string[]): Promise<void> {
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [id] });
  if (matches.length === 0) {
    if (registered !== undefined) await browser.scripting.unregisterContentScripts({ ids: [id] });
    return;
  }
  const script = { id, matches, js: [PAGE_SCRIPT], runAt: 'document_idle' as const, ...SCRIPTS[id] };
  if (registered === undefined) {
    await browser.scripting.registerContentScripts([script]);
  } else if (registered.matches?.join() !== matches.join()) {
    await browser.scripting.updateContentScripts([script]);
  }
}
