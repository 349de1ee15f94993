/** What Sidelight does on a site, and why. */
import type { Mode, Pause, Settings } from '../settings/schema.ts';
import { siteOf, standsAlone } from './site.ts';

export interface Decision {
  /** What a rule is made for: a host name, `file:`, or nothing for an address that can have no rule. */
  site: string;
  /** What is done there now. */
  mode: Mode;
  /** What the rules say for everyday, when nothing stands in the way. */
  chosen: Mode;
  /** Where `chosen` comes from. */
  by: 'rule' | 'default';
  /** The site whose rule it is; missing without one. */
  rule?: string;
  /** What stands in the way of `chosen`. */
  held?: 'no-site' | 'paused' | 'private';
}

export interface Circumstances {
  /** Milliseconds since 1970. */
  now: number;
  /** The page is in a private window. */
  isPrivate: boolean;
}

export type SiteSettings = Pick<Settings, 'sites' | 'defaultMode' | 'pause' | 'privateWindows'>;

/**
 * The rule of the site itself, else of the nearest domain above it, else the default. A pause stops everything; in
 * private windows the reader's choice for them is a ceiling: nothing there does more than it allows.
 */
export function decide(url: string, settings: SiteSettings, { now, isPrivate }: Circumstances): Decision {
  const site = siteOf(url);
  if (site === '') return { site, mode: 'off', chosen: 'off', by: 'default', held: 'no-site' };
  const ruled = ruleOf(site, settings);
  const chosen = ruled.chosen;
  if (pauseAt(settings.pause, now) !== null) return { site, mode: 'off', ...ruled, held: 'paused' };
  if (isPrivate && settings.privateWindows === 'off') {
    return { site, mode: 'off', ...ruled, held: 'private' };
  }
  if (isPrivate && settings.privateWindows === 'quiet' && chosen === 'marks') {
    return { site, mode: 'quiet', ...ruled, held: 'private' };
  }
  return { site, mode: chosen, ...ruled };
}

/** The pause, while it lasts. */
export function pauseAt(pause: Pause | null, now: number): Pause | null {
  return pause === null || pause.until === 'resumed' || now < pause.until ? pause : null;
}

function ruleOf(
  site: string,
  { sites, defaultMode }: SiteSettings,
): Pick<Decision, 'chosen' | 'by' | 'rule'> {
  for (const rule of withParents(site)) {
    const chosen = sites.get(rule);
    if (chosen !== undefined) return { chosen, by: 'rule', rule };
  }
  return { chosen: defaultMode, by: 'default' };
}

/** A host and the domains above it, nearest first. */
function* withParents(site: string): Generator<string> {
  yield site;
  if (standsAlone(site)) return;
  for (let dot = site.indexOf('.'); dot !== -1; dot = site.indexOf('.', dot + 1)) yield site.slice(dot + 1);
}
