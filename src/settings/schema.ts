/**
 * Every setting: its key in `storage.local`, its shape, its default.
 * One key for each rule, so that two writers never overwrite each other's change.
 */
import * as v from 'valibot';
import { siteNamed } from '../sites/read-site.ts';

export const MODES = ['marks', 'quiet', 'off'] as const;
export const Mode = v.picklist(MODES);
/** What Sidelight does on a site. */
export type Mode = v.InferOutput<typeof Mode>;

export const READING_MODES = ['marks', 'quiet'] as const;
export const ReadingMode = v.picklist(READING_MODES);
/** The modes that read a page. */
export type ReadingMode = v.InferOutput<typeof ReadingMode>;

export const PRIVATE_WINDOWS = ['off', 'quiet', 'as-elsewhere'] as const;
export const PrivateWindows = v.picklist(PRIVATE_WINDOWS);
/** What Sidelight does in private windows, where the browser lets it in at all. */
export type PrivateWindows = v.InferOutput<typeof PrivateWindows>;

export const MARK_STYLES = ['underline', 'dotted', 'thick', 'background'] as const;
export const MarkStyle = v.picklist(MARK_STYLES);
/** How marks look. All are lines or grounds in the colour of the entity's type. */
export type MarkStyle = v.InferOutput<typeof MarkStyle>;

/** An entity among all packs: `packId/entityId`. */
type EntityKey = string;

/** Everything is off, until a time in milliseconds since 1970, or until the reader resumes. */
export interface Pause {
  until: number | 'resumed';
}

export interface Settings {
  /** For sites without a rule of their own. */
  defaultMode: Mode;
  /** What a site gets when it is switched on, or read once. */
  readingMode: ReadingMode;
  /** Site (host name, or `file:`) to mode. */
  sites: ReadonlyMap<string, Mode>;
  /** May be over: ask `pauseAt` of `sites`. */
  pause: Pause | null;
  privateWindows: PrivateWindows;
  /** The number of entities of a page stands on the toolbar button. */
  badge: boolean;
  /** Packs that are switched off. */
  packsOff: ReadonlySet<string>;
  /** Entities that are never shown. */
  muted: ReadonlySet<EntityKey>;
  /** Site to entities that the reader said are somebody else there. */
  refused: ReadonlyMap<string, ReadonlySet<EntityKey>>;
  /** The reader has deleted the bundled pack: it does not come back by itself. */
  withoutBundled: boolean;
  markStyle: MarkStyle;
}

/** One stored entry: a key and its value, or nothing to go back to the default. */
export interface Entry {
  key: string;
  value: unknown;
}

/** A rule: the site stands after it. */
export const SITE_KEY = 'site:';
const PACK_OFF = 'pack-off:';
const MUTED = 'muted:';
const REFUSED = 'refused:';
const DEFAULT_MODE = 'default-mode';
const READING_MODE = 'reading-mode';
const PAUSED = 'paused';
const PRIVATE = 'private-windows';
const BADGE = 'badge';
const WITHOUT_BUNDLED = 'without-bundled';
const MARK_STYLE = 'mark-style';

const TRUE = v.literal(true);
const PausedUntil = v.union([v.number(), v.literal('resumed')]);
/** A site never holds a space, so it ends where the entity's key begins. */
const REFUSED_KEY = /^refused:(\S+) (\S+)$/;

export const entries = {
  defaultMode: (mode: Mode): Entry => ({ key: DEFAULT_MODE, value: mode }),
  site: (site: string, mode: Mode | undefined): Entry => ({ key: SITE_KEY + site, value: mode }),
  packOff: (packId: string, off: boolean): Entry => ({ key: PACK_OFF + packId, value: off || undefined }),
  muted: (entity: EntityKey, on: boolean): Entry => ({ key: MUTED + entity, value: on || undefined }),
  refused: (site: string, entity: EntityKey, on: boolean): Entry => ({
    key: `${REFUSED}${site} ${entity}`,
    value: on || undefined,
  }),
  readingMode: (mode: ReadingMode): Entry => ({ key: READING_MODE, value: mode }),
  pause: (pause: Pause | null): Entry => ({ key: PAUSED, value: pause?.until }),
  privateWindows: (choice: PrivateWindows): Entry => ({ key: PRIVATE, value: choice }),
  badge: (on: boolean): Entry => ({ key: BADGE, value: on ? undefined : false }),
  markStyle: (style: MarkStyle): Entry => ({ key: MARK_STYLE, value: style }),
  withoutBundled: (on: boolean): Entry => ({ key: WITHOUT_BUNDLED, value: on || undefined }),
};

/** What has to follow a change of a key: scripts start and stop, pages are read again, or marks change their look. */
export function affects(key: string): 'sites' | 'mentions' | 'style' | 'badge' | undefined {
  if (key === MARK_STYLE) return 'style';
  if (key === BADGE) return 'badge';
  if ([DEFAULT_MODE, READING_MODE, PAUSED, PRIVATE].includes(key) || key.startsWith(SITE_KEY)) return 'sites';
  if ([PACK_OFF, MUTED, REFUSED].some((prefix) => key.startsWith(prefix))) return 'mentions';
  return undefined;
}

/** Whether a file may bring this entry: a key of ours, with a value of the kind that settings have. */
export function isEntry(key: string, value: unknown): boolean {
  const isOurs = affects(key) !== undefined || key === WITHOUT_BUNDLED;
  return isOurs && key.length <= 1_000 && ['string', 'number', 'boolean'].includes(typeof value);
}

/**
 * Reads what `storage.local` holds. An entry that does not parse is left aside: the default holds for it. A rule may have
 * been written by hand or by another version: `Bücher.example` is the rule of `xn--bcher-kva.example`, unless that has one.
 */
export function parseSettings(stored: Record<string, unknown>, defaultMode: Mode): Settings {
  const sites = new Map<string, Mode>();
  const packsOff = new Set<string>();
  const muted = new Set<EntityKey>();
  const refused = new Map<string, Set<EntityKey>>();
  for (const [key, value] of Object.entries(stored)) {
    if (key.startsWith(SITE_KEY) && v.is(Mode, value)) {
      const written = key.slice(SITE_KEY.length);
      const site = siteNamed(written);
      if (site !== undefined && (site === written || !sites.has(site))) sites.set(site, value);
    }
    if (!v.is(TRUE, value)) continue;
    if (key.startsWith(PACK_OFF)) packsOff.add(key.slice(PACK_OFF.length));
    else if (key.startsWith(MUTED)) muted.add(key.slice(MUTED.length));
    const [, site, entity] = REFUSED_KEY.exec(key) ?? [];
    if (site !== undefined && entity !== undefined) {
      refused.set(site, (refused.get(site) ?? new Set()).add(entity));
    }
  }
  const mode = stored[DEFAULT_MODE];
  const reading = stored[READING_MODE];
  const until = stored[PAUSED];
  const inPrivate = stored[PRIVATE];
  const style = stored[MARK_STYLE];
  return {
    defaultMode: v.is(Mode, mode) ? mode : defaultMode,
    readingMode: v.is(ReadingMode, reading) ? reading : 'marks',
    sites,
    pause: v.is(PausedUntil, until) ? { until } : null,
    privateWindows: v.is(PrivateWindows, inPrivate) ? inPrivate : 'off',
    badge: stored[BADGE] !== false,
    packsOff,
    muted,
    refused,
    withoutBundled: v.is(TRUE, stored[WITHOUT_BUNDLED]),
    markStyle: v.is(MarkStyle, style) ? style : 'underline',
  };
}
