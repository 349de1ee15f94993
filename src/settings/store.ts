/** Settings in `storage.local`: read, write, watch. Only the background writes. */
import { browser } from 'wxt/browser';
import { type Entry, type Mode, parseSettings, type Settings } from './schema.ts';

/** Before the reader has chosen, no site is read. The end-to-end build reads those that its manifest grants. */
const DEFAULT_MODE: Mode = import.meta.env.MODE === 'e2e' ? 'marks' : 'off';

export async function readSettings(): Promise<Settings> {
  return parseSettings(await browser.storage.local.get(null), DEFAULT_MODE);
}

export async function writeSetting({ key, value }: Entry): Promise<void> {
  if (value === undefined) await browser.storage.local.remove(key);
  else await browser.storage.local.set({ [key]: value });
}

/** Calls back after each change, whoever made it, with the keys that changed. */
export function watchSettings(changed: (keys: string[]) => void, signal?: AbortSignal): void {
  const { onChanged } = browser.storage.local;
  const tell = (changes: object) => changed(Object.keys(changes));
  onChanged.addListener(tell);
  signal?.addEventListener('abort', () => onChanged.removeListener(tell));
}
