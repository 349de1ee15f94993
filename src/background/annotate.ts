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
  const isHeld = (block: number | undefined) => found.held.has(String(block));
  const waiting = record.pending.filter(isHeld);
  const undecided = found.pending.map((at) => blocks[at]).filter((block) => block !== undefined);
  const again = found.news ? waiting : [];
  record.pending = [...(found.news ? [] : waiting), ...undecided.filter(isHeld)];
  record.evidence = found.evidence;
  record.read ||= request.whole === true;
  return { mentions, targets, found: [...inBlocks.keys()], again };
}

export const NOTHING: AnnotateAnswer = { mentions: [], targets: [], found: [], again: [] };

/**
 * What of an answer a page may have: nothing of a pack that the reader has set to quiet only. Where the best supported
 * entity is of such a pack, the mention goes as a whole, for its reason may hold words of that pack.
 */
export function withoutQuiet(answer: AnnotateAnswer, quietOnly: ReadonlySet<string>): AnnotateAnswer {
  if (quietOnly.size === 0) return answer;
  const isKept = (entity: EntityKey) => !quietOnly.has(packOf(entity));
  const targets = answer.targets.map((target) =>
    target.entities.slice(0, 1).every(isKept)
      ? { ...target, entities: target.entities.filter(isKept) }
      : undefined,
  );
  const kept = targets.filter((target) => target !== undefined);
  const place = new Map(kept.map((target, at) => [target, at]));
  const mentions: number[] = [];
  for (let at = 0; at < answer.mentions.length; at += 3) {
    const [start = 0, end = 0, old = 0] = answer.mentions.slice(at, at + 3);
    const target = targets[old];
    const now = target === undefined ? undefined : place.get(target);
    if (now !== undefined) mentions.push(start, end, now);
  }
  return { ...answer, mentions, targets: kept };
}

/** The id of the pack that an entity is of. */
export function packOf(entity: EntityKey): string {
  return entity.slice(0, entity.indexOf('/'));
}

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
