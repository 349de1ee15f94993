/** The compiled index, opened. Nothing is parsed but the small resolve data. */
import type { EntityType } from '../dataset/schema.ts';
import { type Arrays, readBlob } from './blob.ts';
import { COMPILER_VERSION, ENTITY_TYPES, type ResolveData } from './resolve-data.ts';
import { newTokens, type Tokens } from './scan.ts';
import type { EntityKey } from './types.ts';

/** The blob is not an index, or one of another version: compile the packs again. */
export class UnusableIndexError extends Error {
  override name = 'UnusableIndexError';
}

export interface Index extends Arrays {
  data: ResolveData;
  /** Scratch of `scan`, kept so that its arrays are made once. */
  tokens: Tokens;
  /** Entities by key, as far as they have been asked for. */
  numbers: Map<EntityKey, number>;
}

/** @throws UnusableIndexError */
export function loadIndex(blob: ArrayBuffer): Index {
  const arrays = readBlob(COMPILER_VERSION, blob);
  if (typeof arrays === 'string') throw new UnusableIndexError(arrays);
  try {
    const data: ResolveData = JSON.parse(new TextDecoder().decode(arrays.json));
    return { ...arrays, data, tokens: newTokens(), numbers: new Map() };
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
  const { packs } = index.data;
  const pack = packs.findLast(({ firstEntity }) => firstEntity <= entity);
  const key = `${pack?.id ?? ''}/${entityStrings(index, entity).id}`;
  index.numbers.set(key, entity);
  return key;
}

/** The folded words of an entry, joined by spaces. */
export function entryText(index: Index, entry: number): string {
  return textAt(index.text, index.textAt[entry] ?? 0).text;
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
