import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../../src/store/database.ts';
import { createImport } from '../../../src/store/import-run.ts';
import { harbour } from '../../support/packs.ts';

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

it('a file is shown with the SHA-256 of its bytes, and a text with none', async () => {
  const text = JSON.stringify(harbour);
  const read = (source: Blob | string) => createImport(database).read(source, {}, undefined, () => {});
  // With a byte order mark: what counts are the bytes, and not the words.
  const bytes = Buffer.from(`\uFEFF${text}`);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  expect(await read(new Blob([bytes]))).toMatchObject({ ok: true, sha256 });
  expect(await read(text)).not.toHaveProperty('sha256');
});
