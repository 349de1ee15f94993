/** Where the words that a pack looks for stand, and how near they are to a candidate. */
import { CAPITALS, GRADE_MASK, MORE, TERM } from './blob.ts';
import type { Hit } from './find.ts';
import type { Index } from './load.ts';

/** A word of a list, in the text. Positions count words. */
export interface Term {
  from: number;
  to: number;
  /** Entry number. */
  term: number;
  /** As it stands in the text. */
  surface: string;
}

/** Words near a candidate: the nearest distance, in words between, and the different words. */
export interface Near {
  distance: number;
  terms: Term[];
}

/** The title stands over the whole text: near, but farther than what stands beside. */
const TITLE_DISTANCE = 25;

export class Surroundings {
  readonly #index: Index;
  readonly #terms: readonly Term[];
  readonly #title: readonly Term[];

  /** `terms` in the order of the text; `title`: of the document's title and address. */
  constructor(index: Index, terms: readonly Term[], title: readonly Term[]) {
    this.#index = index;
    this.#terms = terms;
    this.#title = title;
  }

  /** The words of a list within `window` words of the span, the nearest first; none that lies in the span, unless `inside`. */
  near(set: number, from: number, to: number, window: number, inside = false): Near {
    const members = this.#index.data.sets[set] ?? [];
    const found: { distance: number; term: Term }[] = [];
    for (let at = this.#firstAfter(from - window - LONGEST_TERM); at < this.#terms.length; at++) {
      const term = this.#terms[at];
      if (term === undefined || term.from > to + window) break;
      const distance = Math.max(from - term.to, term.from - to);
      if (distance > window || (distance < 0 && !inside)) continue;
      if (includes(members, term.term)) found.push({ distance: Math.max(distance, 0), term });
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

  #firstAfter(position: number): number {
    let low = 0;
    let high = this.#terms.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#terms[middle]?.from ?? 0) < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Words of lists may be several words long themselves. */
const LONGEST_TERM = 8;

/** The words of lists among the hits. */
export function termsOf(index: Index, text: string, hits: readonly Hit[]): Term[] {
  const terms: Term[] = [];
  for (const { from, to, phrase, reversed } of hits) {
    if (reversed) continue;
    for (let entry = phrase; ; entry++) {
      const meta = index.meta[entry] ?? 0;
      if ((meta & GRADE_MASK) === TERM) {
        const surface = text.slice(index.tokens.start[from], index.tokens.end[to - 1]);
        if ((meta & CAPITALS) === 0 || surface === surface.toUpperCase()) {
          terms.push({ from, to, term: entry, surface });
        }
      }
      if ((meta & MORE) === 0) break;
    }
  }
  return terms.sort((a, b) => a.from - b.from || a.to - b.to);
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
