/** Hits to candidates: which entities a span may refer to. */

import { CASED, GRADE_MASK, MORE, TERM } from './blob.ts';
import type { Hit } from './find.ts';
import type { Index } from './load.ts';
import { ENTITY_TYPES } from './resolve-data.ts';
import { foldWord } from './scan.ts';

export interface Candidate {
  /** Tokens. */
  from: number;
  to: number;
  /** UTF-16 offsets. */
  start: number;
  end: number;
  entity: number;
  /** `STRONG`, `CONTEXT` or `NEVER`. */
  grade: number;
}

const PERSON = ENTITY_TYPES.indexOf('person');

export function candidatesOf(index: Index, text: string, hits: readonly Hit[]): Candidate[] {
  const candidates: Candidate[] = [];
  for (const { from, to, phrase, article, reversed } of hits) {
    const start = index.tokens.start[from] ?? 0;
    const end = index.tokens.end[to - 1] ?? start;
    for (let entry = phrase; ; entry++) {
      const meta = index.meta[entry] ?? 0;
      const grade = meta & GRADE_MASK;
      const entity = index.entity[entry] ?? 0;
      const person = index.entityType[entity] === PERSON;
      if (
        grade !== TERM &&
        !(person ? article : reversed) &&
        isCased(index, entry, meta, text.slice(start, end))
      ) {
        candidates.push({ from, to, start, end, entity, grade });
      }
      if ((meta & MORE) === 0) break;
    }
  }
  return candidates;
}

/** Whether an alias that asks for its case has it. */
function isCased(index: Index, entry: number, meta: number, surface: string): boolean {
  if ((meta & CASED) === 0) return true;
  return foldWord(surface, true) === foldWord(index.data.exact[entry] ?? '', true);
}
