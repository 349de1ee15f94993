/** The tables. Everything in them can be had again from pack files, except what the reader made. */
import Dexie, { type EntityTable, type Table } from 'dexie';
import type { Entity, Pack, Quote } from '../dataset/schema.ts';
import { SidelightError } from '../errors.ts';

/** Where a pack came from: with a version of the extension, which replaces it with its next, or from the reader. */
export type Origin = { origin: 'bundled'; shippedWith: string } | { origin: 'imported'; shippedWith?: never };

/** A pack without its entities and quotes, which have tables of their own. */
export type PackHead = Omit<Pack, 'entities' | 'quotes'> &
  Origin & { counts: { entities: number; quotes: number } };

export interface EntityRow {
  pack: string;
  id: string;
  /** Place in the pack, from 0. */
  at: number;
  entity: Entity;
}

export interface QuoteRow {
  pack: string;
  id: string;
  at: number;
  speaker: string;
  /** Keys (`packId/entityId`) of the entities that its words name, for the index. */
  about: string[];
  quote: Quote;
}

/** The compiled index of one set of packs. */
export interface IndexRow {
  /** Names the packs, their versions and the compiler: see `index-cache.ts`. */
  key: string;
  blob: ArrayBuffer;
}

/** Of the tables below. A database that a later one has written is left alone. */
const SCHEMA_VERSION = 1;

export class Database extends Dexie {
  declare readonly packs: EntityTable<PackHead, 'id'>;
  declare readonly entities: Table<EntityRow, [string, string]>;
  declare readonly quotes: Table<QuoteRow, [string, string]>;
  declare readonly index: EntityTable<IndexRow, 'key'>;

  constructor(name = 'sidelight') {
    // Strict: an import that was reported as done survives the loss of power.
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(SCHEMA_VERSION).stores({
      packs: 'id',
      entities: '[pack+id], [pack+at]',
      quotes: '[pack+id], [pack+at], [pack+speaker], *about',
      index: 'key',
    });
  }
}

/**
 * Opens the database.
 * @throws {SidelightError} `store-broken` when the browser refuses, or a newer version has written it.
 */
export async function openDatabase(name?: string): Promise<Database> {
  const database = new Database(name);
  try {
    await refuseNewer(database.name);
    await database.open();
    return database;
  } catch (cause) {
    if (cause instanceof SidelightError) throw cause;
    throw new SidelightError('store-broken', 'The database cannot be opened.', { cause });
  }
}

/** Before Dexie opens it: Dexie would put its own tables beside the newer ones, and raise the version once more. */
async function refuseNewer(name: string): Promise<void> {
  const found = (await indexedDB.databases()).find((database) => database.name === name);
  // Dexie's version numbers are ten times those that are declared.
  if ((found?.version ?? 0) <= SCHEMA_VERSION * 10) return;
  throw new SidelightError('store-broken', 'A newer version of Sidelight has written the database.');
}
