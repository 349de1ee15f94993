/** The sections of the dataset manager, in every state: one list, as long as there are states. */

import type { Captured } from '../../src/dataset/capture-form.ts';
import type { RowProblem, Shown } from '../../src/dataset/formats/types.ts';
import { SidelightError } from '../../src/errors.ts';
import type { EntityRowView, ImportPreview, Manager, WordListEntry } from '../../src/store/manager-api.ts';
import { content, harbour } from './contents.ts';
import { entryOf, importDraft, type ManagerScene, managerApi, OWN, packRow, rowsOf } from './manager-api.ts';
import { type OptionsScene, options } from './options.ts';
import type { State } from './state.ts';

interface Scene extends Omit<OptionsScene, 'api' | 'ask'>, ManagerScene {}

function manager(name: string, { store, choices, api, ...scene }: Scene): State {
  const made = managerApi({
    ...(store === undefined ? {} : { store }),
    ...(choices === undefined ? {} : { choices }),
    ...(api === undefined ? {} : { api }),
  });
  return options(`manager-${name}`, { ...scene, api: { manager: made, notices: made.notices } });
}

const never = new Promise<never>(() => {});
const failed = () => Promise.reject(new Error('no'));
const broken = () => Promise.reject(new SidelightError('store-broken', 'no'));
const held = () => Promise.reject(new SidelightError('store-held', 'no'));

const LONG = 'Wolfeschlegelsteinhausenbergerdorff'.repeat(6);
const LONG_PACK = packRow(harbour, {
  title: { en: `${LONG} and the committee on the enquiry into the fire of Gull Street` },
  licence: `Licence ${LONG}`,
  origin: 'own',
  checked: '2019-01-01',
});

const PROBLEMS: Shown<RowProblem>[] = [
  { row: 4, list: 'entities', field: 'name', reason: 'missing', lost: 'row' },
  {
    row: 17,
    list: 'quotes',
    field: 'date',
    reason: 'bad-date',
    value: '31 February 2019',
    text: 'no date',
    lost: 'field',
  },
  {
    row: 212,
    list: 'entities',
    field: 'aliases[2].text',
    reason: 'hidden-characters',
    value: `Osric \u202eenaV ${'x'.repeat(50)}`,
    text: 'hidden',
    lost: 'row',
  },
  ...Array.from({ length: 80 }, (_, i): RowProblem => {
    return {
      row: 300 + i,
      list: 'sources',
      field: 'url',
      reason: 'bad-address',
      value: 'http://example.org',
      text: '',
      lost: 'field',
    };
  }),
];

const LISTS: WordListEntry[] = [
  { id: 'harbour', words: ['harbour', 'Port Ellery', 'Ellery', 'dock', 'docks'], edit: null },
  {
    id: 'elsewhere-in-the-north-sea',
    words: ['Bremen', 'حریق', 'spring of 2017', LONG],
    edit: 'changed',
    original: ['Rotterdam', 'Hamburg'],
  },
  { id: 'sea', words: ['fog', 'tide'], edit: 'added' },
];

/** Opens the settings of a pack and its lists of words. */
const settingsOf = (pack: number) => [
  { press: `.pack:nth-child(${pack}) [aria-expanded]`, index: 1, brings: '.word-lists' },
  { press: '.word-lists > summary', brings: '.word-lists[open] .word-list' },
];

/** An import that ends with this preview. */
function importing(preview: Promise<ImportPreview>): Pick<Manager, 'startImport'> {
  return {
    startImport: (_, { progress }) => {
      setTimeout(() => progress({ stage: 'read', done: 62_000, total: 100_000 }), 20);
      return { preview, readAgain: async () => preview, commit: failed };
    },
  };
}

const paste = (brings: string, text = '{"formatVersion": 1}') => [
  { press: '.sources details:first-of-type summary', brings: '.sources textarea' },
  { into: '.sources textarea', type: text, brings: '.sources [type=submit]:not(:disabled)' },
  { press: '.sources [type=submit]', brings },
];

/** As many as the table has to bear; only those that it asks for are made. */
const CROWD = 100_000;

function crowd(from: number, to: number): EntityRowView[] {
  const some = rowsOf(harbour);
  return Array.from({ length: Math.min(to, CROWD) - from }, (_, i) => ({
    ...(some[(from + i) % some.length] as EntityRowView),
    key: `harbour/e${from + i}`,
    name: from + i === 1 ? LONG : `Entry number ${from + i}`,
  }));
}

const NAMES = 'Osric Vane\nParia Saheli\nx\nTide Commission';
const names = (brings: string) => [{ into: 'textarea', type: NAMES, brings }];
const namesPreview = importDraft({
  format: 'names',
  status: 'into',
  rows: 5,
  invalid: [{ row: 3, field: '', reason: 'one-letter', value: 'x', lost: 'row' }],
  changes: {
    ...importDraft().changes,
    entities: {
      ...importDraft().changes.entities,
      added: {
        count: 3,
        first: [
          { id: 'a', name: 'Paria Saheli', grade: 'strong' },
          { id: 'b', name: 'Mary Smith', grade: 'context' },
          { id: 'c', name: 'Beck', grade: 'never' },
        ],
      },
    },
  },
  unsure: 2,
  known: { count: 1, first: [{ id: 'osric-vane', name: 'Osric Vane' }] },
  warnings: [{ kind: 'rows-joined', count: 2 }],
});

const TEXT = 'Osric Vane spoke at the inquiry. Vane Street was closed. EDU members left.';
const explained: Manager['explain'] = async () => ({
  text: TEXT,
  mentions: [
    {
      start: 0,
      end: 10,
      entities: ['harbour/osric-vane'],
      grade: 'strong',
      because: { rule: 'full-name', words: [] },
    },
    {
      start: 57,
      end: 60,
      entities: ['harbour/edu'],
      grade: 'context',
      because: { rule: 'related-entity', words: ['Osric Vane'] },
    },
  ],
  refusals: [
    {
      start: 33,
      end: 37,
      entity: 'harbour/osric-vane',
      grade: 'never',
      because: { rule: 'other-name', words: ['Street'] },
    },
  ],
  entities: {
    'harbour/osric-vane': { name: { en: 'Osric Vane' }, type: 'person' },
    'harbour/edu': { name: { en: 'Ellery Dock Union' }, type: 'organization' },
  },
});

const captured: Captured = {
  exact: 'The water had been cold for weeks before anybody looked.',
  prefix: 'the chairman told the inquiry: ',
  suffix: ' Nobody answered him.',
  pageTitle: 'Inquiry hears of cold water',
  url: 'https://news.example.org/2024/05/inquiry?utm_source=feed',
  pageDate: '2024-05-21',
  accessDate: '2026-11-23',
  lang: 'en',
  speakers: [{ name: 'Osric Vane', lang: 'en', type: 'person', id: 'osric-vane' }],
};

const vane =
  harbour.entities.find(({ id }) => id === 'osric-vane') ??
  entryOf(harbour, harbour.entities[0] as never).entity;

export const managerViews: State[] = [
  manager('packs', { at: '#packs', shows: '.pack' }),
  manager('packs-export', {
    at: '#packs',
    shows: '.pack',
    steps: [
      { press: '.pack [aria-expanded]', index: 2, brings: '.losses' },
      { press: '.losses summary', brings: '.losses[open]' },
      { scrollTo: '.panel' },
    ],
  }),
  manager('packs-settings', {
    at: '#packs',
    shows: '.pack',
    steps: [
      { press: '.pack:last-child [aria-expanded]', index: 1, brings: '.panel' },
      { scrollTo: '.panel' },
    ],
  }),
  manager('packs-lists', {
    at: '#packs',
    shows: '.pack',
    store: { wordLists: async () => LISTS },
    steps: [
      ...settingsOf(2),
      { press: '.word-list summary', index: 1, brings: '.word-list[open] .flag' },
      { scrollTo: '.word-lists' },
    ],
  }),
  manager('packs-lists-wrong', {
    at: '#packs',
    shows: '.pack',
    store: { wordLists: async () => LISTS },
    steps: [
      ...settingsOf(3),
      { press: '.word-lists > button', brings: '.word-list[open]' },
      { into: '.word-list[open] input', type: 'Sea words', brings: '.error' },
      { into: '.word-list[open] textarea', type: 'fog\n\n@harbour', brings: 'textarea[aria-invalid]' },
      { scrollTo: '.word-list[open]' },
    ],
  }),
  manager('packs-lists-needed', {
    at: '#packs',
    shows: '.pack',
    store: {
      wordLists: async () => LISTS,
      check: async () => [{ kind: 'word-list', id: 'harbour', path: '', code: 'still-cited' }],
    },
    steps: [
      ...settingsOf(3),
      { press: '.word-list summary', brings: '.word-list[open] button' },
      { press: '.word-list[open] button', brings: '.word-list .error' },
      { scrollTo: '.word-lists' },
    ],
  }),
  manager('packs-lists-failed', {
    at: '#packs',
    shows: '.pack',
    store: { wordLists: failed },
    steps: [
      { press: '.pack:nth-child(3) [aria-expanded]', index: 1, brings: '.panel .message' },
      { scrollTo: '.panel' },
    ],
  }),
  manager('packs-new', {
    at: '#packs',
    shows: '.pack',
    steps: [{ press: 'main > .acts button', brings: 'form.panel' }],
  }),
  manager('packs-deleted', {
    at: '#packs',
    shows: '.pack',
    steps: [{ press: '.pack .acts button:last-child', brings: '.notice' }],
  }),
  manager('packs-long', { at: '#packs', shows: '.pack', store: { packs: async () => [LONG_PACK] } }),
  manager('packs-empty', { at: '#packs', shows: '.message', store: { packs: async () => [] } }),
  manager('packs-undo-failed', {
    at: '#packs',
    shows: '.pack',
    store: { undo: () => Promise.reject(new SidelightError('overtaken', 'no')) },
    steps: [
      { press: '.pack .acts button:last-child', brings: '.notice .undo' },
      { press: '.notice .undo', brings: '.notice.failed' },
    ],
  }),
  manager('packs-settings-wrong', {
    at: '#packs',
    shows: '.pack',
    steps: [
      { press: '.pack:last-child [aria-expanded]', index: 1, brings: '.panel' },
      { into: '.panel > .pair input', type: 'x', brings: '.panel .error' },
      { scrollTo: '.panel > .pair' },
    ],
  }),
  manager('packs-loading', { at: '#packs', shows: '.skeleton', store: { packs: () => never } }),
  manager('packs-failed', { at: '#packs', shows: '.message', store: { packs: failed } }),
  manager('packs-broken', { at: '#packs', shows: '.message', store: { packs: broken } }),

  manager('names', { at: '#names', shows: 'textarea' }),
  manager('names-preview', {
    at: '#names',
    shows: 'textarea',
    store: importing(Promise.resolve(namesPreview)),
    steps: names('.group'),
  }),

  manager('import', { at: '#import', shows: '.drop' }),
  manager('import-tabs', {
    at: '#import/tab=7',
    shows: '.tabs-open',
    api: {
      tabs: async () => [
        { id: 7, title: 'harbour.json', url: 'https://example.org/packs/harbour.json' },
        { id: 8, title: '', url: `https://example.org/${'long/'.repeat(30)}` },
      ],
    },
  }),
  manager('import-reading', {
    at: '#import',
    shows: '.drop',
    store: importing(never),
    steps: paste('progress[value]'),
  }),
  manager('import-preview', {
    at: '#import',
    shows: '.drop',
    store: importing(
      Promise.resolve(
        importDraft({
          status: 'newer',
          installed: packRow(harbour),
          editsKept: 3,
          editsAside: [{ kind: 'entity', id: 'x', name: 'Nils Corran', why: 'gone' }],
          warnings: [{ kind: 'persons-without-source', count: 2, names: ['Osric Vane', 'Ines Calder'] }],
          changes: {
            ...importDraft().changes,
            entities: {
              ...importDraft().changes.entities,
              changed: {
                count: 1,
                first: [{ id: 'e', type: 'event', name: 'Gull Street fire', fields: ['name', 'background'] }],
              },
              removed: { count: 1, first: [{ id: 'r', type: 'person', name: 'Nils Corran' }] },
            },
          },
          head: [
            { field: 'version', before: '2.0.0', after: '2.1.0' },
            {
              field: 'title',
              before: { en: 'Ellery', fa: 'الری' },
              after: { en: 'Port Ellery', fa: 'الری' },
            },
            { field: 'home', after: 'https://example.org/packs/harbour-of-port-ellery/latest.json' },
            { field: 'sensitive', after: true },
          ],
        }),
      ),
    ),
    steps: [
      ...paste('.preview'),
      { press: '.fold:nth-of-type(1) summary', brings: '.fold[open]' },
      { scrollTo: '.changes' },
    ],
  }),
  manager('import-invalid', {
    at: '#import',
    shows: '.drop',
    store: importing(Promise.resolve(importDraft({ invalid: PROBLEMS }))),
    steps: [...paste('.invalid'), { scrollTo: '.invalid' }],
  }),
  manager('import-older', {
    at: '#import',
    shows: '.drop',
    store: importing(
      Promise.resolve(importDraft({ status: 'older', installed: packRow(harbour, { version: '3.0.0' }) })),
    ),
    steps: [...paste('.check'), { scrollTo: '.check' }],
  }),
  manager('import-columns', {
    at: '#import',
    shows: '.drop',
    store: importing(
      Promise.resolve(
        importDraft({
          format: 'csv',
          warnings: [
            { kind: 'encoding-guessed', encoding: 'windows-1256' },
            { kind: 'columns-left-out', count: 1, names: ['Notes'] },
          ],
          columns: [
            { header: 'Full name', readAs: 'name' },
            { header: 'Also known as', readAs: 'aliases' },
            { header: 'Link', suggested: 'sourceUrl' },
            { header: 'Notes' },
          ],
        }),
      ),
    ),
    steps: paste('.columns'),
  }),
  manager('import-refused', {
    at: '#import',
    shows: '.drop',
    store: importing(
      Promise.resolve({
        ok: false,
        problems: [{ reason: 'bad-head', field: 'version', value: 'one' }],
        invalid: [],
      }),
    ),
    steps: paste('.message'),
  }),

  manager('entities', { at: '#entities', shows: '.row:not(.head, .probe)' }),
  manager('entities-many', {
    at: '#entities',
    shows: '.row:not(.head, .probe)',
    store: { rows: async (_, from, to) => ({ total: CROWD, from, rows: crowd(from, to) }) },
    steps: [{ press: '.rows-scroller', brings: '.row' }],
    once: true,
  }),
  manager('entities-none', {
    at: '#entities',
    shows: '.message',
    store: { rows: async () => ({ total: 0, from: 0, rows: [] }) },
  }),
  manager('entities-loading', {
    at: '#entities',
    shows: '.skeleton',
    store: { rows: () => never },
    once: true,
  }),
  manager('entities-failed', { at: '#entities', shows: '.message', store: { rows: failed }, once: true }),

  manager('editor', { at: `#entities/harbour/${vane.id}`, shows: '.card-preview' }),
  manager('editor-edited', {
    at: `#entities/harbour/${vane.id}`,
    shows: '.card-preview',
    store: { entity: async () => entryOf(harbour, vane, { edit: 'changed', original: vane }) },
    steps: [
      { into: '.localized-line input', type: '\u0007', brings: '.save-bar .warning' },
      { press: '.editor details:nth-of-type(2) summary', brings: 'details' },
    ],
  }),
  manager('editor-patterns', {
    at: '#entities/harbour/gull-street-fire',
    shows: '.card-preview',
    steps: [
      { press: '.editor details:nth-of-type(6) summary', brings: 'details[open]:nth-of-type(6)' },
      {
        into: 'details:nth-of-type(6) .list-field .list-field textarea',
        type: '\u0007',
        brings: 'details:nth-of-type(6) .error',
      },
    ],
  }),
  manager('editor-notes', {
    at: '#entities/harbour/mara-tennick',
    shows: '.card-preview',
    steps: [
      { press: '.editor details:nth-of-type(1) summary', brings: 'details:not([open]):nth-of-type(1)' },
      { press: '.editor details:nth-of-type(2) summary', brings: 'details:not([open]):nth-of-type(2)' },
      { press: '.editor details:nth-of-type(3) summary', brings: 'details[open]:nth-of-type(3)' },
      { press: 'details:nth-of-type(3) .entry-fields > .list-field > button', brings: '.save-bar .warning' },
      { scrollTo: '.editor details:nth-of-type(3)' },
    ],
  }),
  manager('editor-role', {
    at: '#entities/harbour/paria-saheli',
    shows: '.card-preview',
    steps: [
      { press: '.editor details:nth-of-type(7) summary', brings: 'details[open]:nth-of-type(7)' },
      { press: 'details:nth-of-type(7) .list-field > button', brings: '.save-bar .warning' },
      { scrollTo: '.editor details:nth-of-type(7)' },
    ],
  }),
  manager('editor-new', {
    at: '#entities/own/+',
    shows: '.editor form',
    store: { packs: async () => [OWN] },
  }),
  manager('editor-gone', { at: '#entities/harbour/nobody', shows: '.message' }),

  manager('bench', { at: '#bench', shows: 'textarea' }),
  manager('bench-found', {
    at: '#bench',
    shows: 'textarea',
    store: { explain: explained },
    steps: [{ into: 'textarea', type: TEXT, brings: '.marked-text' }],
  }),

  manager('storage', { at: '#storage', shows: 'meter' }),
  manager('storage-wipe', {
    at: '#storage',
    shows: 'meter',
    steps: [{ press: '.danger', brings: 'form.panel' }, { scrollTo: 'form.panel' }],
  }),
  manager('storage-refused', {
    at: '#storage',
    shows: 'meter',
    store: { persist: async () => false },
    steps: [{ press: '.block .acts button', brings: '.block .acts [role=status]' }],
  }),
  manager('storage-held', { at: '#storage', shows: '.message', store: { packs: held } }),
  manager('storage-broken', {
    at: '#storage',
    shows: '.message',
    store: {
      packs: broken,
      recover: async () => ({
        file: new Blob([]),
        tables: [
          { name: 'packs', rows: 3, complete: true },
          { name: 'entities', rows: 1_204, complete: false },
          { name: 'edits', rows: 3, complete: true },
          { name: 'annotations', rows: 2, complete: true },
        ],
      }),
    },
    steps: [{ press: '.message .main', brings: '.changes' }],
  }),

  manager('capture-quote', {
    at: '#capture/1',
    shows: '.capture form',
    api: { capture: async () => ({ as: 'quote', captured }) },
  }),
  manager('capture-name', {
    at: '#capture/1',
    shows: '.capture form',
    api: {
      capture: async () => ({
        as: 'name',
        captured: { ...captured, exact: content(harbour, 'osric-vane').name.text },
      }),
    },
  }),
  manager('capture-undated', {
    at: '#capture/1',
    shows: '.capture form',
    api: {
      capture: async () => {
        const { pageDate: _, ...undated } = captured;
        return { as: 'quote', captured: undated };
      },
    },
    steps: [{ press: '.capture [type=submit]', brings: '.capture .error' }],
  }),
  manager('capture-gone', { at: '#capture/1', shows: '.message' }),
];
