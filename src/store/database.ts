/** The tables. Everything in them can be had again from pack files, except what the reader made. */
import Dexie, { type EntityTable, type Table } from 'dexie';
import type { Edit } from '../dataset/overlay.ts';
import type { Entity, Pack, Pattern, Quote, Reference, Source } from '../dataset/schema.ts';
import { SidelightError } from '../errors.ts';
import type { ChangeName, EntryKind } from './manager-api.ts';
import { splitPackRows, splitPatternRows } from './upgrade.ts';

/** Where a pack came from: with a version of the extension, which replaces it with its next, from a file, or from the reader. */
export type Origin =
  | { origin: 'bundled'; shippedWith: string }
  | { origin: 'imported' | 'own'; shippedWith?: never };

/** A pack without what has tables of its own. */
export type PackHead = Omit<Pack, (typeof PACK_LISTS)[number]> &
  Origin & {
    counts: Counts;
    /** Drawn anew with each change: two heads with one stamp are heads of the same pack. */
    stamp: string;
    /** What the reader has set; it outlives versions of the pack. */
    flags: Flags;
  };

export const PACK_LISTS = ['entities', 'quotes', 'sources', 'references', 'patterns', 'wordLists'] as const;

export interface Counts {
  entities: number;
  aliases: number;
  quotes: number;
  sources: number;
  edited: number;
  /** UTF-16 code units of the pack's JSON, about. */
  size: number;
}

export interface Flags {
  sensitive?: boolean;
  /** Mentions of this pack never go to a page. */
  quietOnly?: boolean;
}

/** What of a pack is read as a whole, and only to compile or to export it. */
export type FrameRow = Pick<Pack, 'wordLists'> & { pack: string };

/** An entry as the pack has it. What the reader has made of it lies in `edits`. */
interface EntryRow {
  pack: string;
  id: string;
  /** Place in the pack, from 0. */
  at: number;
}

export interface EntityRow extends EntryRow {
  entity: Entity;
}

export interface PatternRow extends EntryRow {
  /** The id of the entity that it refers to. */
  entity: string;
  pattern: Pattern;
}

export interface QuoteRow extends EntryRow {
  speaker: string;
  /** Keys (`packId/entityId`) of the entities that its words name, for the index. */
  about: string[];
  quote: Quote;
}

export interface SourceRow extends EntryRow {
  source: Source;
}

export interface ReferenceRow extends EntryRow {
  reference: Reference;
}

/** What the reader has made of an entry of a pack that is not their own. It outlives versions of the pack. */
export type EditRow = Edit & {
  /** Keys (`packId/entityId`) of the speaker of a quote and of the entities that its words name, for the index. */
  about: string[];
};

/** The compiled index of one set of packs. */
export interface IndexRow {
  /** Names the packs, their stamps and the compiler: see `index-cache.ts`. */
  key: string;
  blob: ArrayBuffer;
}

/** A change that can be undone. */
export interface UndoRow {
  id: string;
  /** Milliseconds since 1970. */
  at: number;
  name: ChangeName;
  /** The stamps that the change has left; null for a pack that it has removed. */
  after: Record<string, string | null>;
  /** Rows kept in `undoParts`. */
  rows: number;
  /** The reader does not want it offered any more. */
  away?: true;
}

/** What takes a step of a change back. Settings: null for one that was not there. */
export type UndoStep =
  | { clear: string }
  | { table: string; put: unknown[] }
  | { table: string; remove: unknown[] }
  | { settings: Record<string, unknown> };

export interface UndoPartRow {
  undo: string;
  n: number;
  step: UndoStep;
}

/** Settings of a restored backup that are yet to be written to `storage.local`. */
export interface PendingRow {
  key: 'settings';
  settings: Record<string, unknown>;
}

export class Database extends Dexie {
  declare readonly packs: EntityTable<PackHead, 'id'>;
  declare readonly frames: EntityTable<FrameRow, 'pack'>;
  declare readonly entities: Table<EntityRow, [string, string]>;
  declare readonly patterns: Table<PatternRow, [string, string]>;
  declare readonly quotes: Table<QuoteRow, [string, string]>;
  declare readonly sources: Table<SourceRow, [string, string]>;
  declare readonly references: Table<ReferenceRow, [string, string]>;
  declare readonly edits: Table<EditRow, [string, EntryKind, string]>;
  declare readonly index: EntityTable<IndexRow, 'key'>;
  declare readonly undo: EntityTable<UndoRow, 'id'>;
  declare readonly undoParts: Table<UndoPartRow, [string, number]>;
  declare readonly pending: EntityTable<PendingRow, 'key'>;
  /** It is this context that brings an older form to this one. */
  isUpgrading = false;

  constructor(name = DATABASE_NAME) {
    // Strict: an import that was reported as done survives the loss of power.
    // Without the cache: it would hold every row of a pack that was read once.
    super(name, { chromeTransactionDurability: 'strict', cache: 'disabled' });
    this.version(1).stores({
      packs: 'id',
      entities: '[pack+id], [pack+at]',
      quotes: '[pack+id], [pack+at], [pack+speaker], *about',
      index: 'key',
    });
    this.version(2)
      .stores({
        frames: 'pack',
        sources: '[pack+id], [pack+at]',
        references: '[pack+id], [pack+at]',
        edits: '[pack+kind+id], *about',
        undo: 'id, at',
        undoParts: '[undo+n]',
        pending: 'key',
      })
      .upgrade((rows) => this.#upgrade(rows, splitPackRows));
    this.version(SCHEMA_VERSION)
      .stores({ patterns: '[pack+id], [pack+at], [pack+entity]' })
      .upgrade((rows) => this.#upgrade(rows, splitPatternRows));
  }

  #upgrade<Rows, Done>(rows: Rows, work: (rows: Rows) => Done): Done {
    this.isUpgrading = true;
    return work(rows);
  }
}

export const DATABASE_NAME = 'sidelight';

/** Of the tables above. A database that a later one has written is left alone. */
const SCHEMA_VERSION = 3;

/** In milliseconds: whoever has an older form open closes it at once, where the one before this version is still in it. */
const HELD_LIMIT = 5_000;

/**
 * Opens the database.
 * @throws {SidelightError} `store-newer` when a newer version has written it, `store-held` when an older one is open elsewhere, `store-broken` when the browser refuses.
 */
export async function openDatabase(name?: string): Promise<Database> {
  const database = new Database(name);
  try {
    const isOlder = await refuseNewer(database.name);
    await Promise.race([database.open(), ...(isOlder ? [held(database)] : [])]);
    return database;
  } catch (cause) {
    database.close();
    if (cause instanceof SidelightError) throw cause;
    throw new SidelightError('store-broken', 'The database cannot be opened.', { cause });
  }
}

/**
 * Before Dexie opens it: Dexie would put its own tables beside the newer ones, and raise the version once more.
 * @returns whether it is there in an older form
 */
async function refuseNewer(name: string): Promise<boolean> {
  const found = (await indexedDB.databases()).find((database) => database.name === name);
  // Dexie's version numbers are ten times those that are declared.
  const version = found?.version ?? 0;
  if (version <= SCHEMA_VERSION * 10) return version > 0 && version < SCHEMA_VERSION * 10;
  throw new SidelightError('store-newer', 'A newer version of Sidelight has written the database.');
}

/**
 * Rejects where the older form, open elsewhere, keeps the upgrade from starting for too long. The browser says `blocked`
 * only to the first that waits: it is not waited for.
 */
function held(database: Database): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => {
      if (database.isOpen() || database.isUpgrading) return;
      reject(new SidelightError('store-held', 'Another window of Sidelight holds the database. Close it.'));
    }, HELD_LIMIT);
  });
}
