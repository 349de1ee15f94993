/** Packs as a whole, as the manager's views see and change them. */
import { freeId } from '../dataset/merge.ts';
import { parsePack } from '../dataset/parse.ts';
import { FORMAT_VERSION, NO_LICENCE, type Pack } from '../dataset/schema.ts';
import { slugOf } from '../dataset/slug.ts';
import { SidelightError } from '../errors.ts';
import type { Database, Flags, PackHead } from './database.ts';
import { applyChanges, saved } from './entries.ts';
import type {
  ChangeName,
  EntryChange,
  NewPack,
  PackChange,
  PackRow,
  Saved,
  UndoToken,
  WordListEntry,
} from './manager-api.ts';
import { wordListsOf } from './overlay.ts';
import { packHeads, putPack } from './packs.ts';
import { headSays, isSensitive, newStamp } from './rows.ts';
import { clearPack, headToChange } from './tables.ts';
import { type Before, recorded } from './undo.ts';

/** Of JSON in Latin letters, with the indexes beside it. */
const BYTES_OF_CHARACTER = 1.5;

export async function packRows(database: Database): Promise<PackRow[]> {
  return (await packHeads(database)).map(packRow);
}

export function packRow(head: PackHead): PackRow {
  const { id, title, version, licence, checked, home, corrections, origin, flags } = head;
  const { size, ...counts } = head.counts;
  return {
    id,
    title,
    version,
    licence,
    checked,
    ...(home === undefined ? {} : { home }),
    ...(corrections === undefined ? {} : { corrections }),
    origin,
    sensitive: isSensitive(head),
    quietOnly: flags.quietOnly ?? false,
    counts,
    bytes: Math.round(size * BYTES_OF_CHARACTER),
  };
}

export async function createPack(
  database: Database,
  wanted: NewPack,
  entries: readonly EntryChange[],
  name: ChangeName,
): Promise<Saved & { packId: string }> {
  const pack = newPack(wanted, await takenIds(database));
  const done = await saved(name, () =>
    recorded(database, name, [pack.id], async (before) => {
      await putPack(database, pack, { origin: 'own' }, flagsOf(wanted));
      if (entries.length > 0)
        await applyChanges(database, await headToChange(database, pack.id), entries, before);
      // Whatever stands in it is gone with it.
      await before.clearPack(pack.id);
    }),
  );
  return { ...done, packId: pack.id };
}

/** An empty pack of the reader's own. */
export function newPack({ title, licence }: NewPack, taken: ReadonlySet<string>): Pack {
  const wanted = slugOf(Object.values(title)[0] ?? '') || 'names';
  return {
    formatVersion: FORMAT_VERSION,
    id: freeId(wanted, (id) => taken.has(id)),
    version: '1.0.0',
    title,
    licence: licence ?? NO_LICENCE,
    checked: new Date().toISOString().slice(0, 10),
    entities: [],
    quotes: [],
    sources: [],
    patterns: [],
    wordLists: {},
    references: {},
  };
}

export function flagsOf({ sensitive, quietOnly }: NewPack): Flags {
  return {
    ...(sensitive === undefined ? {} : { sensitive }),
    ...(quietOnly === undefined ? {} : { quietOnly }),
  };
}

export async function takenIds(database: Database): Promise<Set<string>> {
  return new Set((await packHeads(database)).map(({ id }) => id));
}

/** Flags of any pack, and what its reader makes of its entries; everything else of the reader's own alone. */
export function changePack(
  database: Database,
  packId: string,
  change: PackChange,
  entries: readonly EntryChange[],
  name: ChangeName,
): Promise<Saved> {
  const work = async (before: Before) => {
    const head = await headToChange(database, packId);
    const { sensitive, quietOnly, ...said } = change;
    if (head.origin !== 'own' && Object.keys(said).length > 0) {
      throw new SidelightError('not-own', 'Only a pack of your own can be renamed.');
    }
    const flags = { ...head.flags, ...flagsOf({ title: {}, ...change }) };
    const next = { ...head, ...said, flags, stamp: newStamp() };
    for (const key of ['home', 'corrections'] as const) if (next[key] === '') delete next[key];
    const empty = { entities: [], quotes: [], sources: [], patterns: [], wordLists: {}, references: {} };
    if (!parsePack({ ...headSays(next), ...empty, retracted: [] }).ok) {
      throw new SidelightError('refused', 'What the pack would say of itself is not as it should be.');
    }
    await database.packs.put(next);
    if (entries.length > 0) await applyChanges(database, next, entries, before);
  };
  return saved(name, () => recorded(database, name, [packId], work));
}

export async function wordListEntries(database: Database, packId: string): Promise<WordListEntry[]> {
  return database.transaction('r', database.tables, async () => {
    const lists = await wordListsOf(database, await headToChange(database, packId));
    return lists.flatMap(({ id, value, edit, original }): WordListEntry[] => {
      if (value === undefined || edit === 'deleted') return [];
      return [{ id, words: value, edit, ...(edit === null || original === undefined ? {} : { original }) }];
    });
  });
}

/** @param settingsBefore entries that Undo puts back into the settings */
export function removePackKept(
  database: Database,
  packId: string,
  name: ChangeName,
  settingsBefore?: Record<string, unknown>,
): Promise<UndoToken> {
  return recorded(database, name, [packId], async (before) => {
    await headToChange(database, packId);
    if (settingsBefore !== undefined) await before.keepSettings(settingsBefore);
    await before.keepPack(packId);
    await clearPack(database, packId);
  });
}
