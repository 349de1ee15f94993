/** The extension's own pages, and what they may ask of the background. */
import type { Page } from 'puppeteer-core';
import type { browser } from 'wxt/browser';
import type { UiRequestName, UiRequests } from '../../../src/messages/ui.ts';
import type { Driver } from './driver.ts';

/** In a page of the extension; Firefox has it under this name too. */
declare const chrome: typeof browser;

/** Any page of the extension that does nothing by itself to a tab. */
const DESK = 'popup.html';

/** Asks the background from a page of the extension, as the popup does. */
export async function ask<Name extends UiRequestName>(
  desk: Page,
  name: Name,
  request: UiRequests[Name]['request'],
): Promise<UiRequests[Name]['answer']> {
  return desk.evaluate((message) => chrome.runtime.sendMessage(message), { name, request });
}

/** @returns the browser's number of the tab that shows this address */
export async function tabIdOf(desk: Page, url: string): Promise<number> {
  const ids = await desk.evaluate(
    async (wanted) => (await chrome.tabs.query({})).filter((tab) => tab.url === wanted).map((tab) => tab.id),
    url,
  );
  const [id] = ids;
  if (id === undefined) throw new Error(`no tab shows ${url}`);
  return id;
}

/** Goes to the next or previous mention: what the background does when the shortcut is pressed: the browser itself hands no shortcut to a test. */
export async function step(desk: Page, url: string, direction: 1 | -1): Promise<void> {
  const tabId = await tabIdOf(desk, url);
  await desk.evaluate(
    (tab, way) => chrome.tabs.sendMessage(tab, { order: 'step', direction: way }, { frameId: 0 }),
    tabId,
    direction,
  );
}

/** Opens a page of the extension once the bundled pack is installed and the script for pages is registered. */
export async function openDesk(driver: Driver): Promise<Page> {
  const desk = await driver.openExtensionPage(DESK);
  await desk.waitForFunction(
    async () => {
      const [packs, scripts] = await Promise.all([
        chrome.runtime.sendMessage({ name: 'packs', request: {} }),
        chrome.scripting.getRegisteredContentScripts(),
      ]);
      return packs?.length > 0 && scripts.length > 0;
    },
    { polling: 100 },
  );
  return desk;
}

/** Opens the popup as a page, speaking of the tab that shows `page`. */
export async function openPopup(driver: Driver, desk: Page, page: Page): Promise<Page> {
  const popup = await driver.openExtensionPage(`popup.html?tab=${await tabIdOf(desk, page.url())}`);
  await popup.setViewport({ width: 364, height: 600 });
  await popup.waitForSelector('[value=off]');
  return popup;
}
