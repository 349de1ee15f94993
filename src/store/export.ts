/** A pack as a file, and what is not in it. */
import { type LeftOut, leftOut } from '../dataset/formats/left-out.ts';
import {
  WRITTEN_FORMATS,
  type WriteOptions,
  type WrittenFormat,
  writeDataset,
} from '../dataset/formats/write.ts';
import type { Pack } from '../dataset/schema.ts';
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
  const pack = await packToExport(database, packId, edits);
  const { text, mediaType } = writeDataset(pack, format, options);
  return new Blob([text], { type: mediaType });
}

/** What of the pack each format leaves out. */
export async function exportLosses(
  database: Database,
  packId: string,
  edits: 'with' | 'without',
): Promise<Record<WrittenFormat, LeftOut[]>> {
  const pack = await packToExport(database, packId, edits);
  const losses = WRITTEN_FORMATS.map((format) => [format, leftOut(pack, format)]);
  // One entry for each format.
  return Object.fromEntries(losses) as Record<WrittenFormat, LeftOut[]>;
}

async function packToExport(database: Database, packId: string, edits: 'with' | 'without'): Promise<Pack> {
  const pack = await wholePack(database, packId, edits);
  if (pack === undefined) throw new SidelightError('pack-gone', 'This pack is not there any more.');
  return pack;
}
