/** Whether the browser lets Sidelight read a site, by the match patterns that the reader has granted. */
import { FILE_SITE } from './site.ts';

/** The patterns that hold every site of the web. */
const EVERY_SITE = ['<all_urls>', '*://*/*'];

export function isAllGranted(origins: readonly string[]): boolean {
  return origins.some((origin) => EVERY_SITE.includes(origin));
}

/**
 * Tells for a site whether it may be read. Asked for thousands of sites, so the patterns are read once.
 * @param origins match patterns, as `permissions.getAll` gives them
 */
export function grantedAmong(origins: readonly string[]): (site: string) => boolean {
  if (isAllGranted(origins)) return () => true;
  const hosts = new Set(origins.map(hostOf));
  return (site) => hosts.has(site) || parents(site).some((parent) => hosts.has(`*.${parent}`));
}

/** `*.example.org` of `*://*.example.org/*`; a pattern for files is that of their site. */
function hostOf(origin: string): string {
  if (origin.startsWith('file:')) return FILE_SITE;
  return origin.replace(/^[^:]+:\/\//, '').replace(/(:[\d*]+)?\/.*$/, '');
}

/** A site and the domains above it. */
function parents(site: string): string[] {
  const labels = site.split('.');
  return labels.map((_, from) => labels.slice(from).join('.'));
}
