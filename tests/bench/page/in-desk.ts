/** Runs in a page of the extension: puts packs of names into its database, as an import would. */
import { openDatabase } from '../../../src/store/database.ts';
import { installPack } from '../../../src/store/packs.ts';
import { packOf } from '../seeded.ts';

export async function install(id: string, names: readonly string[]): Promise<void> {
  const database = await openDatabase();
  await installPack(database, { ...packOf(names), id }, { origin: 'imported' });
  database.close();
}
