/**
 * What the background knows: the packs, the index of those that are switched on, the content of a card.
 * What is kept in memory here can be read again, for the background may end between any two lines.
 */
import type { CardContent } from '../dataset/card-content.ts';
import { describe } from '../dataset/describe.ts';
import { pickText } from '../dataset/localized.ts';
import type { Pack } from '../dataset/schema.ts';
import { report } from '../errors.ts';
import { type Index, loadIndex } from '../matching/load.ts';
import type { EntityKey } from '../matching/types.ts';
import type { PackSummary } from '../messages/ui.ts';
import type { Settings } from '../settings/schema.ts';
import { openDatabase } from '../store/database.ts';
import { indexKey } from '../store/index-cache.ts';
import { databaseStore, type PackStore, shippedStore } from '../store/pack-store.ts';
import { installPack, packHeads } from '../store/packs.ts';

export interface Library {
  /** The index of the packs that are switched on. */
  index(): Promise<Index>;
  /** The content of a card, in the first of the reader's languages that the pack has. */
  describe(key: EntityKey): Promise<CardContent | null>;
  packs(): Promise<PackSummary[]>;
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
  let opening: Promise<PackStore> | undefined;
  let loaded: { key: string; index: Promise<Index> } | undefined;

  const store = () => {
    opening ??= openStore(parts);
    return opening;
  };

  return {
    async index() {
      const packs = await store();
      const { packsOff } = await settings();
      const heads = (await packs.heads()).filter(({ id }) => !packsOff.has(id));
      const key = indexKey(heads);
      if (loaded?.key !== key) loaded = { key, index: packs.index(heads).then(loadIndex) };
      return loaded.index;
    },

    async describe(key) {
      const slash = key.indexOf('/');
      const [packId, entityId] = [key.slice(0, slash), key.slice(slash + 1)];
      const pack = await (await store()).around(packId, entityId);
      return pack === undefined ? null : describe(pack, entityId, langs);
    },

    async packs() {
      const { packsOff } = await settings();
      const heads = await (await store()).heads();
      return heads.map(({ id, title, version, checked, counts, sensitive }) => ({
        id,
        title: pickText(title, langs).text,
        version,
        checked,
        ...counts,
        on: !packsOff.has(id),
        sensitive: sensitive ?? false,
      }));
    },

    isBroken: async () => (await store()).broken,
  };
}

/** The database with the shipped pack in it. Where it cannot be opened, nothing is written and the file serves. */
async function openStore({ settings, readShipped, shippedWith }: LibraryParts): Promise<PackStore> {
  const { withoutBundled } = await settings();
  try {
    const database = await openDatabase();
    const kept = (await packHeads(database)).find(({ origin }) => origin === 'bundled');
    if (!withoutBundled && kept?.shippedWith !== shippedWith) {
      await installPack(database, await readShipped(), { origin: 'bundled', shippedWith });
    }
    return databaseStore(database);
  } catch (error) {
    report(error);
    return shippedStore(withoutBundled ? [] : [await readShipped()]);
  }
}
