/** The compiled index, opened. Nothing is parsed but the small resolve data. */
import type { EntityType } from '../dataset/schema.ts';
import { type Arrays, LOOSE, NO_ENTITY, readBlob } from './blob.ts';
import { tagMaskFor } from './phrase-hash.ts';
import { COMPILER_VERSION, ENTITY_TYPES, RELATED_WINDOW, type ResolveData } from './resolve-data.ts';
import { newTokens, type Tokens } from './scan.ts';
import type { EntityKey } from './types.ts';

/** The blob is not an index, or one of another version: compile the packs again. */
export class UnusableIndexError extends Error {
  override name = 'UnusableIndexError';
}

const STAMP_STEP = 64;

export interface Index extends Arrays {
  data: ResolveData;
  /** Scratch of `scan`, kept so that its arrays are made once. */
  tokens: Tokens;
  /** Looks at a phrase, a word nearby or a candidate so far: what a test counts to see that work is linear. */
  steps: number;
  /** Whether some names have words that are apart by more than a space. */
  loose: boolean;
  /** The bits of a slot that are not the number of an entry. */
  tagMask: number;
  /** Keys of entities, and entities by key, as far as they have been asked for. */
  keys: EntityKey[];
  numbers: Map<EntityKey, number>;
  /** Entities that others name as related. */
  related: ReadonlySet<number>;
  /** By the number of a word's entry: the groups of patterns that it is in. */
  patternGroups: ReadonlyMap<number, readonly { pattern: number; group: number }[]>;
  /** Tells this index from others: summaries of evidence name entities by its numbers. */
  stamp: string;
  /** The widest window of the packs, in words. */
  reach: number;
  /** Words of the names of entities, as far as they have been asked for. */
  names: Map<number, ReadonlySet<string>>;
  /** Entries in the order of their entities, once that has been asked for. */
  byEntity: { entries: Uint32Array; starts: Uint32Array } | undefined;
}

/** @throws UnusableIndexError */
export function loadIndex(blob: ArrayBuffer): Index {
  const arrays = readBlob(COMPILER_VERSION, blob);
  if (typeof arrays === 'string') throw new UnusableIndexError(arrays);
  try {
    const data: ResolveData = JSON.parse(new TextDecoder().decode(arrays.json));
    return {
      ...arrays,
      data,
      tokens: newTokens(),
      keys: [],
      numbers: new Map(),
      steps: 0,
      loose: arrays.meta.some((meta) => (meta & LOOSE) !== 0),
      tagMask: tagMaskFor(arrays.entity.length),
      related: relatedOf(arrays, data),
      patternGroups: patternGroupsOf(data),
      stamp: stampOf(blob),
      reach: reachOf(data),
      names: new Map(),
      byEntity: undefined,
    };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new UnusableIndexError('an index whose data is cut off');
  }
}

/** Type and name of the first of these entities: what a mark and a list of mentions show. */
export function entitiesOf(index: Index, keys: readonly EntityKey[]): { type: EntityType; name: string } {
  const entity = keys[0] === undefined ? undefined : entityNumber(index, keys[0]);
  if (entity === undefined) throw new RangeError(`no entity "${keys[0] ?? ''}" in this index`);
  return { type: entityTypeOf(index, entity), name: entityStrings(index, entity).name };
}

export function entityTypeOf(index: Index, entity: number): EntityType {
  return ENTITY_TYPES[index.entityType[entity] ?? 0] ?? 'person';
}

export function entityKeyOf(index: Index, entity: number): EntityKey {
  const known = index.keys[entity];
  if (known !== undefined) return known;
  const { packs } = index.data;
  const pack = packs.findLast(({ firstEntity }) => firstEntity <= entity);
  const key = `${pack?.id ?? ''}/${entityStrings(index, entity).id}`;
  index.numbers.set(key, entity);
  index.keys[entity] = key;
  return key;
}

/** All words of an entity's names, folded. */
export function namesOf(index: Index, entity: number): ReadonlySet<string> {
  const known = index.names.get(entity);
  if (known !== undefined) return known;
  index.byEntity ??= sortByEntity(index);
  const { entries, starts } = index.byEntity;
  const own = entries.subarray(starts[entity] ?? 0, starts[entity + 1] ?? 0);
  const names = new Set([...own].flatMap((entry) => entryText(index, entry).split(' ')));
  index.names.set(entity, names);
  return names;
}

/** The folded words of an entry, joined by spaces. */
export function entryText(index: Index, entry: number): string {
  return textAt(index.text, index.textAt[entry] ?? 0).text;
}

function sortByEntity({ entity, entityAt }: Index): { entries: Uint32Array; starts: Uint32Array } {
  const starts = new Uint32Array(entityAt.length + 2);
  for (const owner of entity) if (owner !== NO_ENTITY) starts[owner + 2] = (starts[owner + 2] ?? 0) + 1;
  for (let at = 2; at < starts.length; at++) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
  const entries = new Uint32Array(starts[starts.length - 1] ?? 0);
  for (const [entry, owner] of entity.entries()) {
    if (owner === NO_ENTITY) continue;
    const place = starts[owner + 1] ?? 0;
    entries[place] = entry;
    starts[owner + 1] = place + 1;
  }
  return { entries, starts };
}

/** Organisations are named in too many places to speak for what is related to them. */
function relatedOf({ entityType }: Arrays, { entities }: ResolveData): ReadonlySet<number> {
  const organization = ENTITY_TYPES.indexOf('organization');
  const all = Object.values(entities).flatMap(({ related }) => related);
  return new Set(all.filter((entity) => entityType[entity] !== organization));
}

function patternGroupsOf({ patterns, sets }: ResolveData): Index['patternGroups'] {
  const byTerm = new Map<number, { pattern: number; group: number }[]>();
  for (const [pattern, { groups }] of patterns.entries()) {
    for (const [group, set] of groups.entries()) {
      for (const term of sets[set] ?? []) {
        const list = byTerm.get(term);
        if (list === undefined) byTerm.set(term, [{ pattern, group }]);
        else list.push({ pattern, group });
      }
    }
  }
  return byTerm;
}

/** A checksum of the whole blob takes longer than its worth: length and every 64th word tell two packs apart. */
function stampOf(blob: ArrayBuffer): string {
  const words = new Uint32Array(blob, 0, blob.byteLength >>> 2);
  let hash = words.length;
  for (let at = 0; at < words.length; at += STAMP_STEP) hash = Math.imul(hash ^ (words[at] ?? 0), 0x01000193);
  return (hash >>> 0).toString(36);
}

function reachOf({ entities, patterns }: ResolveData): number {
  let reach = RELATED_WINDOW;
  for (const { context, exclude } of Object.values(entities)) {
    for (const { window } of [...context, ...exclude]) reach = Math.max(reach, window);
  }
  for (const { anyNear, alsoNear, noneNear } of patterns) {
    for (const near of [anyNear, alsoNear, noneNear]) reach = Math.max(reach, near?.window ?? 0);
  }
  return reach;
}

function entityNumber(index: Index, key: EntityKey): number | undefined {
  const known = index.numbers.get(key);
  if (known !== undefined) return known;
  for (let entity = 0; entity < index.entityAt.length; entity++) {
    if (entityKeyOf(index, entity) === key) return entity;
  }
  return undefined;
}

function entityStrings(index: Index, entity: number): { id: string; name: string } {
  const id = textAt(index.entityText, index.entityAt[entity] ?? 0);
  return { id: id.text, name: textAt(index.entityText, id.next).text };
}

function textAt(bytes: Uint8Array, start: number): { text: string; next: number } {
  const zero = bytes.indexOf(0, start);
  const end = zero === -1 ? bytes.length : zero;
  return { text: new TextDecoder().decode(bytes.subarray(start, end)), next: end + 1 };
}
