import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parsePack } from '../../../src/dataset/parse.ts';
import type { Pack } from '../../../src/dataset/schema.ts';
import { type Database, openDatabase } from '../../../src/store/database.ts';
import { changeEntries, moveEntities } from '../../../src/store/entries.ts';
import { createPack } from '../../../src/store/pack-admin.ts';
import { installPack, wholePack } from '../../../src/store/packs.ts';

const FILE = fileURLToPath(new URL('../../fixtures/packs/harbour.json', import.meta.url));

function harbour(): Pack {
  const parsed = parsePack(readFileSync(FILE, 'utf8'));
  if (!parsed.ok) throw new Error('the fixture is broken');
  return parsed.pack;
}

let database: Database;
beforeEach(async () => {
  database = await openDatabase();
});
afterEach(() => database.delete());

async function shown(packId: string): Promise<Pack> {
  const pack = await wholePack(database, packId);
  if (pack === undefined) throw new Error(`there is no pack ${packId}`);
  expect(parsePack(pack)).toMatchObject({ ok: true });
  return pack;
}

describe('moving an entity', () => {
  it('takes its patterns with it, so that it is found as before', async () => {
    const { id, patterns } = harbour();
    const [pattern] = patterns;
    if (pattern === undefined) throw new Error('the fixture has no pattern');
    await installPack(database, harbour(), { origin: 'own' });
    const { packId } = await createPack(database, { title: { en: 'My names' } }, []);
    await moveEntities(database, [`${id}/${pattern.entity}`], packId);
    expect((await shown(packId)).patterns).toEqual(
      patterns.filter(({ entity }) => entity === pattern.entity),
    );
    expect((await shown(id)).patterns).not.toContainEqual(pattern);
  });

  it('keeps who has handed a quote down, once, as somebody nobody looks for', async () => {
    const { id, entities, quotes } = harbour();
    const handed = quotes.find(({ quotedBy }) => quotedBy !== undefined);
    const quoter = entities.find((entity) => entity.id === handed?.quotedBy);
    if (handed === undefined || quoter === undefined) throw new Error('the fixture has no such quote');
    const twin = { ...handed, id: 'twin', speaker: 'other-speaker' };
    const speaker = entities.find((entity) => entity.id === handed.speaker);
    if (speaker === undefined) throw new Error('the fixture has no such speaker');
    const other = { ...speaker, id: 'other-speaker', related: [] };
    const pack = { ...harbour(), entities: [...entities, other], quotes: [...quotes, twin] };
    await installPack(database, pack, { origin: 'imported' });
    const { packId } = await createPack(database, { title: { en: 'My names' } }, []);
    await moveEntities(database, [`${id}/${handed.speaker}`], packId);
    await moveEntities(database, [`${id}/other-speaker`], packId);
    const moved = await shown(packId);
    expect(moved.quotes.filter(({ quotedBy }) => quotedBy === quoter.id).map((quote) => quote.id)).toEqual(
      expect.arrayContaining([handed.id, 'twin']),
    );
    const there = moved.entities.filter(({ name }) => JSON.stringify(name) === JSON.stringify(quoter.name));
    expect(there).toMatchObject([{ id: quoter.id, detect: false, aliases: [] }]);
  });
});

describe('a change of an entry', () => {
  it('is refused under an id that the pack has taken back, where it would not be seen', async () => {
    const pack = harbour();
    const [entity] = pack.entities;
    if (entity === undefined) throw new Error('the fixture is empty');
    const reason = { en: 'An error.' };
    const retracted = [{ kind: 'entity' as const, id: 'gone', reason, date: '2026-01-01' }];
    const value = { ...entity, id: 'gone' };
    for (const origin of ['own', 'imported'] as const) {
      await installPack(database, { ...pack, retracted }, { origin });
      const done = await changeEntries(database, pack.id, [{ kind: 'entity', id: 'gone', value }]);
      expect(done).toMatchObject({ ok: false, problems: [{ kind: 'entity', id: 'gone', path: 'id' }] });
    }
  });

  it('is refused where a quote would be no longer than a part of it', async () => {
    const pack = harbour();
    const [quote] = pack.quotes;
    if (quote === undefined) throw new Error('the fixture has no quote');
    const bare = { ...quote, excerpts: [], sic: [], inserted: [] };
    const words = (exact: string) => [{ exact, start: 0, end: exact.length, prefix: '', suffix: '' }];
    const long = { ...bare, id: 'long', parts: words('The harbour stays open tonight.') };
    const part = { ...bare, id: 'part', containedIn: 'long', parts: words('stays open') };
    await installPack(database, { ...pack, quotes: [long, part] }, { origin: 'own' });
    const value = { ...long, parts: words('The harbou') };
    const done = await changeEntries(database, pack.id, [{ kind: 'quote', id: 'long', value }]);
    expect(done).toMatchObject({ ok: false, problems: [{ kind: 'quote', id: 'long', path: 'parts' }] });
    await shown(pack.id);
  });
});
