/** Hits to candidates: the entities that a span may refer to. */
import { ARTICLE, LETTER_S } from './affixes.ts';
import { CASED, GRADE_MASK, LOOSE, MORE, TERM, TITLED } from './blob.ts';
import { type Block, blockOf } from './blocks.ts';
import type { Hit } from './find.ts';
import { isGerman } from './language.ts';
import { entityTypeOf, type Index } from './load.ts';
import { wordsOf } from './scan.ts';

export interface Candidate {
  block: Block;
  /** Tokens. */
  first: number;
  last: number;
  /** Place in the document, in words. */
  from: number;
  to: number;
  /** UTF-16 offsets. */
  start: number;
  end: number;
  /** The entity, or the first of those that are the same. */
  entity: number;
  /** The entity whose name it is: its context decides. */
  named: number;
  person: boolean;
  /** `STRONG`, `CONTEXT` or `NEVER`. */
  grade: number;
  /** An acronym, written in capitals. */
  acronym: boolean;
  /** The span with the titles that the pack has in this name. */
  titled?: { start: number; end: number };
}

/** A word of four letters or more without a capital. */
const SMALL_WORD = /(?<![\p{L}\p{M}])\p{Ll}\p{L}{3,}/u;

export function candidatesOf(
  index: Index,
  text: string,
  hits: readonly Hit[],
  blocks: readonly Block[],
): Candidate[] {
  const candidates: Candidate[] = [];
  for (const hit of hits) {
    const start = index.tokens.start[hit.from] ?? 0;
    const end = index.tokens.end[hit.to - 1] ?? start;
    for (let entry = hit.phrase; ; entry++) {
      const meta = index.meta[entry] ?? 0;
      const entity = index.entity[entry] ?? 0;
      const grade = meta & GRADE_MASK;
      if (grade !== TERM && (!hit.hard || (meta & LOOSE) !== 0)) {
        const person = entityTypeOf(index, entity) === 'person';
        const block = blockOf(blocks, hit.from);
        const surface = text.slice(start, end);
        if (isForm(hit, person, text, block) && isWritten(index, entry, meta, surface)) {
          const from = block.place + hit.from - block.first;
          const to = from + hit.to - hit.from;
          const acronym =
            hit.to - hit.from === 1 && /^[\p{Lu}\p{N}.]{2,}$|^\p{Lu}\p{Ll}\p{Lu}$/u.test(surface);
          candidates.push({
            block,
            first: hit.from,
            last: hit.to,
            from,
            to,
            start,
            end,
            entity: index.data.same[entity] ?? entity,
            named: entity,
            person,
            grade,
            acronym,
          });
        }
      }
      if ((meta & MORE) === 0) break;
    }
  }
  return candidates;
}

/** Whether names of this kind take the form in which the hit stands. */
function isForm({ affix, reversed }: Hit, person: boolean, text: string, block: Block): boolean {
  if (!person) return !reversed;
  if ((affix & ARTICLE) !== 0) return false;
  return (affix & LETTER_S) === 0 || isGerman(text, block);
}

/** Whether an alias that asks for its case has it. */
function isWritten(index: Index, entry: number, meta: number, surface: string): boolean {
  if ((meta & CASED) !== 0) {
    const exact = wordsOf(index.data.exact[entry] ?? '', true).join(' ');
    return wordsOf(surface, true).join(' ') === exact;
  }
  return (meta & TITLED) === 0 || !SMALL_WORD.test(surface);
}
