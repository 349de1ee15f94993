/**
 * In which order a page shows what it mentions. Only the page knows: what is read again has a new number. It is asked when
 * somebody looks, so that pages pay nothing for it at any other time.
 */
import { browser } from 'wxt/browser';
import { parseSequence } from '../messages/gate.ts';
import { askSequence } from '../messages/send.ts';
import { type FrameRecord, readDocuments } from './documents.ts';
import { orSilent } from './tabs.ts';

/** The records of a tab's documents, each in the order of its page, or, of one that does not answer, as it was read. */
export async function readInOrder(tabId: number): Promise<FrameRecord[]> {
  return Promise.all((await readDocuments(tabId)).map((document) => inOrder(tabId, document)));
}

async function inOrder(tabId: number, document: FrameRecord): Promise<FrameRecord> {
  const { frameId, record } = document;
  if (Object.keys(record.blocks).length < 2) return document;
  const answer = await orSilent(askSequence(browser.tabs, tabId, record.document, frameId));
  return { ...document, sequence: parseSequence(answer) };
}
