/** What holds of the store whatever is done to it, in which order: in IndexedDB as it is written for tests. */
import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { checkPack } from '../../../src/dataset/checks.ts';
import { parsePack } from '../../../src/dataset/parse.ts';
import type { Pack, Quote } from '../../../src/dataset/schema.ts';
import { previewRestore, restoreBackup, writeBackup } from '../../../src/store/backup.ts';
import { type Database, openDatabase } from '../../../src/store/database.ts';
import { changeEntries, moveEntities, revertEntries } from '../../../src/store/entries.ts';
import { createImport } from '../../../src/store/import-run.ts';
import type { ChangeName, EntryChange, Saved } from '../../../src/store/manager-api.ts';
import { changePack, createPack, removePackKept } from '../../../src/store/pack-admin.ts';
import { editsOf, installPack, packHeads, wholePack } from '../../../src/store/packs.ts';
import { lastChange, undo } from '../../../src/store/undo.ts';
import { anyPack } from '../../fuzz/any-pack.ts';
import { runs } from '../../fuzz/runs.ts';

const NAME: ChangeName = { what: 'saved', name: 'Osric Vane' };

let opened: Database | undefined;
afterEach(async () => {
  await opened?.delete();
  opened = undefined;
});

async function fresh(): Promise<Database> {
  await opened?.delete();
  opened = await openDatabase();
  return opened;
}

/** All rows but those that are kept for Undo or can be made again. */
async function allRows(database: Database): Promise<Record<string, unknown>> {
  const tables = database.tables.filter(
    ({ name }) => !['index', 'undo', 'undoParts', 'pending'].includes(name),
  );
  const rows = await Promise.all(tables.map(async (table) => [table.name, await table.toArray()] as const));
  return Object.fromEntries(rows);
}

/** A change of the store, drawn as numbers: which one, of what. */
interface Step {
  what: 'set' | 'delete' | 'revert' | 'move' | 'update' | 'import-into' | 'flags' | 'remove';
  pack: number;
  entry: number;
  other: number;
}

const anyStep: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom('set', 'delete', 'revert', 'move', 'update', 'import-into', 'flags', 'remove'),
  pack: fc.nat(7),
  entry: fc.nat(20),
  other: fc.nat(20),
});

const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)];

/** @returns the token of Undo, where something was done */
async function run(database: Database, step: Step, versions: readonly Pack[]): Promise<string | undefined> {
  const tokenOf = (done: Saved) => (done.ok ? done.undo : undefined);
  const head = pick(await packHeads(database), step.pack);
  const pack = head && (await wholePack(database, head.id));
  const entity = pack && pick(pack.entities, step.entry);
  const quote = pack && pick(pack.quotes, step.entry);
  const pattern = pack && pick(pack.patterns, step.entry);
  switch (step.what) {
    case 'set': {
      if (pack === undefined) return undefined;
      const version = pick(versions, step.other);
      const changes: EntryChange[] = [];
      if (entity !== undefined) {
        changes.push({ kind: 'entity', id: entity.id, value: { ...entity, name: { en: 'Somebody Else' } } });
      }
      if (quote !== undefined) changes.push({ kind: 'quote', id: quote.id, value: shortened(quote) });
      if (pattern !== undefined) {
        changes.push({ kind: 'pattern', id: pattern.id, value: { ...pattern, window: 7 } });
      } else if (entity !== undefined) {
        const made = { id: 'made', entity: entity.id, langs: [], window: 7, groups: [['fire'], ['2017']] };
        changes.push({ kind: 'pattern', id: made.id, value: made });
      }
      const added = version && pick(version.entities, step.entry);
      if (added !== undefined && added.id !== entity?.id) {
        const value = {
          ...added,
          context: [],
          exclude: [],
          background: [],
          since: [],
          disputed: [],
          related: [],
        };
        const { status: _, sourceRole: __, ...bare } = value;
        changes.push({ kind: 'entity', id: added.id, value: bare });
      }
      return tokenOf(await changeEntries(database, pack.id, changes, NAME));
    }
    case 'delete': {
      const changes: EntryChange[] = [];
      if (entity !== undefined && step.other % 2 === 0)
        changes.push({ kind: 'entity', id: entity.id, value: null });
      else if (step.other % 3 === 0 && pattern !== undefined)
        changes.push({ kind: 'pattern', id: pattern.id, value: null });
      else if (quote !== undefined) changes.push({ kind: 'quote', id: quote.id, value: null });
      return pack && tokenOf(await changeEntries(database, pack.id, changes, NAME));
    }
    case 'revert': {
      const edits = head && (await editsOf(database, head.id));
      const edit = pick(edits ?? [], step.entry);
      return edit && tokenOf(await revertEntries(database, edit.pack, [edit], NAME));
    }
    case 'move': {
      const to = pick(
        (await packHeads(database)).filter(({ origin, id }) => origin === 'own' && id !== head?.id),
        step.other,
      );
      if (pack === undefined || entity === undefined || to === undefined) return undefined;
      return tokenOf(await moveEntities(database, [`${pack.id}/${entity.id}`], to.id, NAME));
    }
    case 'update':
    case 'import-into': {
      const version = pick(versions, step.other);
      if (version === undefined) return undefined;
      const own = pick(
        (await packHeads(database)).filter(({ origin }) => origin === 'own'),
        step.pack,
      );
      if (step.what === 'import-into' && own === undefined) return undefined;
      const run = createImport(database);
      const tell = () => undefined;
      const into = step.what === 'import-into' ? own?.id : undefined;
      const preview = await run.read(JSON.stringify(version), {}, into, tell);
      if (!preview.ok) throw new Error(JSON.stringify(preview.problems));
      return (await run.commit({ withoutInvalid: true, replace: true, name: NAME }, tell)).undo;
    }
    case 'flags':
      return (
        head && tokenOf(await changePack(database, head.id, { quietOnly: step.other % 2 === 0 }, [], NAME))
      );
    case 'remove':
      return head && step.other % 4 === 0 ? removePackKept(database, head.id, NAME) : undefined;
  }
}

/** Only its first part, which may make it shorter than a quote that is a part of it. */
function shortened(quote: Quote): Quote {
  const { containedIn: _, ...rest } = quote;
  return { ...rest, parts: quote.parts.slice(0, 1), excerpts: [], sic: [], inserted: [] };
}

const packs = fc.tuple(anyPack, anyPack, anyPack);
const steps = fc.array(anyStep, { minLength: 1, maxLength: 12 });

/** A pack as published, two more versions of it, one of the reader's own, and what is done to them. */
async function play(
  [first, second, third]: [Pack, Pack, Pack],
  wanted: readonly Step[],
  each: (database: Database, before: Record<string, unknown>, token: string) => Promise<void>,
): Promise<Database> {
  const database = await fresh();
  const versions = [second, third].map((pack) => ({ ...pack, id: first.id }));
  await installPack(database, first, { origin: 'imported' });
  await createPack(database, { title: { en: 'My names' } }, [], NAME);
  await createPack(database, { title: { en: 'My other names' } }, [], NAME);
  for (const step of wanted) {
    const before = await allRows(database);
    const token = await run(database, step, versions);
    if (token === undefined) expect(await allRows(database)).toEqual(before);
    else await each(database, before, token);
  }
  return database;
}

describe('changes of the store, in any order', () => {
  it('leave packs that can be read again', { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(packs, steps, async (some, wanted) => {
        const database = await play(some, wanted, async () => undefined);
        for (const { id } of await packHeads(database)) {
          for (const edits of ['with', 'without'] as const) {
            const pack = await wholePack(database, id, edits);
            expect(pack && checkPack(pack)).toEqual([]);
            expect(parsePack(pack)).toEqual({ ok: true, pack });
          }
        }
      }),
      { ...runs(8, 2_000), endOnFailure: true },
    );
  });

  it('are taken back to the row by Undo', { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(packs, steps, async (some, wanted) => {
        await play(some, wanted, async (database, before, token) => {
          expect((await lastChange(database))?.undo).toBe(token);
          await undo(database, token);
          expect(await allRows(database)).toEqual(before);
        });
      }),
      { ...runs(6, 1_000), endOnFailure: true },
    );
  });

  it('are all in a backup, which can be restored', { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(packs, steps, async (some, wanted) => {
        const database = await play(some, wanted, async () => undefined);
        const settings = { 'site:example.org': 'quiet' };
        const file = await writeBackup(database, settings);
        const said = async (from: Database) => {
          const heads = await packHeads(from);
          return Promise.all(
            heads.map(async ({ id, origin, flags }) => ({
              origin,
              flags,
              shown: await wholePack(from, id),
              published: await wholePack(from, id, 'without'),
              edits: await editsOf(from, id),
            })),
          );
        };
        const before = await said(database);
        const other = await fresh();
        expect(await previewRestore(other, file, (saved) => saved)).toMatchObject({ ok: true });
        const restored = await restoreBackup(other, file, NAME, { badge: false }, (saved) => saved);
        expect(restored.settings).toEqual({ ...settings, badge: null });
        expect(await said(other)).toEqual(before);
      }),
      { ...runs(6, 1_000), endOnFailure: true },
    );
  });
});
