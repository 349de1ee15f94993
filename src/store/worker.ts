/** The store's worker: everything of `manager-api.ts` that the database has to do with, off the page's main thread. */
import Dexie from 'dexie';
import type { ReadOptions } from '../dataset/formats/types.ts';
import type { WriteOptions, WrittenFormat } from '../dataset/formats/write.ts';
import { freeId as idFor } from '../dataset/merge.ts';
import type { Entity, Pack, Source } from '../dataset/schema.ts';
import { slugOf } from '../dataset/slug.ts';
import { SidelightError } from '../errors.ts';
import type { EntityKey } from '../matching/types.ts';
import { ownersOf, packAround } from './around.ts';
import { previewRestore, type ReadSettings, restoreBackup, writeBackup } from './backup.ts';
import { serve } from './calls.ts';
import { createCatalog } from './catalog.ts';
import { DATABASE_NAME, type Database, openDatabase, type SourceRow } from './database.ts';
import { changeEntries, moveEntities, problemsOf, revertEntries } from './entries.ts';
import { entityEntry, splitKey } from './entry-view.ts';
import { createExplainer } from './explain.ts';
import { exportLosses, exportPack } from './export.ts';
import { createImport } from './import-run.ts';
import type {
  ChangeName,
  EntityQuery,
  EntryChange,
  EntryKind,
  EntryRef,
  ExplainQuestion,
  ImportChoice,
  ImportProgress,
  ImportTarget,
  NewPack,
  PackChange,
  UndoToken,
} from './manager-api.ts';
import { entriesOf, retractedOf } from './overlay.ts';
import { changePack, createPack, packRows, removePackKept, wordListEntries } from './pack-admin.ts';
import { wholePack } from './packs.ts';
import { recover } from './recover.ts';
import { chunksOfPack, headToChange } from './tables.ts';
import { lastChange, putAway, undo, written } from './undo.ts';

export type StoreCalls = ReturnType<typeof storeCalls>;

export function serveStore(scope: Parameters<typeof serve>[0], readSettings: ReadSettings): void {
  serve(scope, storeCalls(openOnce(), readSettings));
}

/** Opened with the first call that needs it; tried again after a failure. */
function openOnce(): () => Promise<Database> {
  let opening: Promise<Database> | undefined;
  return async () => {
    opening ??= openDatabase();
    try {
      return await opening;
    } catch (error) {
      opening = undefined;
      throw error;
    }
  };
}

function storeCalls(open: () => Promise<Database>, readSettings: ReadSettings) {
  const once = <Made>(make: (database: Database) => Made) => {
    let made: Made | undefined;
    return async () => {
      const database = await open();
      made ??= make(database);
      return made;
    };
  };
  const catalog = once(createCatalog);
  const explainer = once(createExplainer);
  const importing = once(createImport);

  /** Runs a change of a few entities, and brings the table up to date without reading the pack anew. */
  const following = async <Done>(
    packId: string,
    entries: readonly EntryRef[],
    work: (database: Database) => Promise<Done>,
  ): Promise<Done> => {
    const database = await open();
    const before = await headToChange(database, packId);
    const owners = await ownersOf(database, before, entries);
    const done = await work(database);
    const after = await ownersOf(database, await headToChange(database, packId), entries);
    await (await catalog()).follow(packId, before.stamp, [...new Set([...owners, ...after])]);
    return done;
  };

  return {
    packs: async () => packRows(await open()),
    createPack: async (pack: NewPack, entries: readonly EntryChange[], name: ChangeName) =>
      createPack(await open(), pack, entries, name),
    changePack: async (
      packId: string,
      change: PackChange,
      entries: readonly EntryChange[],
      name: ChangeName,
    ) => changePack(await open(), packId, change, entries, name),
    wordLists: async (packId: string) => wordListEntries(await open(), packId),
    removePack: async (packId: string, name: ChangeName, settingsBefore?: Record<string, unknown>) =>
      removePackKept(await open(), packId, name, settingsBefore),
    wholePack: async (packId: string, edits: 'with' | 'without'): Promise<Pack | undefined> =>
      wholePack(await open(), packId, edits),
    exportPack: async (
      packId: string,
      format: WrittenFormat,
      edits: 'with' | 'without',
      options: WriteOptions = {},
    ) => exportPack(await open(), packId, format, edits, options),
    exportLosses: async (packId: string, edits: 'with' | 'without') =>
      exportLosses(await open(), packId, edits),

    rows: async (query: EntityQuery, from: number, to: number) => (await catalog()).page(query, from, to),
    keys: async (query: EntityQuery) => (await catalog()).keys(query),
    entity: async (key: EntityKey) => entityEntry(await open(), key),
    around: async (key: EntityKey, draft?: Entity) => {
      const [packId, entityId] = splitKey(key);
      return packAround(await open(), packId, entityId, draft);
    },
    sources: async (packId: string, text: string) => sourcesOf(await open(), packId, text),
    change: (packId: string, entries: readonly EntryChange[], name: ChangeName) =>
      following(packId, entries, (database) => changeEntries(database, packId, entries, name)),
    check: async (packId: string, entries: readonly EntryChange[]) =>
      problemsOf(await open(), packId, entries),
    revert: (packId: string, entries: readonly EntryRef[], name: ChangeName) =>
      following(packId, entries, (database) => revertEntries(database, packId, entries, name)),
    move: async (keys: readonly EntityKey[], toPack: string, name: ChangeName) =>
      moveEntities(await open(), keys, toPack, name),
    freeId: async (packId: string, kind: EntryKind, name: string) => freeId(await open(), packId, kind, name),
    explain: async (question: ExplainQuestion) => (await explainer())(question),

    undo: async (token: UndoToken) => undo(await open(), token),
    lastChange: async () => lastChange(await open()),
    putAway: async (token: UndoToken) => putAway(await open(), token),

    readImport: async (
      source: Blob | string,
      options: ReadOptions,
      into: ImportTarget | undefined,
      tell: (now: ImportProgress) => void,
    ) => (await importing()).read(source, options, into, tell),
    commitImport: async (choice: ImportChoice, tell: (now: ImportProgress) => void) =>
      (await importing()).commit(choice, tell),

    backup: async (settings: Record<string, unknown>) => writeBackup(await open(), settings),
    previewRestore: async (file: Blob) => previewRestore(await open(), file, readSettings),
    restore: async (file: Blob, name: ChangeName, settings: Record<string, unknown>) =>
      restoreBackup(await open(), file, name, settings, readSettings),
    /** Settings that a restore has left for `storage.local`. */
    pendingSettings: async () => (await (await open()).pending.get('settings'))?.settings,
    settingsWritten: async () => (await open()).pending.delete('settings'),

    clear: async () => {
      try {
        const database = await open();
        await written(database, async () => {
          for (const table of database.tables) await table.clear();
        });
      } catch (error) {
        if (!(error instanceof SidelightError)) throw error;
        // What cannot be opened can still be deleted.
        await Dexie.delete(DATABASE_NAME);
      }
    },
    recover: () => recover(),
  };
}

async function sourcesOf(database: Database, packId: string, text: string): Promise<Source[]> {
  const wanted = text.trim().toLowerCase();
  const head = await database.packs.get(packId);
  if (head === undefined) return [];
  const edited =
    head.counts.edited === 0 ? [] : await database.edits.where({ pack: packId, kind: 'source' }).toArray();
  const found: Source[] = [];
  const add = (source: Source) => {
    if (Object.values(source.title).some((title) => title.toLowerCase().includes(wanted))) found.push(source);
  };
  const touched = new Set(edited.map(({ id }) => id));
  for await (const some of chunksOfPack<SourceRow>(database, 'sources', packId)) {
    for (const { id, source } of some) if (!touched.has(id)) add(source);
  }
  const overlaid = await entriesOf(database, head, 'source', [...touched]);
  for (const { value } of overlaid.values()) if (value !== undefined) add(value);
  return found;
}

async function freeId(database: Database, packId: string, kind: EntryKind, name: string): Promise<string> {
  const head = await headToChange(database, packId);
  const wanted = slugOf(name) || kind;
  // What a pack has taken back is hidden, whoever adds it.
  const taken = retractedOf(head, kind);
  for (;;) {
    const id = idFor(wanted, (each) => taken.has(each));
    const found = await entriesOf(database, head, kind, [id]);
    const isEdited = (await database.edits.get([packId, kind, id])) !== undefined;
    if (found.size === 0 && !isEdited) return id;
    taken.add(id);
  }
}
