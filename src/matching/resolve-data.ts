/** The small part of the index that is stored as JSON: what `resolve` asks about entities and patterns. */
import type { EntityType } from '../dataset/schema.ts';

/** Raised with every change of the blob's layout or of what the compiler writes into it. */
export const COMPILER_VERSION = 2;

export const ENTITY_TYPES: readonly EntityType[] = [
  'person',
  'organization',
  'event',
  'document',
  'agreement',
];

/** Within how many words the name of a related entity is evidence. */
export const RELATED_WINDOW = 40;

/** The number of a list of words in `ResolveData.sets`. */
type SetNumber = number;

export interface NearData {
  window: number;
  set: SetNumber;
}

export interface RequirementData extends NearData {
  atLeast: number;
}

export interface EntityData {
  /** All must be met. */
  context: RequirementData[];
  exclude: NearData[];
  /** Numbers of entities whose names nearby are evidence. */
  related: number[];
}

export interface PatternData {
  id: string;
  entity: number;
  window: number;
  groups: SetNumber[];
  anyNear?: NearData;
  alsoNear?: NearData;
  noneNear?: NearData;
}

export interface ResolveData {
  /** In the order of their entities. */
  packs: { id: string; firstEntity: number }[];
  /** Lists of words, each a list of entry numbers in ascending order. */
  sets: number[][];
  /** By entity number; entities without context, exclude and relations have none. */
  entities: Record<number, EntityData>;
  patterns: PatternData[];
  /** By entry number: the words as they must be written. */
  exact: Record<number, string>;
  /** By entity number: the lowest number of the entities that share an identifier with it. */
  same: Record<number, number>;
}
