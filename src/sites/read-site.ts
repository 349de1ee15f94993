/** From what a person types or pastes to the site that a rule is made for, and back to what a person can read. */
import { toUnicode } from 'punycode/punycode.es6.js';
import { FILE_SITE, siteOf } from './site.ts';

export type NoSite =
  /** Nothing was typed. */
  | 'empty'
  /** An address of the browser, of an extension, or of another kind that no rule can be made for. */
  | 'other-address'
  /** No host name and no IP address. */
  | 'no-host';

export type SiteRead = { ok: true; site: string } | { ok: false; why: NoSite };

/** Labels of letters, digits, hyphens and underscores, or an IPv6 address in brackets. */
const HOST = /^(\[[0-9a-f:.]+\]|(?=.{1,253}$)[a-z0-9_-]{1,63}(\.[a-z0-9_-]{1,63})*)$/;
/** A word before a colon that no port follows. */
const SCHEME = /^[a-z][a-z0-9+.-]*:(?!\d)/i;
const BARE_IPV6 = /^[0-9a-f]*:[0-9a-f:]*:[0-9a-f:.]*$/i;

/**
 * A host name in any script, an IP address, `localhost`, `file:`, or a whole address, whose host is taken. `*.` before a
 * host is left aside, for a rule covers subdomains anyway.
 */
export function readSite(typed: string): SiteRead {
  const text = typed.trim();
  if (text === '') return { ok: false, why: 'empty' };
  if (BARE_IPV6.test(text)) return readHost(`[${text}]`);
  if (!SCHEME.test(text)) return readHost(text.replace(/^\/\//, '').replace(/^\*\./, ''));
  const site = siteOf(text);
  if (site === FILE_SITE) return { ok: true, site };
  if (/^https?:/i.test(text)) return site === '' ? { ok: false, why: 'no-host' } : hostOrNot(site);
  return { ok: false, why: 'other-address' };
}

/** What `siteOf` writes for a host name. */
const PLAIN = /^(?:[a-z\d_-]+\.)*[a-z_-][a-z\d_-]*$/;

/** As `readSite`, for rules as they are stored: most need no reading. `undefined` for what is no site. */
export function siteNamed(written: string): string | undefined {
  if (PLAIN.test(written)) return written;
  const read = readSite(written);
  return read.ok ? read.site : undefined;
}

/** A site as it is read: an international name in its own script. */
export function showSite(site: string): string {
  try {
    return toUnicode(site);
  } catch (error) {
    // It only looks like Punycode: as it stands, it is still true.
    if (error instanceof RangeError) return site;
    throw error;
  }
}

function readHost(text: string): SiteRead {
  const site = siteOf(`https://${text}`);
  return site === '' ? { ok: false, why: 'no-host' } : hostOrNot(site);
}

function hostOrNot(site: string): SiteRead {
  return HOST.test(site) ? { ok: true, site } : { ok: false, why: 'no-host' };
}
