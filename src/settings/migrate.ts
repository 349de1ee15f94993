/** From the settings of an older version to those of this one. Pure: what is to be written is returned. */
import { siteNamed } from '../sites/read-site.ts';
import { type Entry, SITE_KEY } from './schema.ts';

export const VERSION_KEY = 'settings-version';

type Stored = Readonly<Record<string, unknown>>;

/** Each brings settings of the version that is its place here, from 0, to the next. None takes anything away that counts. */
const STEPS: readonly ((stored: Stored) => Record<string, unknown>)[] = [spellSitesOneWay];

export const SETTINGS_VERSION = STEPS.length;

/** What has to be written. Nothing for settings of this version, or of a newer one: what that knows better is left alone. */
export function migrate(stored: Stored): Entry[] {
  const version = stored[VERSION_KEY] ?? 0;
  if (typeof version !== 'number' || version >= SETTINGS_VERSION) return [];
  const migrated: Stored = STEPS.slice(version).reduce((settings, step) => step(settings), stored);
  const keys = new Set([...Object.keys(stored), ...Object.keys(migrated)]);
  const changed = [...keys].filter((key) => migrated[key] !== stored[key]);
  return [
    ...changed.map((key): Entry => ({ key, value: migrated[key] })),
    { key: VERSION_KEY, value: SETTINGS_VERSION },
  ];
}

/** Rules by hand: `site:Bücher.example` becomes `site:xn--bcher-kva.example`, unless there is one. */
function spellSitesOneWay(stored: Stored): Record<string, unknown> {
  const spelled = Object.entries(stored).flatMap(([key, value]) => {
    const site = key.startsWith(SITE_KEY) ? siteNamed(key.slice(SITE_KEY.length)) : undefined;
    const name = site === undefined ? key : SITE_KEY + site;
    return name === key || stored[name] === undefined ? [[name, value] as const] : [];
  });
  // Not key by key: a file may hold one that is called `__proto__`.
  return Object.fromEntries(spelled);
}
