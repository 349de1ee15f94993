/** Ids for entries that have none: the same name gives the same id, today and in a year. */

const LONGEST = 60;

/** `maryam-rajavi` for Maryam Rajavi; a name that Latin letters and digits cannot spell gets a number made of it. */
export function slugOf(name: string): string {
  const folded = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const words = folded.match(/[a-z0-9]+/g) ?? [];
  const lost = /[^\p{ASCII}\p{P}\p{Z}\p{Cf}]/u.test(folded);
  const slug = words.join('-').slice(0, LONGEST).replace(/-+$/, '');
  if (slug !== '' && !lost) return slug;
  return [slug, `n${numberOf(nameKey(name))}`].filter((part) => part !== '').join('-');
}

/** `example-org-news-1` for `https://www.example.org/news/1`. */
export function pageSlug(address: string): string {
  const { hostname, pathname, search } = new URL(address);
  return slugOf(`${hostname.replace(/^www\./, '')} ${decoded(pathname)} ${search}`) || 'page';
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    return path;
  }
}

/** Two spellings with one key are the same name: case, width, kind of letter form and space make no difference. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
}

/** `base`, or `base-2`, `base-3` … where that is taken; takes it. */
export function takeId(base: string, taken: Set<string>): string {
  const start = base in Object.prototype ? `${base}-1` : base;
  let id = start;
  for (let number = 2; taken.has(id); number++) id = `${start}-${number}`;
  taken.add(id);
  return id;
}

/** FNV-1a over UTF-16 code units, 32 bits, in letters and digits. */
function numberOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}
