import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Dexie from 'dexie';
import { expect, it } from 'vitest';
import { parsePack } from '../../../src/dataset/parse.ts';
import { DATABASE_NAME, openDatabase } from '../../../src/store/database.ts';
import { entityEntry } from '../../../src/store/entry-view.ts';
import { wholePack } from '../../../src/store/packs.ts';
import { rowsOf } from '../../../src/store/rows.ts';
import { lastChange } from '../../../src/store/undo.ts';

const FILE = fileURLToPath(new URL('../../fixtures/packs/harbour.json', import.meta.url));

/** The tables of version 2, with a pack as it wrote them. */
async function writeSecondVersion(text: string) {
  const parsed = parsePack(text);
  if (!parsed.ok) throw new Error('the fixture is broken');
  const { pack } = parsed;
  const database = new Dexie(DATABASE_NAME);
  database.version(2).stores({
    packs: 'id',
    frames: 'pack',
    entities: '[pack+id], [pack+at]',
    quotes: '[pack+id], [pack+at], [pack+speaker], *about',
    sources: '[pack+id], [pack+at]',
    references: '[pack+id], [pack+at]',
    edits: '[pack+kind+id], *about',
    index: 'key',
    undo: 'id, at',
    undoParts: '[undo+n]',
    pending: 'key',
  });
  const { head, frame, patterns: _, ...tables } = rowsOf(pack, { origin: 'imported' });
  await database.table('packs').add(head);
  await database.table('frames').add({ ...frame, patterns: pack.patterns });
  for (const [name, rows] of Object.entries(tables)) await database.table(name).bulkAdd(rows);
  await database
    .table('undo')
    .add({ id: 'u', at: 1, kind: 'import', after: { [pack.id]: head.stamp }, rows: 0 });
  database.close();
  return pack;
}

it('a database whose patterns were one value has each of them in a row, and forgets what Undo kept in the old form', async () => {
  const pack = await writeSecondVersion(readFileSync(FILE, 'utf8'));
  const database = await openDatabase();
  expect(await wholePack(database, pack.id)).toEqual(pack);
  const [pattern] = pack.patterns;
  const entry = await entityEntry(database, `${pack.id}/${pattern?.entity}`);
  expect(entry?.patterns.map(({ pattern: { id } }) => id)).toEqual(pack.patterns.map(({ id }) => id));
  expect(await lastChange(database)).toBeNull();
  await database.delete();
});
