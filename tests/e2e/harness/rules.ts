/**
 * Each rule acts, at once and without a reload, in two windows with five tabs, while the background is stopped between the
 * steps: in the end-to-end build, and in the one that readers get once they have given the permission.
 */
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import type { browser } from 'wxt/browser';
import type { TabState } from '../../../src/messages/ui.ts';
import type { Driver } from './driver.ts';
import { ask } from './extension.ts';
import type { FixtureServer } from './server.ts';
import { type OpenTab, openWindow } from './windows.ts';

declare const chrome: typeof browser;

/** Ten times what a change may take. */
const DEADLINE = { timeout: 2_000, interval: 20 };

type Seen = Pick<TabState, 'site' | 'mode' | 'by'> & Partial<Pick<TabState, 'rule' | 'unread'>>;

/** What the popup would say of each tab, without the mentions. */
async function seen(desk: Page, tabs: readonly OpenTab[]): Promise<Seen[]> {
  return Promise.all(
    tabs.map(async ({ tabId }) => {
      const { site, mode, by, rule, unread } = await ask(desk, 'tabState', { tabId });
      return { site, mode, by, ...(rule && { rule }), ...(unread && { unread }) };
    }),
  );
}

/** A page is read when it is in front. */
async function expectMarks(tabs: readonly OpenTab[], seen: readonly { mode: string }[]): Promise<void> {
  for (const [at, { page }] of tabs.entries()) {
    await page.bringToFront();
    const isMarked = () => page.evaluate(() => CSS.highlights.size > 0);
    await expect.poll(isMarked).toBe(seen[at]?.mode === 'marks');
  }
}

/** @param desk while marks are shown on all sites, and no rule is there */
export async function expectRulesToAct(desk: Page, driver: Driver, server: FixtureServer): Promise<void> {
  const at = (host: string, page: string) => `http://${host}:${server.port}/${page}`;
  const urls = [
    at('127.0.0.1', 'inline.html'),
    at('127.0.0.1', 'inline.html?2'),
    at('localhost', 'inline.html'),
    at('app.localhost', 'inline.html'),
    at('news.app.localhost', 'inline.html'),
  ];
  // Opened before anything was chosen.
  const windows = [
    await openWindow(driver, desk, urls.slice(0, 3)),
    await openWindow(driver, desk, urls.slice(3)),
  ];
  const tabs = windows.flatMap((window) => window.tabs);
  const state = () => seen(desk, tabs);
  const site = (host: string) => ({ site: host, mode: 'marks', by: 'default' });
  const byDefault = ['127.0.0.1', '127.0.0.1', 'localhost', 'app.localhost', 'news.app.localhost'].map(site);
  await expect.poll(state).toEqual(byDefault);
  await expectMarks(tabs, byDefault);

  await ask(desk, 'setMode', { site: 'localhost', mode: 'quiet' });
  const quiet = { mode: 'quiet', by: 'rule', rule: 'localhost' };
  const underLocalhost = byDefault.map((tab, index) => (index < 2 ? tab : { ...tab, ...quiet }));
  await expect.poll(state, DEADLINE).toEqual(underLocalhost);

  await driver.stopBackground();
  await ask(desk, 'setMode', { site: 'app.localhost', mode: 'off' });
  const off = { mode: 'off', by: 'rule', rule: 'app.localhost', unread: 'off' };
  const underThree = underLocalhost.map((tab, index) => (index < 3 ? tab : { ...tab, ...off }));
  await expect.poll(state, DEADLINE).toEqual(underThree);
  await expectMarks(tabs, underThree);

  await driver.stopBackground();
  await ask(desk, 'setDefaultMode', { mode: 'off' });
  const allowList = underThree.map((tab) =>
    tab.by === 'default' ? { ...tab, mode: 'off', unread: 'off' } : tab,
  );
  await expect.poll(state, DEADLINE).toEqual(allowList);

  await driver.stopBackground();
  await ask(desk, 'setDefaultMode', { mode: 'marks' });
  await expect.poll(state, DEADLINE).toEqual(underThree);

  await ask(desk, 'pause', { until: 'resumed' });
  await expect.poll(state, DEADLINE).toEqual(underThree.map((tab) => ({ ...tab, unread: 'paused' })));
  expect(await registered(desk)).toEqual([]);

  await driver.stopBackground();
  await ask(desk, 'pause', { until: null });
  await expect.poll(state, DEADLINE).toEqual(underThree);
  expect(await registered(desk)).toEqual([['<all_urls>']]);

  await ask(desk, 'setRules', {
    rules: [
      { site: 'localhost', mode: null },
      { site: 'app.localhost', mode: null },
    ],
  });
  await expect.poll(state, DEADLINE).toEqual(byDefault);
  await expectMarks(tabs, byDefault);
  for (const window of windows) await window.close();
}

/** The patterns for which the page's script is registered. */
function registered(desk: Page): Promise<(string[] | undefined)[]> {
  return desk.evaluate(async () =>
    (await chrome.scripting.getRegisteredContentScripts()).map(({ matches }) => matches),
  );
}
