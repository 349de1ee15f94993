/** How long the reader waits: for a change of mode in open tabs, for the popup's list, for the answer to a key stroke. */
import type { Page } from 'puppeteer-core';
import type { browser } from 'wxt/browser';
import type { Mode } from '../../../src/settings/schema.ts';
import { ask, tabIdOf } from '../../e2e/harness/extension.ts';
import { whenRead } from './busy.ts';
import { type Lab, wait } from './lab.ts';
import { median, type Samples } from './statistics.ts';

/** In a page of the extension. */
declare const chrome: typeof browser;

const TABS = 5;
const NEWS = '/demo-news.html';

export interface RuleChange {
  /** Milliseconds from the order until the last of all tabs shows no mark. */
  off: number;
  /** Milliseconds from the order until the tab in front shows its first mark; others are read when they are shown. */
  on: number;
}

/** Medians over rounds, in five open tabs. */
export async function ruleChange(lab: Lab, rounds: number, samples: Samples): Promise<RuleChange> {
  const tabs: Page[] = [];
  for (let nth = 0; nth < TABS; nth++) {
    const tab = await lab.sidelight.newPage();
    await tab.bringToFront();
    const url = `${lab.server.origin}${NEWS}?${nth}`;
    await tab.goto(url, { waitUntil: 'load' });
    await whenRead(lab, url);
    tabs.push(tab);
  }
  const front = tabs.slice(-1);
  const times: { off: number[]; on: number[] } = { off: [], on: [] };
  for (let round = 0; round < rounds; round++) {
    times.off.push(await untilMarks(lab, tabs, 'off'));
    await wait(200);
    times.on.push(await untilMarks(lab, front, 'marks'));
    // The others are read when they are shown, and must have marks to lose.
    for (const tab of tabs) {
      await tab.bringToFront();
      await tab.waitForFunction(() => CSS.highlights.size > 0);
    }
  }
  for (const tab of tabs) await tab.close();
  samples.add('rule_change/off_ms', ...times.off);
  samples.add('rule_change/on_ms', ...times.on);
  return { off: median(times.off), on: median(times.on) };
}

/** @returns milliseconds until all of these tabs show what the mode says */
async function untilMarks(lab: Lab, tabs: readonly Page[], mode: Mode): Promise<number> {
  const seen = tabs.map((tab) => tab.evaluate(timeOfMarks, mode === 'marks'));
  // The tabs look before the order is given.
  await wait(50);
  const ordered = await lab.desk.evaluate(() => performance.timeOrigin + performance.now());
  await ask(lab.desk, 'setDefaultMode', { mode });
  return Math.max(...(await Promise.all(seen))) - ordered;
}

/** Runs in a page. @returns milliseconds since 1970 */
function timeOfMarks(wanted: boolean): Promise<number> {
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      if (CSS.highlights.size > 0 !== wanted) return;
      clearInterval(timer);
      resolve(performance.timeOrigin + performance.now());
    }, 4);
  });
}

/** @returns milliseconds from the opening of the popup until it has the list of a page that was read */
export async function popupList(lab: Lab, rounds: number, samples: Samples): Promise<number> {
  const url = `${lab.server.origin}${NEWS}`;
  const tab = await lab.sidelight.newPage();
  await tab.bringToFront();
  await tab.goto(url, { waitUntil: 'load' });
  await whenRead(lab, url);
  const tabId = await tabIdOf(lab.desk, url);
  const times: number[] = [];
  const popup = await lab.sidelight.openExtensionPage('popup.html');
  await popup.evaluateOnNewDocument(() => {
    new MutationObserver((_, observer) => {
      if (document.querySelector('.row') === null) return;
      observer.disconnect();
      requestAnimationFrame(() => performance.mark('list'));
    }).observe(document, { childList: true, subtree: true });
  });
  const address = new URL(`?tab=${tabId}`, popup.url()).href;
  for (let round = 0; round < rounds; round++) {
    await popup.goto(address);
    await popup.waitForFunction(() => performance.getEntriesByName('list').length > 0);
    times.push(await popup.evaluate(() => performance.getEntriesByName('list')[0]?.startTime ?? Number.NaN));
  }
  await popup.close();
  await tab.close();
  samples.add('popup_list/ms', ...times);
  return median(times);
}

/** @returns milliseconds for the popup's answer to one more letter of these names, the median and the most */
export async function searchStroke(
  lab: Lab,
  names: readonly string[],
  samples: Samples,
): Promise<{ median: number; most: number }> {
  // Opens the list, which is done once.
  await ask(lab.desk, 'search', { text: 'a', limit: 1 });
  const times: number[] = [];
  for (const name of names) {
    for (let length = 1; length <= name.length; length++) {
      const text = name.slice(0, length);
      times.push(
        await lab.desk.evaluate(
          async (message) => {
            const before = performance.now();
            await chrome.runtime.sendMessage(message);
            return performance.now() - before;
          },
          { name: 'search', request: { text, limit: 50 } },
        ),
      );
    }
  }
  samples.add('search_stroke/ms', ...times);
  return { median: median(times), most: Math.max(...times) };
}
