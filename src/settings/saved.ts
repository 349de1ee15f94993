/** Settings as a backup holds them, and back. Pure. */
import { migrate, SETTINGS_VERSION, VERSION_KEY } from './migrate.ts';
import { isEntry } from './schema.ts';

type Stored = Readonly<Record<string, unknown>>;

/** What of `storage.local` goes into a backup: the settings, and the version that they are of. */
export function toSave(stored: Stored): Record<string, unknown> {
  const kept = Object.entries(stored).filter(([key, value]) => isEntry(key, value) || key === VERSION_KEY);
  return Object.fromEntries(kept);
}

/**
 * The settings of a backup under this version. What is no setting is left out.
 * @param saved without a version where an old version has written them
 */
export function readSaved(saved: Stored): Record<string, unknown> | 'newer' {
  const said = saved[VERSION_KEY];
  const version = typeof said === 'number' ? said : 0;
  if (version > SETTINGS_VERSION) return 'newer';
  const current = { ...saved, [VERSION_KEY]: version };
  const changed = migrate(current).map(({ key, value }) => [key, value] as const);
  return toSave({ ...current, ...Object.fromEntries(changed) });
}
