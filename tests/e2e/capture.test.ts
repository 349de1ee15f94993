/** Words of a page that become a name or a quote of the reader's own. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import type { browser } from 'wxt/browser';
import { quoteForm } from '../../src/dataset/capture.ts';
import { captureKey, parseCapture } from '../../src/messages/capture-draft.ts';
import type { Driver } from './harness/driver.ts';
import { ask } from './harness/extension.ts';
import { choose, fill, importText, openManager, press, wordsOn } from './harness/manager.ts';
import { marks, screenshot } from './harness/page.ts';
import { it } from './harness/suite.ts';

declare const chrome: typeof browser;

const HARBOUR = readFileSync(
  fileURLToPath(new URL('../fixtures/packs/harbour.json', import.meta.url)),
  'utf8',
);

/** Selects as a reader does: from one character of a text of the page to another. */
async function select(page: Page, from: string, to: string): Promise<string> {
  return page.evaluate(
    (first, last) => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const range = new Range();
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const data = node.nodeValue ?? '';
        if (range.collapsed && data.includes(first)) range.setStart(node, data.indexOf(first));
        if (data.includes(last)) range.setEnd(node, data.indexOf(last) + last.length);
      }
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
      return getSelection()?.toString() ?? '';
    },
    from,
    to,
  );
}

/** The same within one element. */
function selectIn(page: Page, place: string, from: string, to: string): Promise<string> {
  return page.$eval(
    place,
    (element, first, last) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      const range = new Range();
      const texts: Text[] = [];
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        if (node instanceof Text) texts.push(node);
      }
      const [start, end] = [
        texts.find(({ data }) => data.includes(first)),
        texts.findLast(({ data }) => data.includes(last)),
      ];
      if (start === undefined || end === undefined) throw new Error('no such words');
      range.setStart(start, start.data.indexOf(first));
      range.setEnd(end, end.data.lastIndexOf(last) + last.length);
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
      return getSelection()?.toString() ?? '';
    },
    from,
    to,
  );
}

/** Clicks the item and goes where the browser was told to open the form. */
async function clickItem(
  { driver, desk, page }: { driver: Driver; desk: Page; page: Page },
  item: string,
  words: string,
): Promise<Page> {
  const forms = () =>
    desk.evaluate(async () => (await chrome.tabs.query({})).filter(({ url }) => url?.includes('#capture/')));
  const before = new Set((await forms()).map(({ id }) => id));
  const opened = async () => (await forms()).find(({ id }) => !before.has(id));
  await driver.clickMenu(page, item, words);
  await expect.poll(opened).toBeDefined();
  const { id, url } = (await opened()) ?? {};
  const form = await openManager(driver, `capture/${url?.split('/').pop()}`);
  await desk.evaluate((tab) => chrome.tabs.remove(tab), id ?? 0);
  await form.waitForSelector('.capture form');
  return form;
}

/** What the fields of the form hold, by their labels. */
function fields(form: Page): Promise<Record<string, string>> {
  return form.$$eval('.capture .field', (all) =>
    Object.fromEntries(
      all.map((field) => {
        const control = field.querySelector('input, textarea, select');
        const isText = control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement;
        const chosen = control instanceof HTMLSelectElement ? control.selectedOptions[0]?.label : undefined;
        return [field.querySelector('label')?.textContent?.trim(), isText ? control.value : (chosen ?? '')];
      }),
    ),
  );
}

describe('words that were selected', () => {
  it('become a quote, to the letter, with page, day and the likely speaker', async ({
    driver,
    desk,
    page,
    server,
  }) => {
    const manager = await openManager(driver, 'import');
    await importText(manager, HARBOUR);
    await manager.close();
    await page.goto(`${server.origin}/capture.html`);
    await expect.poll(() => marks(page)).toContain('Osric Vane');
    const before = await page.evaluate(() => document.documentElement.outerHTML);
    const words = await select(page, 'The water', 'looked.');
    const form = await clickItem({ driver, desk, page }, 'capture:quote', words);
    expect(await fields(form)).toMatchObject({
      Words: 'The water had been cold for weeks before anybody looked.',
      'Who says it': 'Osric Vane',
      'Title of the page': 'Inquiry hears of cold water',
      'What kind of page it is': 'Choose…',
      'Published on': '2024-05-21',
    });
    expect(await wordsOn(form)).toContain('“The water');
    await screenshot(form, `capture-quote-${driver.kind}`);
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);

    await press(form, 'Save');
    await expect.poll(() => wordsOn(form)).toContain('This field is missing.');
    await choose(form, 'What kind of page it is', 'Advocacy: a party, a campaign, a group that takes a side');
    await press(form, 'Save');
    await expect.poll(() => wordsOn(form)).toContain('was saved in');
    const own = (await ask(desk, 'packs', {})).find(({ quotes, bundled }) => quotes === 1 && !bundled);
    expect(own).toMatchObject({ entities: 1, quotes: 1 });
    const cards = await ask(desk, 'describe', { entities: [`${own?.id}/osric-vane`] });
    expect(cards?.[0]?.quotesBy[0]).toMatchObject({
      lang: 'en-GB',
      source: { title: { text: 'Inquiry hears of cold water' }, kind: 'advocacy', date: '2024-05-21' },
    });
    await form.close();
  });

  it('are not dated by the day on which they are read', async ({ driver, desk, page, server }) => {
    await page.goto(`${server.origin}/inline.html`);
    const words = await select(page, 'Navid', 'Afkari');
    const form = await clickItem({ driver, desk, page }, 'capture:quote', words);
    expect((await fields(form))['Published on']).toBe('');
    expect(await wordsOn(form)).toContain('The page states no date');
    await choose(form, 'What kind of page it is', 'News: a newspaper, an agency, a broadcaster');
    await press(form, 'Save');
    await expect.poll(() => wordsOn(form)).toContain('This field is missing.');
    await fill(form, 'Published on', '2019');
    await press(form, 'Save');
    await expect.poll(() => wordsOn(form)).toContain('was saved in');
    await form.close();
  });

  it('become a name that the page shows at once', async ({ driver, desk, page, server }) => {
    await page.goto(`${server.origin}/capture.html`);
    const words = await select(page, 'Quillon', 'Marrowby');
    const form = await clickItem({ driver, desk, page }, 'capture:name', words);
    expect(await fields(form)).toMatchObject({ Name: 'Quillon Marrowby' });
    await press(form, 'Save');
    await expect.poll(() => wordsOn(form)).toContain('Quillon Marrowby was saved in');
    await page.bringToFront();
    await expect.poll(() => marks(page)).toContain('Quillon Marrowby');
    await press(form, 'Undo');
    await page.bringToFront();
    await expect.poll(() => marks(page)).not.toContain('Quillon Marrowby');
    await form.close();
  });

  it('are kept line by line over several paragraphs, with the language of their own', async ({
    driver,
    desk,
    page,
    server,
  }) => {
    await page.goto(`${server.origin}/capture.html`);
    const words = await select(page, 'Mara', 'سرد بود.');
    const form = await clickItem({ driver, desk, page }, 'capture:quote', words);
    expect(await fields(form)).toMatchObject({
      Words: 'Mara Tennick waited outside with Quillon Marrowby.\nآب سرد بود.',
      Language: 'en-GB',
    });
    await fill(form, 'Language', 'f');
    await press(form, 'Save');
    await expect.poll(() => wordsOn(form)).toContain('It is no language tag');
    await form.close();
  });

  it.for([
    ['a part of a word, of which there are many', '#cut', 'ffodi', 'ils'],
    ['two short paragraphs', '#short', 'One short line.', 'Another short line.'],
    ['the second of two that are alike', '#twin', 'They were never told', 'told'],
    ['letters with marks', '#marks', 'آب سرد', 'Núñez'],
    ['hundreds of ideographs', '#long', '灯台守は', '待った。'],
    ['many paragraphs', '#many', 'First of many', 'Last of many'],
  ] as const)(
    'lead back to where they stand: %s',
    async ([, place, from, to], { driver, desk, page, server }) => {
      await page.goto(`${server.origin}/far.html`);
      const selected = await selectIn(page, place, from, to);
      const before = await page.evaluate(() => document.documentElement.outerHTML);
      const form = await clickItem({ driver, desk, page }, 'capture:quote', selected);
      expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
      // It grows to whole words for the link, and for that alone.
      expect(await page.evaluate(() => getSelection()?.toString())).toBe(selected);
      const key = captureKey((await form.evaluate(() => location.hash)).split('/').pop() ?? '');
      const draft = parseCapture((await desk.evaluate((each) => chrome.storage.session.get(each), key))[key]);
      if (draft === undefined) expect.fail('no draft');
      // The server has no https, without which a page has no link.
      const { hash } = new URL(quoteForm({ ...draft.captured, url: 'https://example.org/' }).link);
      await form.close();
      const reader = await driver.newPage();
      await reader.goto(`${server.origin}/far.html${hash}`);
      await expect
        .poll(() =>
          reader.$eval(place, (element) => {
            const { top, bottom } = element.getBoundingClientRect();
            return scrollY > 0 && top < innerHeight && bottom > 0;
          }),
        )
        .toBe(true);
      await reader.close();
    },
  );

  it('have no link where hidden ones stand among them', async ({ driver, desk, page, server }) => {
    await page.goto(`${server.origin}/capture.html`);
    const words = await select(page, 'The water', 'looked.');
    const form = await clickItem({ driver, desk, page }, 'capture:quote', words);
    expect(await wordsOn(form)).toContain('No link could be made that leads to these words');
    await form.close();
  });

  it('propose nobody where the page is not read', async ({ driver, desk, page, server }) => {
    await ask(desk, 'setMode', { site: '127.0.0.1', mode: 'off' });
    await page.goto(`${server.origin}/capture.html`);
    const words = await select(page, 'The water', 'looked.');
    const form = await clickItem({ driver, desk, page }, 'capture:quote', words);
    expect((await fields(form))['Who says it']).toBe('Somebody else');
    await form.close();
    await ask(desk, 'setMode', { site: '127.0.0.1', mode: null });
  });

  it('leave no error behind', async ({ driver, desk: _ }) => {
    expect(await driver.extensionErrors()).toEqual([]);
  });
});
