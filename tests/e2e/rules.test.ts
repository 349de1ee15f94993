import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import type { browser } from 'wxt/browser';
import { ask, tabIdOf } from './harness/extension.ts';
import { marks } from './harness/page.ts';
import { expectRulesToAct } from './harness/rules.ts';
import { it } from './harness/suite.ts';

declare const chrome: typeof browser;

const NAME = 'Ebrahim Raisi';
describe('rules, in two windows with five tabs', () => {
  it('each hold for their sites, are followed at once and without a reload, and survive the background', ({
    desk,
    driver,
    server,
  }) => expectRulesToAct(desk, driver, server));

  it('reach a page within the time that is reported', async ({ desk, page, server }) => {
    await page.goto(`${server.origin}/inline.html`);
    await expect.poll(() => marks(page)).toContain(NAME);
    const took: Record<string, number[]> = { off: [], marks: [] };
    for (let round = 0; round < 5; round++) {
      for (const mode of ['off', 'marks'] as const) {
        const reached = page.evaluate(async (wanted) => {
          while ((CSS.highlights.size === 0) !== (wanted === 'off')) await new Promise(requestAnimationFrame);
          return Date.now();
        }, mode);
        const start = Date.now();
        await ask(desk, 'setMode', { site: '127.0.0.1', mode });
        took[mode]?.push((await reached) - start);
      }
    }
    console.info(`A change of mode reached a page after (ms): ${JSON.stringify(took)}`);
    await ask(desk, 'setMode', { site: '127.0.0.1', mode: null });
  });
});

describe('many writes at once', () => {
  // Opening twenty pages of the extension is what takes its time.
  it('lose nothing: twenty tabs at the same time', { timeout: 180_000 }, async ({
    desk,
    driver,
    page,
    server,
  }) => {
    await page.goto(`${server.origin}/inline.html`);
    const sites = Array.from({ length: 20 }, (_, number) => `site-${number}.example`);
    const tabs: Page[] = [];
    for (const _ of sites) tabs.push(await driver.openExtensionPage('options.html'));
    await Promise.all(
      tabs.map(async (tab, number) => {
        const site = sites[number] ?? '';
        await Promise.all([
          ask(tab, 'setMode', { site, mode: 'quiet' }),
          ask(tab, 'mute', { entity: `pack/person-${number}`, on: true }),
          ask(tab, 'refuse', { site, entity: `pack/person-${number}`, on: true }),
        ]);
      }),
    );
    const { rules, muted, refused } = await ask(desk, 'choices', {});
    expect(rules.map(({ site }) => site).sort()).toEqual([...sites].sort());
    expect(muted).toHaveLength(20);
    expect(refused).toHaveLength(20);
    await ask(desk, 'setRules', { rules: sites.map((site) => ({ site, mode: null })) });
    await Promise.all(tabs.map((tab) => tab.close()));
  });
});

describe('the number on the toolbar button', () => {
  const badge = (desk: Page, tabId: number) =>
    desk.evaluate(
      async (tab) => ({
        text: await chrome.action.getBadgeText({ tabId: tab }),
        colour: (await chrome.action.getBadgeBackgroundColor({ tabId: tab })).slice(0, 3),
      }),
      tabId,
    );

  /** The bundled pack is sensitive, and so never counted. */
  const callSensitive = async (desk: Page, sensitive: boolean) => {
    await desk.evaluate(async (said) => {
      const done = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const database = await done(indexedDB.open('sidelight'));
      const packs = database.transaction('packs', 'readwrite').objectStore('packs');
      for (const head of await done(packs.getAll())) await done(packs.put({ ...head, sensitive: said }));
      database.close();
    }, sensitive);
    await ask(desk, 'packsChanged', {});
  };

  it('counts entities, but none of a sensitive pack; says the mode by its colour, and can be switched off', async ({
    desk,
    page,
    server,
  }) => {
    await page.goto(`${server.origin}/inline.html`);
    const tabId = await tabIdOf(desk, page.url());
    await expect.poll(() => marks(page)).toContain(NAME);
    expect((await badge(desk, tabId)).text).toBe('');
    await callSensitive(desk, false);
    const count = async () => String((await ask(desk, 'tabState', { tabId })).mentions.length);
    await expect.poll(async () => (await badge(desk, tabId)).text).toMatch(/^\d+$/u);
    await expect.poll(async () => (await badge(desk, tabId)).text).toBe(await count());
    const { colour } = await badge(desk, tabId);

    await ask(desk, 'setMode', { site: '127.0.0.1', mode: 'quiet' });
    await expect.poll(async () => (await badge(desk, tabId)).colour).not.toEqual(colour);
    expect((await badge(desk, tabId)).text).toBe(await count());

    await ask(desk, 'setBadge', { on: false });
    await expect.poll(async () => (await badge(desk, tabId)).text).toBe('');
    await ask(desk, 'setBadge', { on: true });
    await expect.poll(async () => (await badge(desk, tabId)).text).toBe(await count());

    await ask(desk, 'setMode', { site: '127.0.0.1', mode: 'off' });
    await expect.poll(async () => (await badge(desk, tabId)).text).toBe('');
    await ask(desk, 'setMode', { site: '127.0.0.1', mode: null });
    await callSensitive(desk, true);
  });
});

describe('a page that is read once', () => {
  it('is read in the reading mode until it is left, and never against a rule', async ({
    desk,
    page,
    server,
  }) => {
    await ask(desk, 'setDefaultMode', { mode: 'off' });
    await page.goto(`${server.origin}/inline.html`);
    const tabId = await tabIdOf(desk, page.url());
    await expect.poll(async () => (await ask(desk, 'tabState', { tabId })).unread).toBe('off');

    expect(await ask(desk, 'readOnce', { tabId })).toBe(true);
    await expect.poll(() => marks(page)).toContain(NAME);
    expect(await ask(desk, 'tabState', { tabId })).toMatchObject({ mode: 'marks', by: 'once' });

    await page.goto(`${server.origin}/rtl.html`);
    await expect
      .poll(() => ask(desk, 'tabState', { tabId }))
      .toMatchObject({ mode: 'off', by: 'default', unread: 'off', mentions: [] });
    expect(await marks(page)).toEqual([]);

    await ask(desk, 'pause', { until: 'resumed' });
    expect(await ask(desk, 'readOnce', { tabId })).toBe(false);
    await ask(desk, 'pause', { until: null });
    await ask(desk, 'setMode', { site: '127.0.0.1', mode: 'off' });
    expect(await ask(desk, 'readOnce', { tabId })).toBe(false);
    expect(await marks(page)).toEqual([]);
    await ask(desk, 'setMode', { site: '127.0.0.1', mode: null });
    await ask(desk, 'setDefaultMode', { mode: 'marks' });
  });
});
