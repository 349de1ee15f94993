/** Match patterns of the browser: what a script is registered for, and what must be granted. */
import type { Mode, Settings } from '../settings/schema.ts';
import { FILE_SITE, standsAlone } from './site.ts';

export const ALL_SITES = '<all_urls>';

/** Where a script must be registered: one pattern for all sites, or those of the chosen sites. */
export function patternsToRegister(settings: Pick<Settings, 'sites' | 'defaultMode'>): string[] {
  if (settings.defaultMode !== 'off') return [ALL_SITES];
  return patternsOfRules(settings.sites);
}

/** Of the sites that rules have read. */
export function patternsOfRules(sites: ReadonlyMap<string, Mode>): string[] {
  return [...sites].filter(([, mode]) => mode !== 'off').flatMap(([site]) => patternsOf(site));
}

/** Match patterns that cover a site and its subdomains. */
export function patternsOf(site: string): string[] {
  if (site === FILE_SITE) return ['file:///*'];
  return standsAlone(site) ? [`*://${site}/*`] : [`*://*.${site}/*`];
}

/** The match pattern of an address's own site and protocol: what must be granted for it to be read. */
export function patternOf(url: string): string {
  const { protocol, hostname } = new URL(url);
  return protocol === 'file:' ? 'file:///*' : `${protocol}//${hostname}/*`;
}
