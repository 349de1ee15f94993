/**
 * Settings: read, write, watch. Only the background writes, but for a restored backup and for wiping. They lie in
 * `storage.local`, one key for each rule; what is chosen in a private window lies over them in `storage.session`, in
 * memory, and is never on disk.
 */
import { browser } from 'wxt/browser';
import { migrate } from './migrate.ts';
import { toSave } from './saved.ts';
import { type Entry, entries, type Mode, parseSettings, type Settings } from './schema.ts';

/** Before the reader has chosen, no site is read. The end-to-end build reads those that its manifest grants. */
const DEFAULT_MODE: Mode = import.meta.env.MODE === 'e2e' ? 'marks' : 'off';

/** Before the key of an entry in `storage.session`, whose value is in a box: an empty one is that of an entry taken out. */
const OVERLAY = 'private:';

interface Box {
  value?: unknown;
}

/** Whose settings: those of all windows, or of the private ones. */
export interface Where {
  isPrivate: boolean;
}

const EVERYWHERE: Where = { isPrivate: false };

export async function readSettings({ isPrivate }: Where = EVERYWHERE): Promise<Settings> {
  const stored = await browser.storage.local.get(null);
  return parseSettings(isPrivate ? { ...stored, ...(await readOverlay()) } : stored, DEFAULT_MODE);
}

/** What was chosen in private windows. */
async function readOverlay(): Promise<Record<string, unknown>> {
  const kept = Object.entries(await browser.storage.session.get(null));
  return Object.fromEntries(
    kept
      .filter(([key]) => key.startsWith(OVERLAY))
      // Only this module writes these keys.
      .map(([key, box]) => [key.slice(OVERLAY.length), (box as Box).value]),
  );
}

export async function writeSettings(
  changes: readonly Entry[],
  { isPrivate }: Where = EVERYWHERE,
): Promise<void> {
  if (isPrivate) {
    await browser.storage.session.set(
      Object.fromEntries(changes.map(({ key, value }): [string, Box] => [OVERLAY + key, { value }])),
    );
    return;
  }
  const gone = changes.filter(({ value }) => value === undefined);
  const written = changes.filter(({ value }) => value !== undefined);
  if (written.length > 0) {
    await browser.storage.local.set(Object.fromEntries(written.map(({ key, value }) => [key, value])));
  }
  if (gone.length > 0) await browser.storage.local.remove(gone.map(({ key }) => key));
}

/** The last private window was closed. */
export async function forgetPrivateSettings(): Promise<void> {
  const keys = Object.keys(await browser.storage.session.get(null));
  await browser.storage.session.remove(keys.filter((key) => key.startsWith(OVERLAY)));
}

/** Brings what an older version has written to this one's form. */
export async function migrateSettings(): Promise<void> {
  await writeSettings(migrate(await browser.storage.local.get(null)));
}

/** Calls back after each change, whoever made it, with the keys that changed. */
export function watchSettings(changed: (keys: string[]) => void, signal?: AbortSignal): void {
  const { local, session } = browser.storage;
  const tell = (changes: object) => changed(Object.keys(changes));
  const tellOverlay = (changes: object) => {
    const keys = Object.keys(changes).filter((key) => key.startsWith(OVERLAY));
    if (keys.length > 0) changed(keys.map((key) => key.slice(OVERLAY.length)));
  };
  local.onChanged.addListener(tell);
  session.onChanged.addListener(tellOverlay);
  signal?.addEventListener('abort', () => {
    local.onChanged.removeListener(tell);
    session.onChanged.removeListener(tellOverlay);
  });
}

/** All settings as a backup has them: entries by key, null for one that is taken out. */
export const settingsBox = {
  async readAll(): Promise<Record<string, unknown>> {
    return toSave(await browser.storage.local.get(null));
  },
  async write(written: Record<string, unknown>): Promise<void> {
    await writeSettings(Object.entries(written).map(([key, value]) => ({ key, value: value ?? undefined })));
  },
  /**
   * Takes all out but the choice of no bundled pack: a background that wakes in between must not bring that pack back.
   * What the open tabs mention goes with the settings.
   */
  async clear(): Promise<void> {
    const keys = Object.keys(await browser.storage.local.get(null));
    await browser.storage.local.remove(keys.filter((key) => key !== this.withoutBundled.key));
    await browser.storage.session.clear();
  },
  withoutBundled: entries.withoutBundled(true),
};
