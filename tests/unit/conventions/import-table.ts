/** Which folder of `src/` may import what: the table of `docs/architecture.md` as data. */

export interface Allowance {
  /** Folders of `src/`, or single files of them, whose values may be used. */
  values?: readonly string[];
  /** Folders of `src/` of which only types may be used. */
  types?: readonly string[];
  /** Packages, by name. */
  packages?: readonly string[];
}

/** Used by all folders; these files import nothing of ours. */
export const FOR_ALL: Record<string, readonly string[]> = {
  'errors.ts': [],
  'i18n.ts': ['@wxt-dev/i18n', '#i18n'],
};

const VIEW: Allowance = {
  values: ['ui', 'card', 'dataset', 'sites', 'settings', 'messages'],
  types: ['matching', 'store'],
  packages: ['preact', 'lucide'],
};

export const IMPORT_TABLE: Record<string, Allowance> = {
  dataset: { packages: ['valibot', 'papaparse', 'chardet'] },
  matching: { values: ['dataset'] },
  sites: { values: ['settings/schema.ts'], packages: ['punycode'] },
  settings: { values: ['sites/read-site.ts'], packages: ['valibot', 'wxt/browser'] },
  page: {
    values: ['messages/page.ts', 'messages/selected.ts', 'messages/card-seam.ts', 'matching/types.ts'],
    types: ['messages', 'dataset'],
    packages: ['text-fragments-polyfill'],
  },
  card: {
    values: ['messages/card-seam.ts'],
    types: ['dataset', 'messages', 'matching'],
    packages: ['preact', '@floating-ui/dom', 'lucide'],
  },
  store: { values: ['dataset', 'matching'], packages: ['dexie', 'valibot'] },
  background: {
    values: ['dataset', 'matching', 'sites', 'store', 'settings', 'messages'],
    packages: ['wxt/browser', '@wxt-dev/browser'],
  },
  popup: VIEW,
  options: {
    ...VIEW,
    packages: [...(VIEW.packages ?? []), '@tanstack/virtual-core'],
  },
  welcome: VIEW,
  messages: {
    values: ['settings/schema.ts'],
    types: ['dataset', 'matching'],
    packages: ['valibot', 'wxt/browser'],
  },
  panel: VIEW,
  ui: {
    values: ['card', 'sites', 'settings', 'messages'],
    types: ['dataset', 'matching'],
    packages: ['preact', 'lucide', 'wxt/browser'],
  },
};
