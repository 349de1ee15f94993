import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parsePack } from '../../../src/dataset/parse.ts';
import type { Pack, Pattern } from '../../../src/dataset/schema.ts';
import { createCatalog } from '../../../src/store/catalog.ts';
import { type Database, openDatabase } from '../../../src/store/database.ts';
import { changeEntries, moveEntities, revertEntries } from '../../../src/store/entries.ts';
import { entityEntry } from '../../../src/store/entry-view.ts';
import { createExplainer } from '../../../src/store/explain.ts';
import type { ChangeName, EntityQuery, EntryChange } from '../../../src/store/manager-api.ts';
import { createPack } from '../../../src/store/pack-admin.ts';
import { editsOf, installPack, wholePack } from '../../../src/store/packs.ts';
import { undo } from '../../../src/store/undo.ts';

const FILE = fileURLToPath(new URL('../../fixtures/packs/harbour.json', import.meta.url));

function harbour(): Pack {
  const parsed = parsePack(readFileSync(FILE, 'utf8'));
  if (!parsed.ok) throw new Error('the fixture is broken');
  return parsed.pack;
}

const NAME: ChangeName = { what: 'saved', name: 'Osric Vane' };

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
    const { packId } = await createPack(database, { title: { en: 'My names' } }, [], NAME);
    await moveEntities(database, [`${id}/${pattern.entity}`], packId, NAME);
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
    const { packId } = await createPack(database, { title: { en: 'My names' } }, [], NAME);
    await moveEntities(database, [`${id}/${handed.speaker}`], packId, NAME);
    await moveEntities(database, [`${id}/other-speaker`], packId, NAME);
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
      const done = await changeEntries(database, pack.id, [{ kind: 'entity', id: 'gone', value }], NAME);
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
    const done = await changeEntries(database, pack.id, [{ kind: 'quote', id: 'long', value }], NAME);
    expect(done).toMatchObject({ ok: false, problems: [{ kind: 'quote', id: 'long', path: 'parts' }] });
    await shown(pack.id);
  });
});

describe('a pattern', () => {
  const FIRE = 'gull-street-fire';
  const FLOOD: Pattern = {
    id: 'p-flood',
    entity: FIRE,
    langs: [],
    window: 4,
    groups: [['flood'], ['quay']],
  };
  const set = (value: Pattern): EntryChange => ({ kind: 'pattern', id: value.id, value });
  const patternsOf = async (packId: string) => (await entityEntry(database, `${packId}/${FIRE}`))?.patterns;
  const EDITED: EntityQuery = {
    text: '',
    types: [],
    packs: [],
    edited: true,
    sort: 'best',
    descending: false,
    langs: ['en'],
  };

  it.each(['own', 'imported'] as const)(
    'is added, changed and deleted in a pack that is %s, each with Undo',
    async (origin) => {
      const { id, patterns } = harbour();
      const [english, persian] = patterns;
      if (english === undefined || persian === undefined) throw new Error('the fixture has no patterns');
      await installPack(database, harbour(), { origin });
      const changes: [EntryChange, Pattern[]][] = [
        [set(FLOOD), [english, persian, FLOOD]],
        [set({ ...english, window: 3 }), [{ ...english, window: 3 }, persian]],
        [{ kind: 'pattern', id: persian.id, value: null }, [english]],
      ];
      for (const [change, expected] of changes) {
        const done = await changeEntries(database, id, [change], NAME);
        expect((await shown(id)).patterns).toEqual(expected);
        // What is deleted over a pack is still listed, as deleted.
        const listed = (await patternsOf(id))?.filter(({ edit }) => edit !== 'deleted');
        expect(listed?.map(({ pattern }) => pattern)).toEqual(expected);
        if (!done.ok) throw new Error('it was not saved');
        await undo(database, done.undo);
        expect(await shown(id)).toEqual(harbour());
      }
    },
  );

  it('lies over a pack that is not the reader’s own: its next version leaves it alone', async () => {
    const pack = harbour();
    await installPack(database, pack, { origin: 'imported' });
    await changeEntries(database, pack.id, [set(FLOOD)], NAME);
    expect(await wholePack(database, pack.id, 'without')).toEqual(pack);
    await installPack(database, { ...pack, version: '99.0.0', patterns: [] }, { origin: 'imported' });
    expect((await shown(pack.id)).patterns).toEqual([FLOOD]);
    await revertEntries(database, pack.id, [{ kind: 'pattern', id: FLOOD.id }], NAME);
    expect((await shown(pack.id)).patterns).toEqual([]);
    expect(await editsOf(database, pack.id)).toEqual([]);
  });

  it('makes its entity one that the reader has changed, in the list and in the editor', async () => {
    const { id } = harbour();
    await installPack(database, harbour(), { origin: 'imported' });
    const fresh = createCatalog(database);
    expect(await fresh.keys(EDITED)).toEqual([]);
    await changeEntries(database, id, [set(FLOOD)], NAME);
    expect(await createCatalog(database).keys(EDITED)).toEqual([`${id}/${FIRE}`]);
    expect((await entityEntry(database, `${id}/${FIRE}`))?.edit).toBe('changed');
  });

  it.each([
    ['refers to an entity that is not there', { entity: 'nobody' }, 'entity'],
    ['names a list of words that is not there', { groups: [['flood'], ['@nowhere']] }, 'groups[1][0]'],
    ['has a group without words', { groups: [['flood'], []] }, 'groups[1]'],
    ['has no room for its words', { window: 0 }, 'window'],
  ])('is refused where it %s, and the field is named', async (_, wrong, path) => {
    const { id } = harbour();
    await installPack(database, harbour(), { origin: 'imported' });
    const done = await changeEntries(database, id, [set({ ...FLOOD, ...wrong })], NAME);
    expect(done).toMatchObject({ ok: false, problems: [{ kind: 'pattern', id: FLOOD.id, path }] });
    expect(await shown(id)).toEqual(harbour());
  });

  it('is saved with the entity that it refers to, where both are new', async () => {
    const { packId } = await createPack(database, { title: { en: 'My names' } }, [], NAME);
    const [entity] = harbour().entities.filter(({ id }) => id === FIRE);
    if (entity === undefined) throw new Error('the fixture has no fire');
    const value = {
      ...entity,
      background: [],
      since: [],
      disputed: [],
      related: [],
      context: [],
      exclude: [],
    };
    const { status: _, sourceRole: __, ...bare } = value;
    const done = await changeEntries(
      database,
      packId,
      [{ kind: 'entity', id: FIRE, value: bare }, set(FLOOD)],
      NAME,
    );
    expect(done).toMatchObject({ ok: true });
    expect((await shown(packId)).patterns).toEqual([FLOOD]);
  });

  it('is tried by the test bench before it is saved, in place of those that are stored', async () => {
    const { id } = harbour();
    await installPack(database, harbour(), { origin: 'imported' });
    const entry = await entityEntry(database, `${id}/${FIRE}`);
    if (entry === undefined) throw new Error('the fixture has no fire');
    const explain = createExplainer(database);
    const ask = async (text: string, patterns: Pattern[]) => {
      const answer = await explain({
        text,
        packs: [id],
        draft: { packId: id, entity: entry.entity, patterns },
      });
      const mine = answer.refusals.filter(({ entity }) => entity === `${id}/${FIRE}`);
      return [
        ...answer.mentions.map(({ start, end }) => answer.text.slice(start, end)),
        ...mine.map(({ because }) => because.rule),
      ];
    };
    expect(await ask('The flood on the quay.', [FLOOD])).toEqual(['flood on the quay']);
    expect(await ask('The flood on the quay.', [])).toEqual([]);
    expect(await ask('The flood came at night and took all of the old quay.', [FLOOD])).toEqual(['apart']);
    const strict = { ...FLOOD, anyNear: { window: 5, words: ['storm'] } };
    expect(await ask('The flood on the quay.', [strict])).toEqual(['no-evidence']);
  });
});
