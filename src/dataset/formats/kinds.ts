/** Kinds of sources and kinds of references, of each other: a table has one column for both. */
import type { Reference, Source } from '../schema.ts';

const REFERENCE_KINDS: Readonly<Record<string, Reference['kind']>> = {
  official: 'primary',
  own: 'primary',
  academic: 'reference-work',
  reference: 'reference-work',
} satisfies Partial<Record<Source['kind'], Reference['kind']>>;

const SOURCE_KINDS: Readonly<Record<Reference['kind'], Source['kind']>> = {
  news: 'news',
  primary: 'official',
  'reference-work': 'reference',
  advocacy: 'advocacy',
  'advocacy-party': 'advocacy',
};

/** What is neither stays as it is: the schema tells it. */
export function referenceKindOf(kind: string): string {
  return Object.hasOwn(REFERENCE_KINDS, kind) ? (REFERENCE_KINDS[kind] ?? kind) : kind;
}

export function sourceKindOf(kind: Reference['kind']): Source['kind'] {
  return SOURCE_KINDS[kind];
}
