import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../../src/store/database.ts';
import { createImport } from '../../../src/store/import-run.ts';

let database: Database;
beforeEach(async () => {
  database = await openDatabase();
});
afterEach(() => database.delete());

/** A file of a gigabyte, which nobody should hold. */
class Huge extends Blob {
  override readonly size = 1_000_000_000;
  override arrayBuffer(): Promise<ArrayBuffer> {
    throw new Error('was read');
  }
}

it('a file that is larger than any pack is refused before it is read', async () => {
  const preview = await createImport(database).read(new Huge(), {}, undefined, () => {});
  expect(preview).toMatchObject({ ok: false, problems: [{ reason: 'too-large' }] });
});
