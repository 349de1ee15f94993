/** Whether the words around a candidate speak for its entity: the requirements of its context, and its excluding words. */
import type { Index } from './load.ts';
import { RELATED_WINDOW } from './resolve-data.ts';
import type { Span, Surroundings } from './surroundings.ts';

interface Named extends Span {
  named: number;
}

export type Context =
  /** All requirements are met by these words, and no excluding word is nearer. */
  { speaks: 'for'; words: string[] } | { speaks: 'against'; words: string[] } | { speaks: 'nothing' };

export function contextOf(index: Index, name: Named, around: Surroundings): Context {
  const data = index.data.entities[name.named];
  if (data === undefined) return { speaks: 'nothing' };
  const words = new Set<string>();
  let met = data.context.length > 0;
  let nearest = Number.POSITIVE_INFINITY;
  for (const { set, window, atLeast } of data.context) {
    const { distance, terms } = around.near(index.data.sets[set] ?? [], name, window);
    nearest = Math.min(nearest, distance);
    if (terms.length < atLeast) met = false;
    for (const { surface } of terms.slice(0, atLeast)) words.add(surface);
  }
  for (const { set, window } of data.exclude) {
    const { distance, terms } = around.near(index.data.sets[set] ?? [], name, window, true);
    const [against] = terms;
    if (against !== undefined && distance <= nearest) return { speaks: 'against', words: [against.surface] };
  }
  return met ? { speaks: 'for', words: [...words] } : { speaks: 'nothing' };
}

/** The name of a related entity nearby. */
export function relatedWord(index: Index, name: Named, around: Surroundings): string | undefined {
  const related = index.data.entities[name.named]?.related ?? [];
  if (related.length === 0) return undefined;
  const members = related.map((each) => ~each).sort((a, b) => a - b);
  return around.near(members, name, RELATED_WINDOW).terms[0]?.surface;
}
