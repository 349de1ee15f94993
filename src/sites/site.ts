/** Which site an address belongs to. */

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
  return hostname.replace(/\.+$/, '');
}

/** Has no domains above it: an IP address, a name in one word, the reader's files. */
export function standsAlone(site: string): boolean {
  return site === FILE_SITE || site.startsWith('[') || /^[\d.]+$/.test(site) || !site.includes('.');
}
