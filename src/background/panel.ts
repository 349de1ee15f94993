/**
 * The side panel, opened by a click in a page. `sidePanel` is Chromium's alone, and the polyfill does not know its type;
 * Firefox opens its sidebar only for a click in a page of its own, so there a page does not offer it.
 */
import { browser } from '@wxt-dev/browser';
import type { EntityKey } from '../matching/types.ts';

const keyOf = (windowId: number) => `panel:${windowId}`;

/** Must be called before anything is awaited: the reader's click counts for so long. */
export async function openPanel(tabId: number, windowId: number, entity: EntityKey): Promise<void> {
  const opened = browser.sidePanel.open({ tabId });
  await browser.storage.session.set({ [keyOf(windowId)]: entity });
  await opened;
}

/** The entity that the panel of a window was opened on: told once. */
export async function takePanelEntity(windowId: number): Promise<EntityKey | null> {
  const key = keyOf(windowId);
  // Only this module writes these keys.
  const entity = (await browser.storage.session.get(key))[key] as EntityKey | undefined;
  if (entity !== undefined) await browser.storage.session.remove(key);
  return entity ?? null;
}
