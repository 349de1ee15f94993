/** Answers a page's `annotate`: what is mentioned in these blocks, as numbers that a page can paint from. */
import { annotate, entitiesOf } from '../matching/annotate.ts';
import type { Index } from '../matching/load.ts';
import { type Annotation, BLOCK_SEPARATOR, type EntityKey } from '../matching/types.ts';
import type { AnnotateAnswer, AnnotateRequest, Target } from '../messages/page.ts';
import { type DocumentRecord, forgetBlocks, recordMentions } from './documents.ts';

/** Mentions that the reader does not want to see. */
export interface Policy {
  muted: ReadonlySet<EntityKey>;
  refused: ReadonlySet<EntityKey>;
}

/** Finds mentions and brings the document's record up to date. `url` counts as evidence. */
export function annotateBlocks(
  index: Index,
  request: AnnotateRequest,
  url: string,
  record: DocumentRecord,
  policy: Policy,
): AnnotateAnswer {
  const { text, title, blocks, asides } = request;
  const found = annotate(index, { text, title, url, blocks, asides, evidence: record.evidence }, policy);
  const { mentions, targets } = toNumbers(index, found);
  forgetBlocks(record, [...request.gone, ...blocks]);
  const inBlocks = byBlock(request, mentions);
  recordMentions(record, inBlocks, targets);
  const again = found.news ? record.pending : [];
  const undecided = found.pending.map((at) => blocks[at]).filter((block) => block !== undefined);
  record.pending = [...(found.news ? [] : record.pending), ...undecided];
  record.evidence = found.evidence;
  return { mentions, targets, found: [...inBlocks.keys()], again };
}

export const NOTHING: AnnotateAnswer = { mentions: [], targets: [], found: [], again: [] };

function toNumbers(index: Index, { mentions }: Annotation): Pick<AnnotateAnswer, 'mentions' | 'targets'> {
  const targets: Target[] = [];
  const places = new Map<string, number>();
  const numbers = mentions.flatMap(({ start, end, entities, grade, because }) => {
    const name = JSON.stringify([entities, grade, because]);
    let place = places.get(name);
    if (place === undefined) {
      place = targets.push({ entities, ...entitiesOf(index, entities), grade, because }) - 1;
      places.set(name, place);
    }
    return [start, end, place];
  });
  return { mentions: numbers, targets };
}

/** The triples of each block that has some, with offsets counted from the block's own start. */
function byBlock({ text, blocks }: AnnotateRequest, mentions: readonly number[]): Map<number, number[]> {
  const found = new Map<number, number[]>();
  let at = 0;
  let start = 0;
  for (const block of blocks) {
    const separator = text.indexOf(BLOCK_SEPARATOR, start);
    const end = separator === -1 ? text.length : separator;
    const triples: number[] = [];
    for (; at < mentions.length && (mentions[at] ?? 0) < end; at += 3) {
      triples.push((mentions[at] ?? 0) - start, (mentions[at + 1] ?? 0) - start, mentions[at + 2] ?? 0);
    }
    if (triples.length > 0) found.set(block, triples);
    start = end + 1;
  }
  return found;
}
