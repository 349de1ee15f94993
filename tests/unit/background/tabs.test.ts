import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  type DocumentRecord,
  openDocument,
  recordMentions,
  withDocument,
} from '../../../src/background/documents.ts';
import { tabState } from '../../../src/background/tab-state.ts';
import { applySettings, tellAll } from '../../../src/background/tabs.ts';
import type { PageOrder } from '../../../src/messages/page.ts';
import { entries } from '../../../src/settings/schema.ts';
import { readSettings, writeSettings } from '../../../src/settings/store.ts';

const SILENT = 1;
const EMPTY = 2;
const AT_WORK = 3;
const LIBRARY = { isBroken: async () => false, quietOnly: async () => new Set<string>() };

/** What the tabs were told, and where the script was started, in order. */
let told: [tab: number, what: string][];
/** Lets the silent tab answer that nobody listens there. */
let wake: () => void;

beforeEach(async () => {
  fakeBrowser.reset();
  told = [];
  const asleep = new Promise<void>((_, reject) => {
    wake = () => reject(new Error('Could not establish connection'));
  });
  asleep.catch(() => 'Nobody has told it anything yet.');
  const started = new Set([AT_WORK]);
  const tab = (id: number) => ({
    id,
    url: `https://${id}.example/`,
    incognito: false,
    status: 'complete',
    active: true,
  });
  Object.assign(fakeBrowser.permissions, { contains: async () => true });
  Object.assign(fakeBrowser.tabs, {
    get: async (id: number) => tab(id),
    query: async () => [SILENT, EMPTY, AT_WORK].map(tab),
    async sendMessage(id: number, order: PageOrder) {
      told.push([id, order.order === 'mode' ? order.mode : order.order]);
      if (id === SILENT) await asleep;
      if (!started.has(id)) throw new Error('Could not establish connection');
    },
  });
  Object.assign(fakeBrowser.scripting, {
    getRegisteredContentScripts: async () => [],
    registerContentScripts: async () => {},
    unregisterContentScripts: async () => {},
    async executeScript({ target: { tabId } }: { target: { tabId: number } }) {
      told.push([tabId, 'start']);
      if (tabId === SILENT) await asleep;
      started.add(tabId);
      return [];
    },
  });
  await writeSettings([entries.defaultMode('marks')]);
});

const settle = () => new Promise((resolve) => setTimeout(resolve));
const toldTo = (id: number) => told.filter(([tab]) => tab === id).map(([, what]) => what);

describe('a tab that does not answer', () => {
  it('holds up no other, and no later change', async () => {
    await applySettings();
    await writeSettings([entries.defaultMode('quiet')]);
    await applySettings();
    await settle();
    expect(toldTo(AT_WORK)).toEqual(['marks', 'quiet']);
    expect(toldTo(EMPTY)).toEqual(['marks', 'start', 'quiet']);
    // It will read them in this order.
    expect(toldTo(SILENT)).toEqual(['marks', 'quiet']);
  });

  it('holds up nothing that all tabs are told', async () => {
    await tellAll({ order: 'refresh' });
    await settle();
    expect(told).toEqual([
      [SILENT, 'refresh'],
      [EMPTY, 'refresh'],
      [AT_WORK, 'refresh'],
    ]);
  });

  it('gets the script while it sleeps, for what was chosen last', async () => {
    await applySettings();
    await writeSettings([entries.defaultMode('quiet')]);
    await applySettings();
    await expect.poll(() => toldTo(SILENT)).toEqual(['marks', 'quiet', 'start']);
  });

  it('gets no script when it is switched off', async () => {
    await applySettings();
    await writeSettings([entries.defaultMode('off')]);
    await applySettings();
    wake();
    await settle();
    expect(toldTo(SILENT)).toEqual(['marks', 'off']);
  });

  it('does not keep the popup waiting', async () => {
    const state = await tabState(SILENT, readSettings, LIBRARY);
    expect(state).toMatchObject({ mode: 'marks', unread: 'loading', mentions: [] });
  });
});

describe('a page that is being read', () => {
  const atWork = async (change: (record: DocumentRecord) => void) => {
    await applySettings();
    await openDocument(AT_WORK, 0, 'h1');
    await withDocument(AT_WORK, 0, 'h1', change);
    return tabState(AT_WORK, readSettings, LIBRARY);
  };

  it('is not said to mention nobody', async () => {
    expect(await atWork(() => {})).toMatchObject({ unread: 'loading', mentions: [] });
  });

  it('tells at once whom it mentions', async () => {
    const because = { rule: 'full-name' as const, words: [] };
    const target = {
      entities: ['harbour/ada'],
      name: 'Ada',
      type: 'person',
      grade: 'strong',
      because,
    } as const;
    const state = await atWork((record) =>
      recordMentions(record, new Map([[1, [0, 3, 0]]]), [{ ...target, entities: [...target.entities] }]),
    );
    expect(state).toMatchObject({ mentions: [{ name: 'Ada' }] });
    expect(state).not.toHaveProperty('unread');
  });

  it('mentions nobody once it was read to its end', async () => {
    const state = await atWork((record) => {
      record.read = true;
    });
    expect(state.mentions).toEqual([]);
    expect(state).not.toHaveProperty('unread');
  });
});
