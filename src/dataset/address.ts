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

/** Characters of an address. Longer words are given by their beginning and end. */
const WHOLE = 400;
const WORDS_AT_ENDS = 5;
/** Words before and after that tell this place from others. */
const WORDS_AROUND = 3;

/**
 * The address with a text fragment (WICG, URL Fragment Text Directives) that leads to the words: `#:~:text=prefix-,words,-suffix`.
 * Words of several paragraphs are given by their beginning and end, because a match in one piece may not cross a block.
 */
export function withTextFragment(
  address: string,
  { exact, prefix, suffix }: { exact: string; prefix: string; suffix: string },
): string {
  const words = exact.trim().split(/\s+/u);
  const isLong = encoded(words).length > WHOLE || /\n/.test(exact.trim());
  const ends =
    isLong && words.length > 2 * WORDS_AT_ENDS
      ? [words.slice(0, WORDS_AT_ENDS), words.slice(-WORDS_AT_ENDS)]
      : [words];
  // A word that the prefix's or suffix's border cuts in two would match nothing.
  const before = wordsOf(prefix.replace(/^\S+\s/u, '')).slice(-WORDS_AROUND);
  const after = wordsOf(suffix.replace(/\s\S+$/u, '')).slice(0, WORDS_AROUND);
  const terms = [
    ...(before.length === 0 ? [] : [`${encoded(before)}-`]),
    ...ends.map(encoded),
    ...(after.length === 0 ? [] : [`-${encoded(after)}`]),
  ];
  return `${address}#:~:text=${terms.join(',')}`;
}

/** Of the paragraph next to the words only. */
function wordsOf(text: string): string[] {
  return text.split(/\s+/u).filter((word) => word !== '');
}

/** `-`, `,` and `&` have a meaning in a text directive. */
function encoded(words: readonly string[]): string {
  return encodeURIComponent(words.join(' ').toWellFormed()).replace(/[-!'()*]/g, (char) => {
    return `%${char.charCodeAt(0).toString(16).toUpperCase()}`;
  });
}
