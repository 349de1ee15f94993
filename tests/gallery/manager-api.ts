/** A store that answers with two packs and keeps nothing, for the manager's views in the gallery. */
import { leftOut } from '../../src/dataset/formats/left-out.ts';
import type { Entity, Pack } from '../../src/dataset/schema.ts';
import type { Choices } from '../../src/messages/ui.ts';
import type { ManagerApi } from '../../src/options/manager/api.ts';
import { createImporting } from '../../src/options/manager/import/importing.ts';
import { undoFailure } from '../../src/options/manager/written.ts';
import type {
  ChangeLists,
  EntityEntry,
  EntityRowView,
  ImportDraft,
  Manager,
  PackRow,
} from '../../src/store/manager-api.ts';
import { createNotices } from '../../src/ui/notices.ts';
import { answering } from './choices.ts';
import { bundled, harbour } from './contents.ts';

export function packRow(pack: Pack, change: Partial<PackRow> = {}): PackRow {
  const { id, title, version, licence, checked, home, corrections, entities, quotes, sources } = pack;
  return {
    id,
    title,
    version,
    licence,
    checked,
    ...(home === undefined ? {} : { home }),
    ...(corrections === undefined ? {} : { corrections }),
    origin: 'imported',
    sensitive: pack.sensitive ?? false,
    quietOnly: false,
    counts: {
      entities: entities.length,
      aliases: entities.reduce((sum, { aliases }) => sum + aliases.length, 0),
      quotes: quotes.length,
      sources: sources.length,
      edited: 0,
    },
    bytes: 120_000,
    ...change,
  };
}

export const OWN: PackRow = packRow(harbour, {
  id: 'own',
  title: { en: 'My names', fa: 'نام‌های من' },
  licence: '',
  origin: 'own',
  quietOnly: true,
  counts: { entities: 24, aliases: 31, quotes: 0, sources: 0, edited: 0 },
});

export const PACKS: PackRow[] = [
  packRow(bundled, { origin: 'bundled' }),
  packRow(harbour, {
    sensitive: true,
    home: 'https://example.org/harbour',
    checked: '2020-03-01',
    counts: { ...packRow(harbour).counts, edited: 3 },
  }),
  OWN,
];

export function rowsOf(pack: Pack): EntityRowView[] {
  return pack.entities.map(({ id, type, name, nativeNames: [native], aliases }, i) => ({
    key: `${pack.id}/${id}`,
    pack: pack.id,
    id,
    type,
    name: name.en ?? id,
    lang: 'en',
    ...(native === undefined ? {} : { nativeName: native }),
    aliases: aliases.length,
    quotes: i % 5,
    edit: i === 2 ? 'changed' : i === 4 ? 'deleted' : null,
    own: false,
  }));
}

export function entryOf(pack: Pack, entity: Entity, change: Partial<EntityEntry> = {}): EntityEntry {
  return {
    key: `${pack.id}/${entity.id}`,
    pack: packRow(pack),
    entity,
    edit: null,
    quotes: pack.quotes
      .filter(({ speaker }) => speaker === entity.id)
      .map((quote) => ({ quote, edit: null })),
    patterns: pack.patterns
      .filter((pattern) => pattern.entity === entity.id)
      .map((pattern) => ({ pattern, edit: null })),
    sources: pack.sources,
    references: pack.references,
    names: Object.fromEntries(pack.entities.map(({ id, name }) => [id, name])),
    ...change,
  };
}

const NONE = { count: 0, first: [] };
const NO_CHANGES: ChangeLists = { added: NONE, changed: NONE, removed: NONE };

export function importDraft(change: Partial<ImportDraft> = {}): { ok: true } & ImportDraft {
  const { bytes: _, ...pack } = packRow(harbour, { version: '2.1.0' });
  return {
    ok: true,
    format: 'pack',
    rows: 320,
    invalid: [],
    warnings: [],
    pack,
    status: 'new',
    changes: {
      entities: {
        added: {
          count: 3,
          first: harbour.entities
            .slice(0, 3)
            .map(({ id, type, name }) => ({ id, type, name: name.en ?? id })),
        },
        changed: NONE,
        removed: NONE,
      },
      patterns: NO_CHANGES,
      quotes: {
        ...NO_CHANGES,
        added: { count: 12, first: [{ id: 'q', name: 'The water had been cold for weeks …' }] },
      },
      sources: { ...NO_CHANGES, added: { count: 2, first: [{ id: 's', name: 'The Ellery Courier' }] } },
      references: NO_CHANGES,
      wordLists: NO_CHANGES,
      retracted: NO_CHANGES,
    },
    head: [],
    known: NONE,
    unsure: 0,
    editsKept: 0,
    editsAside: [],
    ...change,
  };
}

export interface ManagerScene {
  store?: Partial<Manager>;
  choices?: Partial<Choices>;
  api?: Partial<ManagerApi>;
}

const nothing = () => Promise.reject(new Error('not in the gallery'));
const NAME = { what: 'restored' } as const;
const written = async () => ({ undo: 'u', name: NAME });
const saved = async () => ({ ok: true as const, undo: 'u', name: NAME });

export function managerApi({ store, choices, api }: ManagerScene): ManagerApi {
  const rows = [...rowsOf(harbour), ...rowsOf(bundled)];
  const answers: Manager = {
    packs: async () => PACKS,
    createPack: async () => ({ ok: true, undo: 'u', name: NAME, packId: 'own' }),
    changePack: saved,
    wordLists: async (packId) =>
      packId === OWN.id
        ? []
        : Object.entries(harbour.wordLists).map(([id, words]) => ({ id, words, edit: null })),
    removePack: written,
    wholePack: async () => harbour,
    exportPack: async () => new Blob([]),
    exportLosses: async () => ({
      pack: leftOut(harbour, 'pack'),
      csv: leftOut(harbour, 'csv'),
      'json-ld': leftOut(harbour, 'json-ld'),
      markdown: leftOut(harbour, 'markdown'),
    }),
    rows: async (_, from, to) => ({ total: rows.length, from, rows: rows.slice(from, to) }),
    keys: async () => [],
    entity: async (key) => {
      const entity = harbour.entities.find(({ id }) => key === `${harbour.id}/${id}`);
      return entity && entryOf(harbour, entity);
    },
    around: async () => harbour,
    sources: async () => [],
    change: saved,
    check: async () => [],
    revert: saved,
    move: async () => ({ ok: true, undo: 'u', name: NAME, keys: [] }),
    freeId: async () => 'free',
    explain: nothing,
    startImport: () => ({ preview: new Promise(() => {}), readAgain: nothing, commit: nothing }),
    backup: async () => new Blob([]),
    previewRestore: nothing,
    restore: written,
    storage: async () => ({ usage: 48_300_000, quota: 12_400_000_000, persisted: false }),
    persist: async () => true,
    wipe: async () => {},
    recover: nothing,
    undo: async () => {},
    lastChange: async () => null,
    putAway: async () => {},
    ...store,
  };
  const notices = api?.notices ?? createNotices(undoFailure);
  const importing = () => createImporting({ store: answers, notices });
  return {
    store: answers,
    ask: answering(choices ?? {}, {
      packs: PACKS.map(({ id, version, checked, counts, sensitive }, i) => ({
        id,
        title: id,
        version,
        checked,
        entities: counts.entities,
        quotes: counts.quotes,
        on: i !== 1,
        sensitive,
        bundled: i === 0,
      })),
    }),
    notices,
    drafts: new Map(),
    imports: { file: importing(), names: importing() },
    pasted: {},
    save: () => {},
    open: () => {},
    tabs: async () => [],
    readTab: async () => null,
    capture: async () => undefined,
    dropCapture: async () => {},
    ...api,
  };
}
