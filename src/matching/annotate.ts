/** The one door of matching: a batch of text in, mentions with their reasons out. */
import { candidatesOf } from './candidates.ts';
import { find } from './find.ts';
import type { Index } from './load.ts';
import { findPatterns } from './patterns.ts';
import { type Policy, resolve } from './resolve.ts';
import { Surroundings, termsOf } from './surroundings.ts';
import type { Annotation, Batch } from './types.ts';

export { entitiesOf } from './load.ts';
export type { Policy } from './resolve.ts';

/** Mentions in text order, without overlap. The same index, batch and policy give the same annotation. */
export function annotate(index: Index, batch: Batch, policy: Policy = {}): Annotation {
  const title = termsOf(index, titleOf(batch), find(index, titleOf(batch)));
  const hits = find(index, batch.text);
  if (hits.length === 0) return { mentions: [], pending: [], evidence: batch.evidence ?? '' };
  const terms = termsOf(index, batch.text, hits);
  const around = new Surroundings(index, terms, title);
  const candidates = candidatesOf(index, batch.text, hits);
  const patterns = findPatterns(index, terms, around);
  return {
    mentions: resolve(index, batch.text, candidates, patterns, around, policy),
    pending: [],
    evidence: batch.evidence ?? '',
  };
}

function titleOf({ title = '', url = '' }: Batch): string {
  return `${title}\u2029${url}`;
}
