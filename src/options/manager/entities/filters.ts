/** What the reader looks for among all entities, and the question to the store that it makes. */
import type { EntityType } from '../../../dataset/schema.ts';
import type { EntityKey } from '../../../matching/types.ts';
import type { EntityQuery } from '../../../store/manager-api.ts';

export interface Filters {
  text: string;
  /** Empty: all. */
  type: EntityType | '';
  /** The id of a pack; empty: all. */
  pack: string;
  which: 'all' | 'edited' | 'muted';
  sort: EntityQuery['sort'];
  descending: boolean;
}

export const START: Filters = {
  text: '',
  type: '',
  pack: '',
  which: 'all',
  sort: 'best',
  descending: false,
};

export function toQuery(
  filters: Filters,
  muted: readonly EntityKey[],
  langs: readonly string[],
): EntityQuery {
  const { text, type, pack, which, sort, descending } = filters;
  return {
    text: text.trim(),
    types: type === '' ? [] : [type],
    packs: pack === '' ? [] : [pack],
    edited: which === 'edited',
    ...(which === 'muted' ? { among: muted } : {}),
    sort,
    descending,
    langs,
  };
}

/** A press on a column's head: first upwards, then downwards, then no more. */
export function sortedBy(filters: Filters, sort: EntityQuery['sort']): Filters {
  if (filters.sort !== sort) return { ...filters, sort, descending: false };
  return filters.descending
    ? { ...filters, sort: 'best', descending: false }
    : { ...filters, descending: true };
}
