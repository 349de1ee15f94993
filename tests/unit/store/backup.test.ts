/** Backups of older and newer versions: read, brought up, or refused with what is there left alone. */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SETTINGS_VERSION, VERSION_KEY } from '../../../src/settings/migrate.ts';
import { readSaved } from '../../../src/settings/saved.ts';
import { previewRestore, restoreBackup, writeBackup } from '../../../src/store/backup.ts';
import { type Database, openDatabase } from '../../../src/store/database.ts';
import { changeEntries } from '../../../src/store/entries.ts';
import type { ChangeName } from '../../../src/store/manager-api.ts';
import { editsOf, installPack, packHeads } from '../../../src/store/packs.ts';
import { harbour } from '../../support/packs.ts';

const NAME: ChangeName = { what: 'restored' };
const SETTINGS = { 'site:example.org': 'quiet', [VERSION_KEY]: SETTINGS_VERSION };

let database: Database;
beforeEach(async () => {
  database = await openDatabase();
  await installPack(database, harbour, { origin: 'imported' });
});
afterEach(() => database.delete());

/** The backup of what is there, with other words in it. */
async function altered(changes: object): Promise<Blob> {
  const file = JSON.parse(await (await writeBackup(database, SETTINGS)).text());
  return new Blob([JSON.stringify({ ...file, ...changes })]);
}

describe('a backup', () => {
  it('of the first form is read, and its settings are brought to the form of this version', async () => {
    const file = await altered({ sidelightBackup: 1, settings: { 'site:Bücher.example': 'off' } });
    expect(await previewRestore(database, file, readSaved)).toMatchObject({ ok: true, rules: 1 });
    const { settings } = await restoreBackup(database, file, NAME, SETTINGS, readSaved);
    expect(settings).toEqual({
      'site:xn--bcher-kva.example': 'off',
      'site:example.org': null,
      [VERSION_KEY]: SETTINGS_VERSION,
    });
  });

  it.each([
    ['of a newer form', { sidelightBackup: 4 }],
    ['with settings of a newer version', { settings: { [VERSION_KEY]: SETTINGS_VERSION + 1 } }],
  ])('%s is refused, and nothing changes', async (_, changes) => {
    const file = await altered(changes);
    const before = await packHeads(database);
    expect(await previewRestore(database, file, readSaved)).toEqual({
      ok: false,
      why: 'newer-form',
      problems: [],
    });
    await expect(restoreBackup(database, file, NAME, SETTINGS, readSaved)).rejects.toThrow();
    expect(await packHeads(database)).toEqual(before);
    expect(await database.pending.count()).toBe(0);
  });

  it('holds changes of patterns, in a form that says so to versions that know none', async () => {
    const [pattern] = harbour.patterns;
    if (pattern === undefined) expect.fail('the pack has no pattern');
    const changed = { ...pattern, window: pattern.window + 1 };
    await changeEntries(database, harbour.id, [{ kind: 'pattern', id: pattern.id, value: changed }], NAME);
    const file = await writeBackup(database, SETTINGS);
    expect(JSON.parse(await file.text())).toMatchObject({ sidelightBackup: 3 });
    await database.edits.clear();
    await restoreBackup(database, file, NAME, SETTINGS, readSaved);
    expect(await editsOf(database, harbour.id)).toMatchObject([{ kind: 'pattern', value: changed }]);
  });
});
