/** Where the words that a pack looks for stand, and how near they are to a candidate. */

import { CAPITALS, GRADE_MASK, LONGEST_PHRASE, LOOSE, MORE, STRONG, TERM, TITLED } from './blob.ts';
import { type Block, blockOf } from './blocks.ts';
import type { Hit } from './find.ts';
import type { Index } from './load.ts';
import { endsSentence } from './sentences.ts';

/** A word of a list, or the name of an entity that others are related to. Places count words of the document. */
export interface Term {
  from: number;
  to: number;
  /** Number of the entry; of an entity, `~number`. */
  term: number;
  /** As it stands in the text. */
  surface: string;
  /** UTF-16 offset in this batch; missing where it stands in another. */
  start?: number;
  /** It stands in navigation, a footer or a list of links. */
  aside?: true;
}

/** A span that words are near to. */
export interface Span {
  from: number;
  to: number;
  /** UTF-16 offsets in this batch. */
  start: number;
  end: number;
}

/** What is near: how far the nearest word is, and the different words, the nearest first. */
export interface Nearby {
  distance: number;
  terms: Term[];
}

/** The title stands over the whole text: near, but farther than what stands beside. */
const TITLE_DISTANCE = 25;
/** A word in another sentence says less: it counts as this much farther where the nearer word decides. */
const OTHER_SENTENCE = 10;
/** A word in navigation, a footer or a list of links counts as this much farther, so that only what is close decides. */
const ASIDE = 20;

export class Surroundings {
  readonly #index: Pick<Index, 'steps'>;
  readonly #text: string;
  readonly #terms: readonly Term[];
  readonly #title: readonly Term[];

  /** `terms` by place; `title`: words of the document's title and address. */
  constructor(index: Pick<Index, 'steps'>, text: string, terms: readonly Term[], title: readonly Term[]) {
    this.#index = index;
    this.#text = text;
    this.#terms = terms;
    this.#title = title;
  }

  /** The words of a sorted list within `window` words of a span; of those that touch the span, only if `inside`. */
  near(members: readonly number[], span: Span, window: number, inside = false): Nearby {
    const { from, to, start, end } = span;
    const found: { distance: number; term: Term }[] = [];
    for (let at = this.#firstFrom(from - window - LONGEST_PHRASE); at < this.#terms.length; at++) {
      const term = this.#terms[at];
      this.#index.steps++;
      if (term === undefined || term.from > to + window) break;
      const distance = Math.max(from - term.to, term.from - to);
      const aside = term.aside ? ASIDE : 0;
      if (distance + aside > window || (distance < 0 && !inside)) continue;
      if (!includes(members, term.term)) continue;
      const apart = term.start === undefined || this.#isApart(term.start, start, end) ? OTHER_SENTENCE : 0;
      found.push({ distance: Math.max(distance, 0) + apart + aside, term });
    }
    if (window >= TITLE_DISTANCE) {
      for (const term of this.#title) {
        if (includes(members, term.term)) found.push({ distance: TITLE_DISTANCE, term });
      }
    }
    found.sort((a, b) => a.distance - b.distance);
    const terms = new Map<number, Term>();
    for (const { term } of found) if (!terms.has(term.term)) terms.set(term.term, term);
    return { distance: found[0]?.distance ?? Number.POSITIVE_INFINITY, terms: [...terms.values()] };
  }

  /** Whether a sentence ends between a word and the span. */
  #isApart(at: number, start: number, end: number): boolean {
    return endsSentence(
      at < start ? this.#text.slice(at, start) : this.#text.slice(Math.max(end - 5, start), at),
    );
  }

  #firstFrom(place: number): number {
    let low = 0;
    let high = this.#terms.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#terms[middle]?.from ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The words of lists, and the names of related entities, among the hits; by place. An address has no capitals: `anyCase`. */
export function termsOf(
  index: Index,
  text: string,
  hits: readonly Hit[],
  blocks: readonly Block[],
  anyCase = false,
): Term[] {
  const terms: Term[] = [];
  for (const { from, to, phrase, hard } of hits) {
    let surface: string | undefined;
    for (let entry = phrase; ; entry++) {
      const meta = index.meta[entry] ?? 0;
      const entity = index.entity[entry] ?? 0;
      const isTerm = (meta & GRADE_MASK) === TERM;
      const isWhole = !hard || (meta & LOOSE) !== 0;
      if (isWhole && (isTerm || ((meta & GRADE_MASK) === STRONG && index.related.has(entity)))) {
        surface ??= text.slice(index.tokens.start[from], index.tokens.end[to - 1]);
        if (anyCase || isWritten(meta, surface)) {
          const block = blockOf(blocks, from);
          const place = block.place + from - block.first;
          const start = index.tokens.start[from] ?? 0;
          terms.push({
            from: place,
            to: place + to - from,
            term: isTerm ? entry : ~entity,
            surface,
            start,
            ...(block.aside ? { aside: true } : {}),
          });
        }
      }
      if ((meta & MORE) === 0) break;
    }
  }
  return terms.sort(byPlace);
}

/** Words with capitals mean themselves only so: `MP`, `Labour`. */
function isWritten(meta: number, surface: string): boolean {
  if ((meta & CAPITALS) !== 0) return surface === surface.toUpperCase();
  return (meta & TITLED) === 0 || !/^\p{Ll}/u.test(surface);
}

export function byPlace(a: Term, b: Term): number {
  return a.from - b.from || a.to - b.to || a.term - b.term;
}

function includes(sorted: readonly number[], value: number): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const there = sorted[middle] ?? 0;
    if (there === value) return true;
    if (there < value) low = middle + 1;
    else high = middle;
  }
  return false;
}
