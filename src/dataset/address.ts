/** Addresses as they are kept: without what tells where a reader came from, and with a way to the very words. */

/** Parameters that name a campaign, a click or a reader, and never the page: by how they begin … */
const TRACKING_FAMILIES = /^(?:utm|mtm|pk|piwik|matomo|hsa|fb|__hs|_hs|oly|vero|guce|mc)_/i;
/** … as ids of clicks, … */
const CLICK_IDS = /^(?:[a-z]{0,6}clid|gclsrc|[gw]braid)$/i;
/** … and by name. */
const TRACKING: ReadonlySet<string> = new Set([
  ...['igshid', 'igsh', 'mkt_tok', 'ref_src', 'ref_url', 's_cid', 'cmpid', 'ncid', 'xtor', '_ga', '_gl'],
  ...[
    'at_medium',
    'at_campaign',
    'smid',
    'sr_share',
    'guccounter',
    'ftag',
    'ito',
    'ocid',
    'cvid',
    '_openstat',
  ],
]);

/** The https address without tracking parameters, user name, password and fragment; nothing for other addresses. */
export function cleanAddress(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (url.protocol !== 'https:' || !url.hostname.includes('.')) return undefined;
  url.username = '';
  url.password = '';
  url.hash = '';
  const traced = [...url.searchParams.keys()].filter((key) => isTracking(key));
  for (const key of traced) url.searchParams.delete(key);
  return url.href;
}

function isTracking(key: string): boolean {
  return TRACKING_FAMILIES.test(key) || CLICK_IDS.test(key) || TRACKING.has(key.toLowerCase());
}

/** What leads to words of a page and to no others (WICG, URL Fragment Text Directives). */
export interface TextFragment {
  /** The words, or their beginning where `textEnd` gives the end. */
  textStart: string;
  textEnd?: string;
  /** What stands before the words, and after them, where they stand there more than once. */
  prefix?: string;
  suffix?: string;
}

/** The most that a pack takes of an address. */
const LONGEST = 2_000;

/**
 * The address with a text fragment: `#:~:text=prefix-,start,end,-suffix`.
 * @returns undefined where it would be longer than a pack takes
 */
export function withTextFragment(address: string, fragment: TextFragment): string | undefined {
  // Escaped, a Persian letter takes six characters and an ideograph nine. Browsers take them as they are too.
  return [escaped, escapedButLetters]
    .map((write) => `${address}#:~:text=${directive(fragment, write)}`)
    .find(({ length }) => length <= LONGEST);
}

function directive(
  { textStart, textEnd, prefix, suffix }: TextFragment,
  write: (text: string) => string,
): string {
  return [
    ...(prefix === undefined ? [] : [`${write(prefix)}-`]),
    write(textStart),
    ...(textEnd === undefined ? [] : [write(textEnd)]),
    ...(suffix === undefined ? [] : [`-${write(suffix)}`]),
  ].join(',');
}

/** `-`, `,` and `&` have a meaning in a text directive. */
function escaped(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(/[-!'()*]/g, (char) => {
    return `%${char.charCodeAt(0).toString(16).toUpperCase()}`;
  });
}

function escapedButLetters(text: string): string {
  return text.replace(/[^\p{L}\p{M}\p{N}]+/gu, (between) => escaped(between));
}
