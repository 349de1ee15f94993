import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../../src/store/database.ts';
import type { ChangeName } from '../../../src/store/manager-api.ts';
import { changePack, createPack } from '../../../src/store/pack-admin.ts';
import { installPack, wholePack } from '../../../src/store/packs.ts';
import { lastChange, putAway, undo } from '../../../src/store/undo.ts';

let database: Database;
beforeEach(async () => {
  database = await openDatabase();
});
afterEach(() => database.delete());

const MADE: ChangeName = { what: 'made', name: 'Mine' };
const CHANGED: ChangeName = { what: 'changed', name: 'Mine' };

async function madeAndChanged(): Promise<{ packId: string; token: string }> {
  const { packId } = await createPack(database, { title: { en: 'Mine' } }, [], MADE);
  await later();
  const saved = await changePack(database, packId, { quietOnly: true }, [], CHANGED);
  if (!saved.ok) throw new Error('the change was refused');
  return { packId, token: saved.undo };
}

/** So that one change comes after the other by the clock. */
const later = () => new Promise((resolve) => setTimeout(resolve, 2));

describe('the last change', () => {
  it('is told by its name, and the one before it once it was undone', async () => {
    const { packId, token } = await madeAndChanged();
    expect(await lastChange(database)).toMatchObject({ undo: token, name: CHANGED, packs: [packId] });
    await undo(database, token);
    expect(await lastChange(database)).toMatchObject({ name: MADE });
  });

  it('is none any more where somebody has changed the pack since', async () => {
    const { packId } = await madeAndChanged();
    const pack = await wholePack(database, packId);
    if (pack === undefined) throw new Error('the pack is gone');
    await installPack(database, { ...pack, version: '2.0.0' }, { origin: 'own' });
    expect(await lastChange(database)).toBeNull();
  });

  it('is the last of another pack where only the later one cannot be undone', async () => {
    const { packId } = await madeAndChanged();
    await later();
    const other = await createPack(database, { title: { en: 'Other' } }, [], MADE);
    const pack = await wholePack(database, other.packId);
    if (pack === undefined) throw new Error('the pack is gone');
    await installPack(database, { ...pack, version: '2.0.0' }, { origin: 'own' });
    expect(await lastChange(database)).toMatchObject({ name: CHANGED, packs: [packId] });
  });

  it('is none once it was put away, and can be undone all the same', async () => {
    const { packId, token } = await madeAndChanged();
    await putAway(database, token);
    expect(await lastChange(database)).toBeNull();
    await undo(database, token);
    expect((await database.packs.get(packId))?.flags).toEqual({});
  });
});
