/**
 * A page's process that was taken over sends whatever it likes in the name of our script. These tests do the same: what
 * `executeScript` puts beside that script has its means and no others. 2,000 messages with every run, 100,000 with
 * `SIDELIGHT_LONG=1`.
 */
import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import type { browser } from 'wxt/browser';
import { forgedMessages, type Known, namesForUi } from './forged/messages.ts';
import { databaseRows } from './harness/database.ts';
import { ask, tabIdOf } from './harness/extension.ts';
import { HARBOUR, importText, openManager } from './harness/manager.ts';
import { marks } from './harness/page.ts';
import { it } from './harness/suite.ts';

declare const chrome: typeof browser;

const COUNT = process.env.SIDELIGHT_LONG === undefined ? 2_000 : 100_000;
const AT_ONCE = 100;
const SEED = 20_261_123;

const PACK = 'uk-conference-2020';
const OWN_SITE = '127.0.0.1';
const KNOWN: Omit<Known, 'document'> = {
  mentioned: [`${PACK}/ebrahim-raisi`, `${PACK}/maryam-rajavi`],
  others: [`${PACK}/bob-blackman`, ...HARBOUR.entities.map(({ id }) => `harbour/${id}`)],
  texts: ['Ebrahim Raisi met Maryam Rajavi.', 'Maryam Rajavi spoke.\u2029Ebrahim Raisi did not.'],
};
/** Words of the pack that no page mentions. */
const SECRET = /harbour\/|Osric|Port Ellery/u;

interface Sent {
  /** Names of messages that were answered. */
  answered: Record<string, number>;
  refused: number;
  /** Answers that hold words of a pack that the page does not mention. */
  told: string[];
}

/** Sends messages from the world of our script, one after the other, and tells what came back. */
async function send(desk: Page, tabId: number, messages: readonly string[]): Promise<Sent> {
  const sent = await desk.evaluate(
    async (tab, texts, secret) => {
      const [outcome] = await chrome.scripting.executeScript({
        target: { tabId: tab },
        args: [texts, secret],
        func: async (all: string[], words: string) => {
          const answered: Record<string, number> = {};
          const told: string[] = [];
          let refused = 0;
          for (const text of all) {
            const message = JSON.parse(text);
            try {
              const answer = JSON.stringify(await chrome.runtime.sendMessage(message)) ?? '';
              answered[message?.name] = (answered[message?.name] ?? 0) + 1;
              if (new RegExp(words, 'u').test(answer)) told.push(`${text} -> ${answer.slice(0, 200)}`);
            } catch {
              refused += 1;
            }
          }
          return JSON.stringify({ answered, refused, told });
        },
      });
      return String(outcome?.result);
    },
    tabId,
    [...messages],
    SECRET.source,
  );
  return JSON.parse(sent);
}

const stored = (desk: Page): Promise<Record<string, unknown>> =>
  desk.evaluate(() => chrome.storage.local.get(null));

/** What else a message could reach: packs, permissions, tabs. */
async function everythingElse(desk: Page): Promise<unknown> {
  const browserState = await desk.evaluate(async () => ({
    permissions: await chrome.permissions.getAll(),
    tabs: (await chrome.tabs.query({})).map(({ url }) => url),
  }));
  return { rows: await databaseRows(desk), ...browserState };
}

/** The name that our script gave the document: its process knows it. */
const nameOfDocument = (page: Page): Promise<string> =>
  page.evaluate(() => [...CSS.highlights.keys()][0]?.split('-')[0] ?? '');

describe('messages of a page’s process that was taken over', () => {
  it(`change nothing but three settings, and list nothing: ${COUNT}`, {
    timeout: COUNT * 30 + 60_000,
  }, async ({ desk, driver, page, server }) => {
    const manager = await openManager(driver, 'import');
    await importText(manager, JSON.stringify(HARBOUR));
    await manager.close();
    // What the reader has chosen, and no page may take away.
    await ask(desk, 'setMode', { site: 'kept.example', mode: 'quiet' });
    await ask(desk, 'mute', { entity: `${PACK}/bob-blackman`, on: true });
    await ask(desk, 'refuse', { site: 'kept.example', entity: `${PACK}/ebrahim-raisi`, on: true });
    await page.goto(`${server.origin}/inline.html`);
    await expect.poll(() => marks(page)).toContain('Ebrahim Raisi');
    const tabId = await tabIdOf(desk, page.url());
    const before = { stored: await stored(desk), rest: await everythingElse(desk) };

    // The three do what they are for, and back.
    const ofDocument = await nameOfDocument(page);
    const write = (kind: string, on: boolean) =>
      JSON.stringify({
        name: 'write',
        request: {
          document: ofDocument,
          write: { kind, on, ...(kind === 'siteOff' ? {} : { entity: KNOWN.mentioned[0] }) },
        },
      });
    await send(desk, tabId, [write('mute', true), write('notThisPerson', true), write('siteOff', true)]);
    expect(await stored(desk)).toEqual({
      ...before.stored,
      [`muted:${KNOWN.mentioned[0]}`]: true,
      [`refused:${OWN_SITE} ${KNOWN.mentioned[0]}`]: true,
      [`site:${OWN_SITE}`]: 'off',
    });
    await send(desk, tabId, [write('mute', false), write('notThisPerson', false), write('siteOff', false)]);
    expect(await stored(desk)).toEqual(before.stored);
    await expect.poll(() => marks(page)).toContain('Ebrahim Raisi');

    const known: Known = { ...KNOWN, document: await nameOfDocument(page) };
    const messages = forgedMessages(known, COUNT, SEED);
    const answered: Record<string, number> = {};
    const changed = new Set<string>();
    let refused = 0;
    for (let at = 0; at < messages.length; at += AT_ONCE) {
      const sent = await send(desk, tabId, messages.slice(at, at + AT_ONCE));
      for (const [name, count] of Object.entries(sent.answered)) {
        answered[name] = (answered[name] ?? 0) + count;
      }
      refused += sent.refused;
      expect(sent.told).toEqual([]);
      const now = await stored(desk);
      for (const key of new Set([...Object.keys(now), ...Object.keys(before.stored)])) {
        if (now[key] !== before.stored[key]) changed.add(key);
      }
    }
    console.info(`${COUNT} messages: ${refused} refused, ${JSON.stringify(answered)} answered`);
    expect(Object.keys(answered)).toEqual(expect.arrayContaining(['annotate', 'describe', 'write', 'style']));
    expect(Object.keys(answered)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(new RegExp(`^(${namesForUi(known).join('|')})$`, 'u'))]),
    );
    expect(await everythingElse(desk)).toEqual(before.rest);

    // Three kinds of settings, of what the page itself mentions.
    const entity = `(${KNOWN.mentioned.join('|')})`;
    const mayChange = new RegExp(`^(site:${OWN_SITE}|muted:${entity}|refused:${OWN_SITE} ${entity})$`, 'u');
    expect([...changed].filter((key) => !mayChange.test(key))).toEqual([]);

    // Each is in the reader's lists, from where it is taken back.
    const { rules, muted, refused: notThese } = await ask(desk, 'choices', {});
    await ask(desk, 'setRules', {
      rules: rules.filter(({ site }) => site === OWN_SITE).map(({ site }) => ({ site, mode: null })),
    });
    for (const { entity: key } of muted) {
      if (changed.has(`muted:${key}`)) await ask(desk, 'mute', { entity: key, on: false });
    }
    for (const { site, entity: key } of notThese) {
      if (site === OWN_SITE) await ask(desk, 'refuse', { site, entity: key, on: false });
    }
    expect(await stored(desk)).toEqual(before.stored);
    await page.goto(`${server.origin}/inline.html`);
    await expect.poll(() => marks(page)).toEqual(expect.arrayContaining(['Ebrahim Raisi', 'Maryam Rajavi']));
  });
});
