/** How one-sided a pack is, counted. */
import type { Pack } from './schema.ts';

export interface Tally {
  /** Quotes by the event at which they were said; `null` where none is given. */
  occasions: Count[];
  /** Quotes by the view that their source gives. */
  sides: Count[];
  /** Quotes by the entities that their words name: a quote may count several times. */
  topics: Count[];
}

export interface Count {
  id: string | null;
  quotes: number;
}

export function tally({ quotes, sources }: Pack): Tally {
  const sideOf = new Map(sources.map(({ id, side }) => [id, side?.id ?? null]));
  return {
    occasions: counted(quotes.map(({ occasion }) => occasion ?? null)),
    sides: counted(quotes.map(({ source }) => sideOf.get(source) ?? null)),
    topics: counted(
      quotes.flatMap(({ excerpts }) => {
        const named = new Set(excerpts.flatMap(({ aboutStated }) => aboutStated));
        return named.size === 0 ? [null] : [...named];
      }),
    ),
  };
}

/** The most frequent first. */
function counted(ids: readonly (string | null)[]): Count[] {
  const counts = new Map<string | null, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].map(([id, quotes]) => ({ id, quotes })).toSorted((a, b) => b.quotes - a.quotes);
}
