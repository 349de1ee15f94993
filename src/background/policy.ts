/** What the reader does not want to see mentioned, on the site of a page. */
import type { EntityKey } from '../matching/types.ts';
import type { Settings } from '../settings/schema.ts';
import { siteOf } from '../sites/site.ts';
import type { Policy } from './annotate.ts';

const NO_ENTITIES: ReadonlySet<EntityKey> = new Set();

/** @param topUrl of the top-level page */
export function policyOf({ muted, refused }: Settings, topUrl: string): Policy {
  return { muted, refused: refused.get(siteOf(topUrl)) ?? NO_ENTITIES };
}
