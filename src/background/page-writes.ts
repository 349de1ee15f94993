/**
 * The three writes that a page may ask for, each of which it can take back. A page's process is not trusted: it changes
 * only what its own document shows, and takes back only what that document has changed.
 */
import { SidelightError } from '../errors.ts';
import type { EntityKey } from '../matching/types.ts';
import type { PageWrite } from '../messages/page.ts';
import { type Entry, entries, type Settings } from '../settings/schema.ts';
import { allowedEntities, type DocumentRecord } from './documents.ts';

/**
 * The one setting that a write changes; undefined where there is nothing to change, for a page asks once more when an
 * answer was lost.
 * @param site of the sender's tab, never of its message
 * @param record what can be taken back is noted there
 * @throws {SidelightError} `refused` for an entity that the document was never told of
 */
export function entryFor(
  write: PageWrite,
  site: string,
  settings: Settings,
  record: DocumentRecord,
): Entry | undefined {
  const before = valueBefore(write, site, settings);
  const { key, value } = wanted(write, site);
  if (!write.on) {
    // What somebody else has changed since is theirs.
    if (!Object.hasOwn(record.changed, key) || before !== value) return undefined;
    const kept = record.changed[key];
    delete record.changed[key];
    return { key, value: kept ?? undefined };
  }
  if (write.kind !== 'siteOff' && !allowedEntities(record).has(write.entity)) {
    throw new SidelightError('refused', 'This page does not mention what it wants to hide.');
  }
  if (before === value) return undefined;
  record.changed[key] = before ?? null;
  return { key, value };
}

/** What the write puts in place when it is on. */
function wanted(write: PageWrite, site: string): Entry {
  switch (write.kind) {
    case 'mute':
      return entries.muted(write.entity, true);
    case 'notThisPerson':
      return entries.refused(site, write.entity, true);
    case 'siteOff':
      return entries.site(site, 'off');
  }
}

function valueBefore(write: PageWrite, site: string, settings: Settings): Entry['value'] {
  const isIn = (entities: ReadonlySet<EntityKey> | undefined, entity: EntityKey) =>
    entities?.has(entity) ? true : undefined;
  switch (write.kind) {
    case 'mute':
      return isIn(settings.muted, write.entity);
    case 'notThisPerson':
      return isIn(settings.refused.get(site), write.entity);
    case 'siteOff':
      return settings.sites.get(site);
  }
}
