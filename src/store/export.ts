/** A pack as a file. */
import { SidelightError } from '../errors.ts';
import type { Database } from './database.ts';
import type { ExportFormat } from './manager-api.ts';
import { wholePack } from './packs.ts';

export async function exportPack(
  database: Database,
  packId: string,
  format: ExportFormat,
  edits: 'with' | 'without',
): Promise<Blob> {
  const pack = await wholePack(database, packId, edits);
  if (pack === undefined) throw new SidelightError('refused', 'This pack is not there any more.');
  if (format !== 'pack') throw new SidelightError('refused', `A pack cannot be written as "${format}" yet.`);
  return new Blob([JSON.stringify(pack, null, 2), '\n'], { type: 'application/json' });
}
