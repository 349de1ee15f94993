/** A pack as a file. */
import { type WriteOptions, type WrittenFormat, writeDataset } from '../dataset/formats/write.ts';
import { SidelightError } from '../errors.ts';
import type { Database } from './database.ts';
import { wholePack } from './packs.ts';

export async function exportPack(
  database: Database,
  packId: string,
  format: WrittenFormat,
  edits: 'with' | 'without',
  options: WriteOptions = {},
): Promise<Blob> {
  const pack = await wholePack(database, packId, edits);
  if (pack === undefined) throw new SidelightError('pack-gone', 'This pack is not there any more.');
  const { text, mediaType } = writeDataset(pack, format, options);
  return new Blob([text], { type: mediaType });
}
