/** Which site an address belongs to, and what Sidelight does there. */
import type { Mode, Settings } from '../settings/schema.ts';

export interface Decision {
  /** What a rule is made for: a host name, `file:`, or nothing for an address that can have no rule. */
  site: string;
  mode: Mode;
}

/** Files of the reader's own disk share one site: their paths are nobody's business. */
export const FILE_SITE = 'file:';

/**
 * The site of a top-level address: its host name without port, in ASCII (an international name as Punycode),
 * without a final dot. Empty for pages of the browser, of extensions, and for what is no address.
 */
export function siteOf(url: string): string {
  if (!URL.canParse(url)) return '';
  const { protocol, hostname } = new URL(url);
  if (protocol === 'file:') return FILE_SITE;
  if (protocol !== 'http:' && protocol !== 'https:') return '';
  return hostname.replace(/\.$/, '');
}

/** The rule of the site itself, else of the nearest domain above it, else the default. */
export function decide(url: string, settings: Pick<Settings, 'sites' | 'defaultMode'>): Decision {
  const site = siteOf(url);
  if (site === '') return { site, mode: 'off' };
  for (const name of withParents(site)) {
    const mode = settings.sites.get(name);
    if (mode !== undefined) return { site, mode };
  }
  return { site, mode: settings.defaultMode };
}

/** A host and the domains above it, nearest first. An address in numbers has none above it. */
function* withParents(site: string): Generator<string> {
  yield site;
  if (site === FILE_SITE || site.startsWith('[') || /^[\d.]+$/.test(site)) return;
  for (let dot = site.indexOf('.'); dot !== -1; dot = site.indexOf('.', dot + 1)) yield site.slice(dot + 1);
}

/** Match patterns for the sites where a script must be registered: one for all, or those of the chosen sites. */
export function patternsToRegister(settings: Pick<Settings, 'sites' | 'defaultMode'>): string[] {
  if (settings.defaultMode !== 'off') return ['<all_urls>'];
  return [...settings.sites].filter(([, mode]) => mode !== 'off').flatMap(([site]) => patternsOf(site));
}

/** Match patterns that cover a site and its subdomains. */
export function patternsOf(site: string): string[] {
  if (site === FILE_SITE) return ['file:///*'];
  if (site.startsWith('[') || /^[\d.]+$/.test(site) || !site.includes('.')) return [`*://${site}/*`];
  return [`*://*.${site}/*`];
}

/** The match pattern of an address's own site and protocol: what must be granted for it to be read. */
export function patternOf(url: string): string {
  const { protocol, hostname } = new URL(url);
  return protocol === 'file:' ? 'file:///*' : `${protocol}//${hostname}/*`;
}
