/** Who may have said words on a page: whoever is mentioned in their block or next to it. */
import { BLOCK_SEPARATOR, type EntityKey, type Mention } from '../matching/types.ts';

/** More than these are no help. */
const PROPOSED = 5;

export interface Surrounded {
  /** Blocks, joined by `BLOCK_SEPARATOR`. */
  text: string;
  /** UTF-16 offsets of the words. */
  start: number;
  end: number;
}

/**
 * The entities mentioned beside the words, in the same block, come first; then those of the blocks before, those of the
 * blocks after, and those that the words themselves mention. Of each the nearest first.
 * @param mentions found in the text
 */
export function nearest(
  mentions: readonly Mention[],
  words: Surrounded,
  maySpeak: (entity: EntityKey) => boolean,
): EntityKey[] {
  const ranked = mentions
    .flatMap(({ start, end, entities: [entity] }) =>
      entity === undefined || !maySpeak(entity) ? [] : [{ entity, ...rank(start, end, words) }],
    )
    .toSorted((one, other) => one.group - other.group || one.distance - other.distance);
  return [...new Set(ranked.map(({ entity }) => entity))].slice(0, PROPOSED);
}

const GROUP = { beside: 0, before: 1, after: 2, within: 3 } as const;

function rank(start: number, end: number, words: Surrounded): { group: number; distance: number } {
  const isBefore = end <= words.start;
  if (!isBefore && start < words.end) return { group: GROUP.within, distance: 0 };
  const between = isBefore ? words.text.slice(end, words.start) : words.text.slice(words.end, start);
  const otherBlock = isBefore ? GROUP.before : GROUP.after;
  return {
    group: between.includes(BLOCK_SEPARATOR) ? otherBlock : GROUP.beside,
    distance: between.length,
  };
}
