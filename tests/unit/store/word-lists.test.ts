import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parsePack } from '../../../src/dataset/parse.ts';
import type { Pack } from '../../../src/dataset/schema.ts';
import { restoreBackup, writeBackup } from '../../../src/store/backup.ts';
import { type Database, openDatabase } from '../../../src/store/database.ts';
import { problemsOf } from '../../../src/store/entries.ts';
import { createExplainer } from '../../../src/store/explain.ts';
import { exportPack } from '../../../src/store/export.ts';
import { createImport } from '../../../src/store/import-run.ts';
import type { ChangeName, EntryChange } from '../../../src/store/manager-api.ts';
import { changePack, wordListEntries } from '../../../src/store/pack-admin.ts';
import { installPack, wholePack } from '../../../src/store/packs.ts';
import { undo } from '../../../src/store/undo.ts';

const FILE = fileURLToPath(new URL('../../fixtures/packs/harbour.json', import.meta.url));
const NAME: ChangeName = { what: 'changed', name: 'Harbour' };

function harbour(): Pack {
  const parsed = parsePack(readFileSync(FILE, 'utf8'));
  if (!parsed.ok) throw new Error('the fixture is broken');
  return parsed.pack;
}

const { id } = harbour();
const elsewhere = (words: string[] | null): EntryChange => ({
  kind: 'word-list',
  id: 'elsewhere',
  value: words,
});

let database: Database;
beforeEach(async () => {
  database = await openDatabase();
});
afterEach(() => database.delete());

async function change(...entries: EntryChange[]): Promise<string> {
  const done = await changePack(database, id, {}, entries, NAME);
  if (!done.ok) throw new Error(JSON.stringify(done.problems));
  return done.undo;
}

const lists = async (edits: 'with' | 'without' = 'with') => (await wholePack(database, id, edits))?.wordLists;

async function allRows() {
  const tables = ['packs', 'frames', 'entities', 'patterns', 'edits'].map((name) => database.table(name));
  return Promise.all(tables.map((table) => table.toArray()));
}

describe.each(['own', 'imported'] as const)('lists of words of a pack that is %s', (origin) => {
  beforeEach(() => installPack(database, harbour(), { origin }));

  it('are changed and added in one change with the pack, and Undo brings back every row', async () => {
    const before = await allRows();
    const added: EntryChange = { kind: 'word-list', id: 'sea', value: ['fog', 'tide'] };
    const done = await changePack(database, id, { quietOnly: true }, [elsewhere(['Bremen']), added], NAME);
    expect(await lists()).toEqual({ ...harbour().wordLists, elsewhere: ['Bremen'], sea: ['fog', 'tide'] });
    expect((await database.packs.get(id))?.flags).toEqual({ quietOnly: true });
    if (!done.ok) expect.fail('the change was refused');
    await undo(database, done.undo);
    expect(await allRows()).toEqual(before);
  });

  it('decide what is found, in the test bench as on a page', async () => {
    const text = 'The blaze of spring of 2017 took the warehouse on Wharf Nine.';
    const explain = createExplainer(database);
    const found = async () => (await explain({ text, packs: [id] })).mentions.map(({ entities }) => entities);
    expect(await found()).toEqual([]);
    await change({ kind: 'word-list', id: 'harbour', value: ['Wharf Nine'] });
    expect(await found()).toEqual([[`${id}/gull-street-fire`]]);
  });

  it('stand in an export, and come back from a backup', async () => {
    await change(elsewhere(['Bremen']));
    const text = await (await exportPack(database, id, 'pack', 'with')).text();
    expect(JSON.parse(text)).toMatchObject({ wordLists: { elsewhere: ['Bremen'] } });
    const backup = await writeBackup(database, {});
    const before = await wordListEntries(database, id);
    await change(elsewhere(['Kiel']));
    await restoreBackup(database, backup, NAME, {}, (saved) => saved);
    expect(await wordListEntries(database, id)).toEqual(before);
  });

  it('cannot be taken out while an entry or a pattern names them', async () => {
    const problems = [{ kind: 'word-list', id: 'elsewhere', path: '', code: 'still-cited' }];
    expect(await problemsOf(database, id, [elsewhere(null)])).toEqual(problems);
    expect(await changePack(database, id, {}, [elsewhere(null)], NAME)).toEqual({ ok: false, problems });
    expect(await lists()).toEqual(harbour().wordLists);
  });

  it('can be taken out again where nothing names them', async () => {
    await change({ kind: 'word-list', id: 'sea', value: ['fog'] });
    await change({ kind: 'word-list', id: 'sea', value: null });
    expect(await lists()).toEqual(harbour().wordLists);
    expect((await database.packs.get(id))?.counts.edited).toBe(0);
  });

  it('are refused with the place of what is wrong', async () => {
    const told = await problemsOf(database, id, [
      elsewhere(['Bremen', '@harbour']),
      { kind: 'word-list', id: 'No Name', value: ['fog'] },
    ]);
    expect(told).toEqual([
      { kind: 'word-list', id: 'elsewhere', path: '[1]', code: 'list-in-list' },
      { kind: 'word-list', id: 'No Name', path: '', code: 'bad-id' },
    ]);
  });
});

describe("the reader's lists over a pack", () => {
  beforeEach(() => installPack(database, harbour(), { origin: 'imported' }));

  it('leave the pack as it was published, and count as changes of the reader', async () => {
    await change(elsewhere(['Bremen']));
    expect(await lists('without')).toEqual(harbour().wordLists);
    expect((await database.packs.get(id))?.counts.edited).toBe(1);
    expect(await wordListEntries(database, id)).toEqual([
      { id: 'harbour', words: harbour().wordLists.harbour, edit: null },
      { id: 'elsewhere', words: ['Bremen'], edit: 'changed', original: ['Rotterdam', 'Hamburg'] },
    ]);
  });

  it('are no edits any more once they are as the pack has them', async () => {
    await change(elsewhere(['Bremen']));
    await change(elsewhere(['Rotterdam', 'Hamburg']));
    expect(await database.edits.count()).toBe(0);
  });

  it('stay over a newer version, which shows what it changes itself', async () => {
    await change(elsewhere(['Bremen']));
    const newer = { ...harbour(), version: '9.0.0' };
    newer.wordLists = { ...newer.wordLists, elsewhere: ['Rotterdam'], sea: ['fog'] };
    const run = createImport(database);
    const preview = await run.read(JSON.stringify(newer), {}, undefined, () => undefined);
    expect(preview).toMatchObject({
      changes: { wordLists: { added: { count: 1 }, changed: { count: 1, first: [{ id: 'elsewhere' }] } } },
      editsKept: 1,
    });
    await run.commit({ withoutInvalid: false, replace: false, name: NAME }, () => undefined);
    expect(await lists()).toMatchObject({ elsewhere: ['Bremen'], sea: ['fog'] });
  });

  it('are named as kept aside where a newer version has no such list', async () => {
    await change(elsewhere(['Bremen']));
    const { elsewhere: _, ...rest } = harbour().wordLists;
    const newer = { ...harbour(), version: '9.0.0', wordLists: rest, patterns: [] };
    const preview = await createImport(database).read(JSON.stringify(newer), {}, undefined, () => undefined);
    expect(preview).toMatchObject({
      editsAside: [{ kind: 'word-list', id: 'elsewhere', name: '@elsewhere', why: 'gone' }],
    });
  });
});
