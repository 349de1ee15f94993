/**
 * What the manager's views may ask of the store, in one file because it is one contract. All of it is plain data that
 * can cross from a worker; a view never sees the database. Every change is one transaction: it is wholly there or wholly
 * not, and can be undone.
 *
 * Failures that a reader can be told of are `SidelightError`s: `store-broken` (the database cannot be opened, or not be
 * written), `store-held` (another window holds it), `store-newer` (a later version of Sidelight has written it), `no-room`
 * (the disk is full; nothing was changed), `overtaken` (Undo of a change that later ones rest on), `pack-gone`, `not-own`.
 * Their messages are for the log: views have words for each.
 */

import type { LeftOut } from '../dataset/formats/left-out.ts';
import type {
  Draft,
  FileProblem,
  FoundColumn,
  ReadOptions,
  RowProblem,
  Shown,
  Warning,
} from '../dataset/formats/types.ts';
import type { WriteOptions, WrittenFormat } from '../dataset/formats/write.ts';
import type { SetAside } from '../dataset/overlay.ts';
import type { Localized } from '../dataset/parts.ts';
import type { FieldProblem } from '../dataset/problem.ts';
import type {
  Entity,
  EntityType,
  Grade,
  Pack,
  Pattern,
  Quote,
  Reference,
  Retraction,
  Source,
  WordList,
} from '../dataset/schema.ts';
import type { EntityKey, Mention, Refusal } from '../matching/types.ts';

export interface Manager extends Packs, Entities, Imports, Backups, Storage {
  /** Puts back exactly what was there before a change. `overtaken` where the packs were changed again since. */
  undo(token: UndoToken): Promise<void>;
  /** The last change that can still be undone, also after the page was reloaded; null without one, and where it was put away. */
  lastChange(): Promise<LastChange | null>;
  /** The last change need not be offered any more. It can still be undone once those after it were. */
  putAway(token: UndoToken): Promise<void>;
}

/** Names a change. Only the last ones are kept. */
export type UndoToken = string;

export interface Written {
  undo: UndoToken;
  /** As it was called when it was asked for. */
  name: ChangeName;
}

export interface LastChange extends Written {
  packs: string[];
  /** Milliseconds since 1970. */
  at: number;
}

/** What a change is to the reader, as data: the words are looked up when it is told, now or after a reload. */
export type ChangeName =
  /** `name`: the title of a pack, the name of an entity, the beginning of a quote. */
  | { what: 'made' | 'changed' | 'removed' | 'imported' | 'saved' | 'moved' | 'reverted'; name: string }
  | { what: 'names-added'; count: number; title: string }
  | { what: 'restored' };

/** Problems are data: the editor shows them at their fields. Their paths start at the entry (`aliases[0].text`). */
export type Saved = ({ ok: true } & Written) | { ok: false; problems: EntryProblem[] };

export interface EntryProblem extends FieldProblem, EntryRef {}

// Packs ---------------------------------------------------------------------------------------------------------------

export interface Packs {
  packs(): Promise<PackRow[]>;
  /** A pack of the reader's own, with its first entries. */
  createPack(
    pack: NewPack,
    entries: readonly EntryChange[],
    name: ChangeName,
  ): Promise<Saved & { packId: string }>;
  /** What a pack says of itself, and entries of it, in one change. */
  changePack(
    packId: string,
    change: PackChange,
    entries: readonly EntryChange[],
    name: ChangeName,
  ): Promise<Saved>;
  /** The pack's lists of words, in its order; those that the reader has added come last. */
  wordLists(packId: string): Promise<WordListEntry[]>;
  /** With the reader's edits of it. The bundled pack does not come back by itself. */
  removePack(packId: string, name: ChangeName): Promise<Written>;
  /** With the reader's edits, or as it was published. */
  wholePack(packId: string, edits: 'with' | 'without'): Promise<Pack | undefined>;
  exportPack(
    packId: string,
    format: ExportFormat,
    edits: 'with' | 'without',
    options?: WriteOptions,
  ): Promise<Blob>;
  /** What of the pack each format cannot hold. */
  exportLosses(packId: string, edits: 'with' | 'without'): Promise<Record<ExportFormat, LeftOut[]>>;
}

/** Listed here too, so that a view need not load the writers. */
export const EXPORT_FORMATS: readonly ExportFormat[] = ['pack', 'csv', 'json-ld', 'markdown'];
export type ExportFormat = WrittenFormat;

export type PackOrigin = 'bundled' | 'imported' | 'own';

export interface PackRow {
  id: string;
  title: Localized;
  version: string;
  licence: string;
  /** `2026-11-23` */
  checked: string;
  home?: string;
  corrections?: string;
  origin: PackOrigin;
  sensitive: boolean;
  /** Its mentions never go to a page; the popup lists them. */
  quietOnly: boolean;
  counts: PackCounts;
  /** Estimated size on the disk. */
  bytes: number;
}

export interface PackCounts {
  entities: number;
  aliases: number;
  quotes: number;
  sources: number;
  /** Entries that the reader has changed, added or deleted. Always 0 in a pack of their own. */
  edited: number;
}

/** A list of words that `@id` stands for where words are asked for. */
export interface WordListEntry {
  id: string;
  words: WordList;
  edit: Exclude<Edit, 'deleted'> | null;
  /** As the pack has it, where the reader has changed it. */
  original?: WordList;
}

export interface NewPack {
  title: Localized;
  licence?: string;
  sensitive?: boolean;
  quietOnly?: boolean;
}

export interface PackChange extends Partial<NewPack> {
  home?: string;
  corrections?: string;
  version?: string;
  checked?: string;
}

// Entities and what belongs to them -----------------------------------------------------------------------------------

export interface Entities {
  /** The rows from `from` (inclusive) to `to` (exclusive) of what a query finds. The answer to the last query is kept, so that slices of it are cheap. */
  rows(query: EntityQuery, from: number, to: number): Promise<EntityPage>;
  /** All keys that a query finds, in its order: to select them all. */
  keys(query: EntityQuery): Promise<EntityKey[]>;
  entity(key: EntityKey): Promise<EntityEntry | undefined>;
  /** As much of a pack as `describe` needs for this entity, with a draft in its place where one is given. */
  around(key: EntityKey, draft?: Entity): Promise<Pack | undefined>;
  /** The sources of a pack, or those whose title holds the words. */
  sources(packId: string, text?: string): Promise<Source[]>;
  /**
   * Sets and deletes entries of one pack, in one transaction. In a pack of the reader's own the entries change; over any
   * other pack they lie as edits, which its next version leaves alone. With an entity go its patterns, and the quotes of
   * which it is the speaker.
   */
  change(packId: string, entries: readonly EntryChange[], name: ChangeName): Promise<Saved>;
  /** What would keep these entries from being saved; empty where nothing would. */
  check(packId: string, entries: readonly EntryChange[]): Promise<EntryProblem[]>;
  /** Takes the reader's edits of these entries away: they are as the pack has them. */
  revert(packId: string, entries: readonly EntryRef[], name: ChangeName): Promise<Saved>;
  /** Into another pack, with its patterns, its quotes, their sources and references. `keys`: under which they stand there. */
  move(keys: readonly EntityKey[], toPack: string, name: ChangeName): Promise<Saved & { keys: EntityKey[] }>;
  /** An id that is free in the pack, made of a name. */
  freeId(packId: string, kind: EntryKind, name: string): Promise<string>;
  /** What matching finds and refuses in a text, with `draft` in place of the stored entity. The test bench. */
  explain(question: ExplainQuestion): Promise<Explained>;
}

export interface EntityQuery {
  /** Words, or beginnings of words, of names, aliases, background and quotes. Empty: all. */
  text: string;
  /** Empty: all. */
  types: readonly EntityType[];
  /** Ids; empty: all. */
  packs: readonly string[];
  /** Only those that the reader has changed, added, or deleted from a pack that is not their own. */
  edited: boolean;
  /** Only these: for those that are muted, for example. */
  among?: readonly EntityKey[];
  /** `best`: how well the text fits; the order of the pack without a text. */
  sort: 'best' | 'name' | 'type' | 'pack';
  descending: boolean;
  /** The reader's languages, for the name that is shown and sorted by. */
  langs: readonly string[];
}

export interface EntityPage {
  total: number;
  from: number;
  rows: EntityRowView[];
}

export interface EntityRowView {
  key: EntityKey;
  pack: string;
  id: string;
  type: EntityType;
  name: string;
  lang: string;
  nativeName?: { text: string; lang: string };
  aliases: number;
  quotes: number;
  edit: Edit | null;
  /** In a pack of the reader's own. */
  own: boolean;
}

/** What the reader has done to an entry of a pack that is not their own. An entity counts as changed with its quotes and patterns. */
export type Edit = 'added' | 'changed' | 'deleted';

export interface EntityEntry {
  key: EntityKey;
  pack: PackRow;
  entity: Entity;
  edit: Edit | null;
  /** As the pack has it, where the reader has changed or deleted it. */
  original?: Entity;
  /** By the entity and about it, in the pack's order. */
  quotes: QuoteEntry[];
  /** That refer to the entity, in the pack's order. */
  patterns: PatternEntry[];
  /** Those that `entity` and `quotes` name. */
  sources: Source[];
  references: Record<string, Reference>;
  /** Names of the entities that it and its quotes name, by id. */
  names: Record<string, Localized>;
}

export interface QuoteEntry {
  quote: Quote;
  edit: Edit | null;
}

export interface PatternEntry {
  pattern: Pattern;
  edit: Edit | null;
}

export const ENTRY_KINDS = ['entity', 'pattern', 'quote', 'source', 'reference', 'word-list'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

export interface EntryRef {
  kind: EntryKind;
  id: string;
}

/** `null` deletes. */
export type EntryChange =
  | { kind: 'entity'; id: string; value: Entity | null }
  | { kind: 'pattern'; id: string; value: Pattern | null }
  | { kind: 'quote'; id: string; value: Quote | null }
  | { kind: 'source'; id: string; value: Source | null }
  | { kind: 'reference'; id: string; value: Reference | null }
  | { kind: 'word-list'; id: string; value: WordList | null };

export interface ExplainQuestion {
  text: string;
  title?: string;
  url?: string;
  /** Ids of the packs to look through. */
  packs: readonly string[];
  /** In place of what is stored: the entity, and all patterns that refer to it. */
  draft?: { packId: string; entity: Entity; patterns: readonly Pattern[] };
}

export interface Explained {
  /** The text as it was read: offsets count in it; its blocks are joined by `BLOCK_SEPARATOR`. */
  text: string;
  mentions: Mention[];
  refusals: Refusal[];
  /** Name and type of every entity in them. */
  entities: Record<EntityKey, { name: Localized; type: EntityType }>;
}

// Import --------------------------------------------------------------------------------------------------------------

export interface Imports {
  /**
   * Reads a file or a text in a worker of its own and compares it with what is there; nothing is written before `commit`.
   * When `signal` aborts, the worker ends wherever it is: a write that has begun leaves nothing.
   */
  startImport(source: Blob | string, options: ImportOptions): ImportRun;
}

export interface ImportOptions {
  read: ReadOptions;
  /** Adds the entries to a pack of the reader's own, instead of a pack for themselves. */
  into?: ImportTarget;
  progress(now: ImportProgress): void;
  signal: AbortSignal;
}

/** The id of a pack of the reader's own, or one that is made in the same transaction. */
export type ImportTarget = string | { create: NewPack };

export interface ImportRun {
  preview: Promise<ImportPreview>;
  /** Reads the same again in another way: other columns, another language, into another pack. */
  readAgain(read: ReadOptions, into?: ImportTarget): Promise<ImportPreview>;
  commit(choice: ImportChoice): Promise<Written & { packId: string }>;
}

export interface ImportProgress {
  stage: 'read' | 'compare' | 'write';
  done: number;
  total: number;
}

export interface ImportChoice {
  /** Go without the rows that are invalid. Refused without it where there are some. */
  withoutInvalid: boolean;
  /** Replace a newer version, or a pack of the reader's own. */
  replace: boolean;
  name: ChangeName;
}

export type ImportPreview =
  | { ok: false; problems: Shown<FileProblem>[]; invalid: Shown<RowProblem>[]; columns?: FoundColumn[] }
  | ({ ok: true } & ImportDraft);

export interface ImportDraft extends Omit<Draft, 'pack' | 'invalid' | 'warnings'> {
  invalid: Shown<RowProblem>[];
  warnings: Shown<Warning>[];
  /** Of the bytes of a file. A text that was pasted or read from a tab has none that could be compared. */
  sha256?: string;
  /** Of the pack that would stand there afterwards. */
  pack: Omit<PackRow, 'bytes'>;
  status: ImportStatus;
  /** What is there under this id. */
  installed?: PackRow;
  changes: Record<ChangedKind, ChangeLists>;
  /** What the pack says of itself otherwise than the one that is there. */
  head: HeadChange[];
  /** With `into`: entries that are in the pack already, by a name or an alias. Nothing is added for them but names. */
  known: ChangeList;
  /** Entities of a list that has no grades of which no name is enough by itself. */
  unsure: number;
  /** Edits of the reader that stay over the new version. */
  editsKept: number;
  /** Edits that have nothing to lie over any more: they are kept, and not shown. */
  editsAside: AsideEdit[];
}

export interface AsideEdit extends EntryRef {
  name: string;
  why: SetAside['why'];
}

/**
 * `new`: no such pack yet. `newer`, `same`, `older`: than the version that is there. `own`: a pack of the reader's own has
 * this id; `into`: entries are added to one.
 */
export type ImportStatus = 'new' | 'newer' | 'same' | 'older' | 'own' | 'into';

/** `retracted`: taken back, of entries that are not there. */
export type ChangedKind =
  | 'entities'
  | 'patterns'
  | 'quotes'
  | 'sources'
  | 'references'
  | 'wordLists'
  | 'retracted';

export type HeadField = 'version' | 'title' | 'licence' | 'checked' | 'home' | 'corrections' | 'sensitive';

export interface HeadChange {
  field: HeadField;
  /** Texts by language for a title. Missing where a version does not say it. */
  before?: string | boolean | Localized;
  after?: string | boolean | Localized;
}

export interface ChangeLists {
  added: ChangeList;
  changed: ChangeList;
  removed: ChangeList;
}

export interface ChangeList {
  count: number;
  /** At most `CHANGES_LISTED`. */
  first: ListedChange[];
}

export const CHANGES_LISTED = 200;

export interface ListedChange {
  id: string;
  /** A name, the title of a source, the beginning of a quote. */
  name: string;
  type?: EntityType;
  /** Of an added entity of a list that has no grades: what the best of its names is enough for. */
  grade?: Grade;
  /** Of a changed entry: which of its fields differ. */
  fields?: string[];
  /** Of a removed entry: why the newer version has taken it back, where it says so. */
  retracted?: Retraction;
}

// Backup and restore --------------------------------------------------------------------------------------------------

export interface Backups {
  /** Everything: packs, edits, settings, rules of sites. JSON. */
  backup(): Promise<Blob>;
  previewRestore(file: Blob): Promise<RestorePreview>;
  /** Puts everything of a backup in place of everything that is there. */
  restore(file: Blob, name: ChangeName): Promise<Written>;
}

/** Why a file cannot be restored. `unfit`: it is a backup, but what it holds does not hold together. */
export type BadBackup = 'too-large' | 'not-json' | 'no-backup' | 'newer-form' | 'unfit';

export type RestorePreview =
  /** `problems`: what is wrong within a file that is a backup; their paths start at the file. */
  | { ok: false; why: BadBackup; problems: FieldProblem[] }
  | {
      ok: true;
      /** ISO 8601. */
      made: string;
      packs: {
        id: string;
        title: Localized;
        version: string;
        origin: PackOrigin;
        entities: number;
        edited: number;
      }[];
      /** Titles of packs that are there now and not in the backup. */
      lost: Localized[];
      rules: number;
      muted: number;
    };

// Storage -------------------------------------------------------------------------------------------------------------

export interface Storage {
  storage(): Promise<StorageUse>;
  /** Asks the browser to keep the data when the disk gets full. True where it will. */
  persist(): Promise<boolean>;
  /** Everything: packs, edits, settings, rules. No Undo. The bundled pack does not come back by itself. */
  wipe(): Promise<void>;
  /** What can be read of a database that cannot be opened otherwise: JSON, a list of rows for each table. */
  recover(): Promise<Recovered>;
}

export interface StorageUse {
  /** Bytes, as the browser estimates them for all of Sidelight. */
  usage: number;
  quota: number;
  persisted: boolean;
}

export interface Recovered {
  file: Blob;
  tables: { name: string; rows: number; complete: boolean }[];
}
