/** A pack that the reader has set to quiet only: its mentions are counted, and nothing of it reaches a page. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import type { browser } from 'wxt/browser';
import { ask, openPopup, tabIdOf } from './harness/extension.ts';
import { goTo, importText, openManager, press, wordsOn } from './harness/manager.ts';
import { marks } from './harness/page.ts';
import { it } from './harness/suite.ts';

declare const chrome: typeof browser;

const HARBOUR = readFileSync(
  fileURLToPath(new URL('../fixtures/packs/harbour.json', import.meta.url)),
  'utf8',
);
const SECRET = 'Osric Vane';
const OPEN = 'Ebrahim Raisi';

/** Turns the switch of the pack, as a reader does. */
async function setQuietOnly(manager: Page): Promise<void> {
  await manager.bringToFront();
  await goTo(manager, 'packs');
  const pack = await manager.waitForSelector('li:has(a[href="#entities/harbour"])');
  await pack?.$$eval('button', (buttons) =>
    buttons.find((each) => each.innerText.trim() === 'Settings')?.click(),
  );
  await manager.waitForSelector('form.panel');
  await manager.$$eval('form.panel label', (labels) =>
    labels.find((label) => label.innerText.startsWith('Quiet only'))?.click(),
  );
  await press(manager, 'Save');
  await expect.poll(() => wordsOn(manager)).toContain('Quiet only');
  await manager.waitForFunction(() => document.querySelector('form.panel') === null);
}

/** What the background tells a script in the page, and so the process of the page, of these words. */
function toldToPage(desk: Page, tabId: number, text: string, entity: string): Promise<string> {
  return desk.evaluate(
    async (tab, words, key) => {
      const [answer] = await chrome.scripting.executeScript({
        target: { tabId: tab },
        args: [words, key],
        func: async (sent: string, asked: string) => {
          const document = 'h0123456789abcdef';
          const request = { document, blocks: [1], asides: [], gone: [], text: sent, title: '' };
          const told = [
            await chrome.runtime.sendMessage({ name: 'annotate', request }),
            await chrome.runtime.sendMessage({ name: 'describe', request: { document, entities: [asked] } }),
          ];
          return JSON.stringify(told);
        },
      });
      return String(answer?.result);
    },
    tabId,
    text,
    entity,
  );
}

describe('a pack that is quiet only', () => {
  it('is counted, and leaves the pages that it was marked on', async ({ driver, desk, page, server }) => {
    const manager = await openManager(driver, 'import');
    await importText(manager, HARBOUR);
    await page.goto(`${server.origin}/plain.html`);
    await page.bringToFront();
    const text = `${SECRET} of Port Ellery met ${OPEN}.`;
    await page.evaluate((words) => document.body.append(words), text);
    await expect.poll(() => marks(page)).toEqual([SECRET, OPEN]);
    const tabId = await tabIdOf(desk, page.url());
    const told = () => toldToPage(desk, tabId, text, 'harbour/osric-vane');
    expect(await told()).toContain('harbour/osric-vane');

    await setQuietOnly(manager);
    await page.bringToFront();
    await expect.poll(() => marks(page)).toEqual([OPEN]);
    const { mentions } = await ask(desk, 'tabState', { tabId });
    expect(mentions.map(({ name }) => name)).toEqual(expect.arrayContaining([SECRET, OPEN]));
    // A jump paints what is marked, and scrolls to what is not, after a word of warning.
    const jump = (entity: string) => ask(desk, 'jump', { tabId, entity, direction: 1 });
    expect(await jump('uk-conference-2020/ebrahim-raisi')).toEqual({ position: 1, of: 1 });
    await expect.poll(() => marks(page)).toEqual([OPEN, OPEN]);
    await expect.poll(() => marks(page)).toEqual([OPEN]);
    expect(await jump('harbour/osric-vane')).toEqual({ position: 1, of: 1 });
    expect(await marks(page)).toEqual([OPEN]);
    const popup = await openPopup(driver, desk, page);
    await popup.locator(`[aria-label="Next mention of ${SECRET}"]`).click();
    await popup.waitForSelector('.jump-warning');
    await popup.close();

    expect(await told()).not.toMatch(/harbour|Osric/u);
    expect(await told()).toContain(OPEN);
    await manager.close();
  });
});
