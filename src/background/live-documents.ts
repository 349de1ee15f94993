/** The records of documents whose script is at work. Of a page that was left, the record may still be there. */
import type { Mode } from '../settings/schema.ts';
import { type FrameRecord, readDocuments } from './documents.ts';
import { tell } from './tabs.ts';

/** @param mode of the tab: telling the script what it does already changes nothing */
export async function liveDocuments(tabId: number, mode: Mode): Promise<FrameRecord[]> {
  const documents = await readDocuments(tabId);
  if (documents.length === 0) return [];
  return (await tell(tabId, { order: 'mode', mode }, { frameId: 0 })) ? documents : [];
}
