/** Takes the reader from mention to mention of an entity, through all frames of a tab. */
import type { EntityKey } from '../matching/types.ts';
import type { JumpAnswer } from '../messages/ui.ts';
import { countedBlocks, type DocumentRecord, type FrameRecord, withDocument } from './documents.ts';
import { readInOrder } from './reading-order.ts';
import { tell } from './tabs.ts';

/** Where a mention stands: `start` and `end` in what was sent under the number `block`. */
export interface Place {
  frameId: number;
  document: string;
  block: number;
  start: number;
  end: number;
}

/**
 * @param flash paints the words for a moment
 * @returns null where the entity is not mentioned, or the page's script has gone
 */
export async function jump(
  tabId: number,
  entity: EntityKey,
  direction: 1 | -1,
  flash: boolean,
): Promise<JumpAnswer | null> {
  const documents = await readInOrder(tabId);
  const places = placesOf(documents, entity);
  const position = nextPosition(places, lastPosition(documents, places, entity), direction);
  const place = places[position];
  if (place === undefined) return null;
  const { frameId, document, block, start, end } = place;
  const order = { order: 'jump' as const, document, block, start, end, flash };
  if (!(await tell(tabId, order, { frameId }))) return null;
  await withDocument(tabId, frameId, document, (record) => {
    record.lastJump = { entity, block, start, at: Date.now() };
  });
  return { position: position + 1, of: places.length };
}

/** The mentions that are counted, in reading order. */
export function placesOf(documents: readonly FrameRecord[], entity: EntityKey): Place[] {
  return documents.flatMap((document) => {
    const { frameId, record } = document;
    const targets = new Set(
      [...record.targets.keys()].filter((at) => record.targets[at]?.entities[0] === entity),
    );
    return countedBlocks(document).flatMap(({ block, triples }) =>
      startsOf(triples, targets).map((span) => ({ frameId, document: record.document, block, ...span })),
    );
  });
}

function startsOf(
  triples: readonly number[],
  targets: ReadonlySet<number>,
): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (let at = 0; at < triples.length; at += 3) {
    if (!targets.has(triples[at + 2] ?? -1)) continue;
    found.push({ start: triples[at] ?? 0, end: triples[at + 1] ?? 0 });
  }
  return found;
}

/** Index in `places` of the mention last jumped to; -1 where there is none, or it has gone. */
export function lastPosition(
  documents: readonly FrameRecord[],
  places: readonly Place[],
  entity: EntityKey,
): number {
  const last = documents
    .flatMap(({ frameId, record }) => lastJumpOf(record, frameId))
    .toSorted((one, other) => other.at - one.at)
    .find((jumped) => jumped.entity === entity);
  return places.findIndex(
    ({ frameId, block, start }) => frameId === last?.frameId && block === last.block && start === last.start,
  );
}

function lastJumpOf({ lastJump }: DocumentRecord, frameId: number) {
  return lastJump === undefined ? [] : [{ frameId, ...lastJump }];
}

/** The first, or going back the last, where there was none before; from the end on to the start. */
export function nextPosition(places: readonly unknown[], last: number, direction: 1 | -1): number {
  if (last === -1) return direction === 1 ? 0 : places.length - 1;
  return (last + direction + places.length) % places.length;
}
