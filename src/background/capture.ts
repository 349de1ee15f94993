/**
 * "Add as a name" and "Add as a quote": reads the selection in the document that was clicked, under the permission that the
 * click itself gives, and opens the form beside the page. Nothing is written into the page or to the disk.
 */
import { browser } from 'wxt/browser';
import type { Speaker } from '../dataset/capture-form.ts';
import { annotate, entitiesOf } from '../matching/annotate.ts';
import { BLOCK_SEPARATOR, type EntityKey } from '../matching/types.ts';
import { type CaptureDraft, captureKey } from '../messages/capture-draft.ts';
import { parseSelected } from '../messages/parse-selected.ts';
import type { Selected } from '../messages/selected.ts';
import type { Settings } from '../settings/schema.ts';
import { readSettings } from '../settings/store.ts';
import { capturedFrom } from './captured.ts';
import { readDocuments } from './documents.ts';
import type { Library } from './library.ts';
import { modeOf, type Tab } from './mode.ts';
import { nearest } from './nearby.ts';
import { policyOf } from './policy.ts';

/** Of a click in the context menu of a selection, as much as is needed. */
export interface SelectionClick {
  pageUrl?: string | undefined;
  /** Missing in the top frame. */
  frameUrl?: string | undefined;
  frameId?: number | undefined;
  selectionText?: string | undefined;
}

export interface CapturedTab extends Tab {
  title?: string | undefined;
  index?: number | undefined;
  windowId?: number | undefined;
}

export async function capture(
  as: CaptureDraft['as'],
  click: SelectionClick,
  tab: CapturedTab,
  library: Library,
): Promise<void> {
  const { id: tabId, incognito: isPrivate } = tab;
  if (tabId === undefined) return;
  const { frameId = 0, pageUrl, frameUrl, selectionText = '' } = click;
  const url = tab.url ?? pageUrl ?? '';
  const selected = await readIn(tabId, frameId);
  const place = { tabId, frameId, url, isPrivate };
  const speakers = selected === undefined ? [] : await speakersNear(selected, place, library);
  const clicked = {
    selectionText,
    url: frameUrl?.startsWith('http') ? frameUrl : url,
    title: tab.title ?? '',
    today: today(),
  };
  const captured = capturedFrom(clicked, selected, speakers);
  if (captured.exact.trim() === '') return;
  await openForm({ as, captured, ...(isPrivate ? { isPrivate } : {}) }, tab);
}

/** Undefined in a viewer, and in a frame of another site, for which the click gives no permission in Chromium. */
async function readIn(tabId: number, frameId: number): Promise<Selected | undefined> {
  return browser.scripting
    .executeScript({ target: { tabId, frameIds: [frameId] }, files: ['/selection.js'] })
    .then(
      ([answer]) => parseSelected(answer?.result),
      () => undefined,
    );
}

interface FrameInTab {
  tabId: number;
  frameId: number;
  /** Of the top-level page. */
  url: string;
  isPrivate: boolean;
}

/** Only where the page is being read: elsewhere nobody has asked who is mentioned. */
async function speakersNear(
  { blocks, start, end, title }: Selected,
  { tabId, frameId, url, isPrivate }: FrameInTab,
  library: Library,
): Promise<Speaker[]> {
  const settings: Settings = await readSettings({ isPrivate });
  const { mode } = await modeOf({ tabId, url, isPrivate }, settings);
  const read = (await readDocuments(tabId)).find((each) => each.frameId === frameId);
  if (mode === 'off' || read === undefined || blocks.length === 0) return [];
  const index = await library.index();
  const text = blocks.map((block) => block.replaceAll(BLOCK_SEPARATOR, ' ')).join(BLOCK_SEPARATOR);
  const batch = { text, title, url, evidence: read.record.evidence };
  const { mentions } = annotate(index, batch, policyOf(settings, url));
  const maySpeak = (entity: EntityKey) =>
    ['person', 'organization'].includes(entitiesOf(index, [entity]).type);
  const found = nearest(mentions, { text, start, end }, maySpeak);
  const cards = await Promise.all(found.map((key) => library.describe(key)));
  return cards.flatMap((card) => (card === null ? [] : [speakerFrom(card)]));
}

function speakerFrom({
  key,
  type,
  name,
  sameAs,
}: NonNullable<Awaited<ReturnType<Library['describe']>>>): Speaker {
  return {
    name: name.text,
    lang: name.lang,
    type,
    id: key.slice(key.indexOf('/') + 1),
    elsewhere: true,
    ...(sameAs.length === 0 ? {} : { sameAs }),
  };
}

/** By the reader's own clock. */
function today(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

async function openForm(draft: CaptureDraft, { id, windowId, index }: CapturedTab): Promise<void> {
  const name = crypto.randomUUID();
  await browser.storage.session.set({ [captureKey(name)]: draft });
  const url = browser.runtime.getURL(`/options.html#capture/${name}`);
  if (draft.isPrivate) await openOutsidePrivate(url);
  else
    await browser.tabs.create({
      url,
      ...(windowId === undefined ? {} : { windowId }),
      ...(index === undefined ? {} : { index: index + 1 }),
      ...(id === undefined ? {} : { openerTabId: id }),
    });
}

/** Chromium shows no page of ours in a private window, and Firefox shows it there a database of its own. */
async function openOutsidePrivate(url: string): Promise<void> {
  const windows = await browser.windows.getAll({ windowTypes: ['normal'] });
  const windowId = windows.find(({ incognito }) => !incognito)?.id;
  if (windowId === undefined) await browser.windows.create({ url, incognito: false });
  else {
    await browser.tabs.create({ url, windowId });
    await browser.windows.update(windowId, { focused: true });
  }
}
