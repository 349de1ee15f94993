/**
 * What each open document has shown: kept in `storage.session`, that is in memory and never on disk, so that the
 * background may end at any time. Evidence stays here and not in the page, whose process it would tell what was found.
 */
import { browser } from 'wxt/browser';
import { report } from '../errors.ts';
import type { EntityKey } from '../matching/types.ts';
import type { Target } from '../messages/page.ts';
import type { MentionSummary } from '../messages/ui.ts';
import type { Entry } from '../settings/schema.ts';

export interface DocumentRecord {
  /** The random name that the page's script gave the document. */
  document: string;
  /** The page was read to its end: that nothing was found means that nothing is there. */
  read: boolean;
  /** As `annotate` of matching gave it last. */
  evidence: string;
  targets: Target[];
  /** Number of a block to its mentions: start, end, index in `targets`, and so on. Only blocks that have some. */
  blocks: Record<number, number[]>;
  /** Numbers of blocks that cannot be seen: their mentions are not counted. */
  hidden: number[];
  /** Numbers of blocks with candidates that none of the evidence so far decides. */
  pending: number[];
  /** Entities whose card this page may ask for beside those it mentions: they stood on a card that was shown. */
  offered: EntityKey[];
  /** Settings that this page has changed, by key, with the value before, null for none: all that it may take back. */
  changed: Record<string, Entry['value']>;
  /** The mention that the reader was last taken to, and when: of several frames the last one counts. */
  lastJump?: { entity: EntityKey; block: number; start: number; at: number };
}

/** The most mentions that are kept of one document; more are painted but not counted. */
const MENTIONS_KEPT = 5_000;

const prefixOf = (tabId: number) => `document:${tabId}:`;
const keyOf = (tabId: number, frameId: number) => `${prefixOf(tabId)}${frameId}`;

/** Work on one document, one piece after the other: what is read, changed and written back must not cross. */
const queues = new Map<string, Promise<unknown>>();

function inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
  const mine = (queues.get(key) ?? Promise.resolve()).then(work, work);
  queues.set(key, mine);
  const forget = () => {
    if (queues.get(key) === mine) queues.delete(key);
  };
  mine.then(forget, forget);
  return mine;
}

export interface FrameRecord {
  frameId: number;
  record: DocumentRecord;
  /** Numbers of blocks as the page shows them now, where it was asked. */
  sequence?: readonly number[];
}

/** The records of a tab's documents, that of the top frame first. Read at once: the tab may be forgotten meanwhile. */
export async function readDocuments(tabId: number): Promise<FrameRecord[]> {
  const prefix = prefixOf(tabId);
  // Only this module writes these keys, and never a page.
  const all = (await browser.storage.session.get(null)) as Record<string, DocumentRecord>;
  return Object.entries(all)
    .filter(([key]) => key.startsWith(prefix))
    .map(([key, record]) => ({ frameId: Number(key.slice(prefix.length)), record }))
    .sort((one, other) => one.frameId - other.frameId);
}

async function readDocument(key: string): Promise<DocumentRecord | undefined> {
  return (await browser.storage.session.get(key))[key] as DocumentRecord | undefined;
}

/** Starts a record anew: another document has taken the frame. With that of the top frame, all others are gone. */
export async function openDocument(tabId: number, frameId: number, document: string): Promise<void> {
  if (frameId === 0) await forgetTab(tabId);
  const key = keyOf(tabId, frameId);
  await inTurn(key, () => browser.storage.session.set({ [key]: newDocument(document) }));
}

function newDocument(document: string): DocumentRecord {
  return {
    document,
    read: false,
    evidence: '',
    targets: [],
    blocks: {},
    hidden: [],
    pending: [],
    offered: [],
    changed: {},
  };
}

/** What a page may ask of: what it mentions, and what stood on a card that it was shown. No listing of a pack. */
export function allowedEntities({ targets, offered }: DocumentRecord): Set<EntityKey> {
  return new Set([...targets.flatMap((target) => target.entities), ...offered]);
}

/** Reads a document's record, lets `change` work on it, and writes it back. A record of another document is left behind. */
export function withDocument<T>(
  tabId: number,
  frameId: number,
  document: string,
  change: (record: DocumentRecord) => T | Promise<T>,
): Promise<T> {
  const key = keyOf(tabId, frameId);
  return inTurn(key, async () => {
    const kept = await readDocument(key);
    const record = kept?.document === document ? kept : newDocument(document);
    const result = await change(record);
    // A store that is full costs counts and evidence, never marks.
    await browser.storage.session.set({ [key]: record }).catch(report);
    return result;
  });
}

/** Forgets all frames of a tab. */
export async function forgetTab(tabId: number): Promise<void> {
  const frames = await readDocuments(tabId);
  const keys = frames.map(({ frameId }) => keyOf(tabId, frameId));
  if (keys.length > 0) await browser.storage.session.remove(keys);
}

/** Takes out what stood in blocks that are gone. */
export function forgetBlocks(record: DocumentRecord, gone: readonly number[]): void {
  for (const block of gone) delete record.blocks[block];
  const without = new Set(gone);
  record.pending = record.pending.filter((block) => !without.has(block));
  record.hidden = record.hidden.filter((block) => !without.has(block));
}

/** Adds the mentions of blocks that were read. */
export function recordMentions(
  record: DocumentRecord,
  mentionsOf: ReadonlyMap<number, number[]>,
  targets: readonly Target[],
): void {
  const known = new Map(record.targets.map((target, index) => [JSON.stringify(target), index]));
  const place = targets.map((target) => {
    const name = JSON.stringify(target);
    const index = known.get(name) ?? record.targets.push(target) - 1;
    known.set(name, index);
    return index;
  });
  let room = MENTIONS_KEPT - Object.values(record.blocks).reduce((sum, { length }) => sum + length / 3, 0);
  for (const [block, triples] of mentionsOf) {
    room -= triples.length / 3;
    if (room < 0) return;
    record.blocks[block] = triples.map((value, at) => (at % 3 === 2 ? (place[value] ?? 0) : value));
  }
}

/**
 * The blocks that are counted, each with its mentions: as the page shows them, where that is known, then as they were read.
 * A block that is read again, or that comes in between, has a higher number than those that follow it.
 */
export function countedBlocks({
  record: { blocks, hidden },
  sequence = [],
}: Omit<FrameRecord, 'frameId'>): { block: number; triples: readonly number[] }[] {
  const unseen = new Set(hidden);
  const places = new Map(sequence.map((block, at) => [block, at]));
  const placeOf = (block: number) => places.get(block) ?? sequence.length;
  // Numeric keys of an object come in ascending order.
  return Object.entries(blocks)
    .map(([number, triples]) => ({ block: Number(number), triples }))
    .filter(({ block }) => !unseen.has(block))
    .sort((one, other) => placeOf(one.block) - placeOf(other.block));
}

/** Entity, count and first reason over the documents of a tab, in the order in which they first appear. */
export function summarize(documents: readonly Omit<FrameRecord, 'frameId'>[]): MentionSummary[] {
  const found = new Map<EntityKey, MentionSummary>();
  for (const document of documents) {
    const { targets } = document.record;
    for (const { triples } of countedBlocks(document)) {
      for (let at = 2; at < triples.length; at += 3) count(found, targets[triples[at] ?? -1]);
    }
  }
  return [...found.values()];
}

function count(found: Map<EntityKey, MentionSummary>, target: Target | undefined): void {
  const entity = target?.entities[0];
  if (target === undefined || entity === undefined) return;
  const summary = found.get(entity);
  if (summary !== undefined) summary.count += 1;
  else found.set(entity, { entity, name: target.name, type: target.type, count: 1, because: target.because });
}
