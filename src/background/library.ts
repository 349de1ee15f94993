/**
 * What the background knows: the packs, the index of those that are switched on, the content of a card.
 * What is kept in memory here can be read again, for the background may end between any two lines.
 */
import type { CardContent } from '../dataset/card-content.ts';
import { describe } from '../dataset/describe.ts';
import { isOlder } from '../dataset/diff.ts';
import { pickText } from '../dataset/localized.ts';
import type { Pack } from '../dataset/schema.ts';
import { report } from '../errors.ts';
import { type Index, loadIndex } from '../matching/load.ts';
import { openSearchList, type SearchList, searchNames } from '../matching/search-list.ts';
import type { EntityKey } from '../matching/types.ts';
import type { PackSummary, SearchAnswer } from '../messages/ui.ts';
import type { Settings } from '../settings/schema.ts';
import { type Database, openDatabase, type PackHead } from '../store/database.ts';
import { indexKey } from '../store/index-cache.ts';
import { databaseStore, type PackStore, shippedStore } from '../store/pack-store.ts';
import { installPack, packHeads, removePack } from '../store/packs.ts';
import { isSensitive } from '../store/rows.ts';
import { searchListKey } from '../store/search-list.ts';

export interface Library {
  /** The index of the packs that are switched on. */
  index(): Promise<Index>;
  /** The content of a card, in the first of the reader's languages that the pack has. */
  describe(key: EntityKey): Promise<CardContent | null>;
  /** The content of cards of the shipped pack, whatever the database holds. */
  sample(keys: readonly EntityKey[]): Promise<CardContent[]>;
  packs(): Promise<PackSummary[]>;
  /** Entities of the packs that are switched on by words of their names, the best first. */
  search(text: string, limit: number): Promise<SearchAnswer>;
  /** Ids of packs of which nothing goes to a page. */
  quietOnly(): Promise<ReadonlySet<string>>;
  /** The setting says whether the bundled pack is wanted: puts it in, or takes it out. */
  settleBundled(): Promise<void>;
  /** Packs were written by somebody else: drops what is kept of them in memory. */
  forget(): void;
  /** The database could not be opened: the bundled pack is used as it is shipped. */
  isBroken(): Promise<boolean>;
}

export interface LibraryParts {
  settings: () => Promise<Settings>;
  /** Reads the pack that is shipped with the extension. */
  readShipped: () => Promise<Pack>;
  /** The version of the extension: another one may ship another pack. */
  shippedWith: string;
  /** The reader's languages, the preferred one first. */
  langs: readonly string[];
}

export function createLibrary(parts: LibraryParts): Library {
  const { settings, langs } = parts;
  let opening: Promise<Opened> | undefined;
  let loaded: { key: string; index: Promise<Index> } | undefined;
  let shipped: Promise<Pack> | undefined;
  let names: { key: string; list: Promise<SearchList> } | undefined;

  const open = () => {
    opening ??= openStore(parts);
    return opening;
  };
  const store = async () => (await open()).packs;

  async function headsInUse(): Promise<PackHead[]> {
    const { packsOff } = await settings();
    return (await (await store()).heads()).filter(({ id }) => !packsOff.has(id));
  }

  function forget(): void {
    loaded = undefined;
    names = undefined;
  }

  return {
    async index() {
      const packs = await store();
      const heads = await headsInUse();
      const key = indexKey(heads);
      if (loaded?.key !== key) loaded = { key, index: packs.index(heads).then(loadIndex) };
      return loaded.index;
    },

    async describe(key) {
      const [packId, entityId] = split(key);
      const pack = await (await store()).around(packId, entityId);
      return pack === undefined ? null : describe(pack, entityId, langs);
    },

    async sample(keys) {
      shipped ??= parts.readShipped();
      const pack = await shipped;
      return keys
        .map(split)
        .filter(([packId]) => packId === pack.id)
        .map(([, entityId]) => describe(pack, entityId, langs))
        .filter((card) => card !== null);
    },

    async packs() {
      const { packsOff } = await settings();
      const heads = await (await store()).heads();
      return heads.map((head) => ({
        id: head.id,
        title: pickText(head.title, langs).text,
        version: head.version,
        checked: head.checked,
        entities: head.counts.entities,
        quotes: head.counts.quotes,
        on: !packsOff.has(head.id),
        sensitive: isSensitive(head),
        bundled: head.origin === 'bundled',
      }));
    },

    async search(text, limit) {
      const packs = await store();
      const heads = await headsInUse();
      const key = searchListKey(heads, langs);
      if (names?.key !== key) names = { key, list: packs.names(heads, langs).then(openSearchList) };
      const { found, total } = searchNames(await names.list, text, limit);
      const titles = new Map(heads.map(({ id, title }) => [id, pickText(title, langs).text]));
      return { found: found.map((each) => ({ ...each, pack: titles.get(each.pack) ?? each.pack })), total };
    },

    async quietOnly() {
      const heads = await (await store()).heads();
      return new Set(heads.flatMap(({ id, flags }) => (flags.quietOnly ? [id] : [])));
    },

    async settleBundled() {
      const { database } = await open();
      if (database === undefined) opening = undefined;
      else await settle(database, parts);
      forget();
    },

    forget,

    isBroken: async () => (await store()).broken,
  };
}

/** A key's pack and the entity in it. */
function split(key: EntityKey): [packId: string, entityId: string] {
  const slash = key.indexOf('/');
  return [key.slice(0, slash), key.slice(slash + 1)];
}

interface Opened {
  packs: PackStore;
  /** Missing where it could not be opened. */
  database?: Database;
}

/** The database with the shipped pack in it. Where it cannot be opened, nothing is written and the file serves. */
async function openStore(parts: LibraryParts): Promise<Opened> {
  try {
    const database = await openDatabase();
    await settle(database, parts);
    return { packs: databaseStore(database), database };
  } catch (error) {
    report(error);
    const { withoutBundled } = await parts.settings();
    return { packs: shippedStore(withoutBundled ? [] : [await parts.readShipped()]) };
  }
}

/** Brings the shipped pack to the version of this extension, or takes it out where the reader wants none. */
async function settle(
  database: Database,
  { settings, readShipped, shippedWith }: LibraryParts,
): Promise<void> {
  const { withoutBundled } = await settings();
  const kept = (await packHeads(database)).find(({ origin }) => origin === 'bundled');
  if (withoutBundled) {
    if (kept !== undefined) await removePack(database, kept.id);
  } else if (kept?.shippedWith !== shippedWith) {
    const shipped = await readShipped();
    // The reader may have imported a newer version of it.
    if (kept !== undefined && isOlder(shipped.version, kept.version)) return;
    await installPack(database, shipped, { origin: 'bundled', shippedWith });
  }
}
