/** Windows as the reader opens them, and the pages in their tabs. */
import type { Page } from 'puppeteer-core';
import type { browser } from 'wxt/browser';
import type { Driver } from './driver.ts';

/** In a page of the extension; Firefox has it under this name too. */
declare const chrome: typeof browser;

export interface OpenTab {
  page: Page;
  /** The browser's number of it. */
  tabId: number;
}

export interface OpenWindow {
  /** In the order of their addresses, loaded. */
  tabs: OpenTab[];
  close(): Promise<void>;
}

/** @param urls each of which no other tab shows */
export async function openWindow(
  { browser }: Driver,
  desk: Page,
  urls: readonly string[],
  { isPrivate = false } = {},
): Promise<OpenWindow> {
  const opened = await desk.evaluate(
    async (url, incognito) => {
      const created = await chrome.windows.create({ url, incognito });
      return { id: created?.id ?? -1, tabIds: created?.tabs?.map(({ id }) => id ?? -1) ?? [] };
    },
    [...urls],
    isPrivate,
  );
  const tabs = urls.map(async (url, at) => {
    const target = await browser.waitForTarget((each) => each.type() === 'page' && each.url() === url);
    const page = await target.page();
    const tabId = opened.tabIds[at];
    if (page === null || tabId === undefined) throw new Error(`no tab shows ${url}`);
    await page.waitForFunction(
      (wanted) => location.href === wanted && document.readyState === 'complete',
      { polling: 50 },
      url,
    );
    return { page, tabId };
  });
  return {
    tabs: await Promise.all(tabs),
    close: () => desk.evaluate((windowId) => chrome.windows.remove(windowId), opened.id),
  };
}
