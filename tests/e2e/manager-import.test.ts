/** Imports on the options page: where a pack may come from, what is seen before it is written, and what a reader agrees to. */
import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import type { browser } from 'wxt/browser';
import type { Pack } from '../../src/dataset/schema.ts';
import { largePackText } from '../support/large-pack.ts';
import { ask, openPopup, tabIdOf } from './harness/extension.ts';
import {
  choose,
  chooseFile,
  goTo,
  harbour,
  importText,
  openManager,
  paste,
  press,
  previewImport,
  wordsOn,
} from './harness/manager.ts';
import { it } from './harness/suite.ts';

/** In a page of the extension; Firefox has it under this name too. */
declare const chrome: typeof browser;

/** Drops files on the page, or words without any. @returns whether the browser would do with them what it does by itself */
function drop(page: Page, files: Record<string, string>): Promise<boolean> {
  return page.evaluate((texts) => {
    const dataTransfer = new DataTransfer();
    for (const [name, text] of Object.entries(texts)) dataTransfer.items.add(new File([text], name));
    if (dataTransfer.items.length === 0) dataTransfer.setData('text/plain', 'words');
    const event = () => new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true });
    const main = document.querySelector('main');
    main?.dispatchEvent(new DragEvent('dragover', { dataTransfer, bubbles: true, cancelable: true }));
    return main?.dispatchEvent(event()) ?? true;
  }, files);
}

const canWrite = (page: Page) =>
  page.$eval('.preview .main', (button) => button instanceof HTMLButtonElement && !button.disabled);

describe('a pack in the tab in front', () => {
  it('is read as soon as the reader chooses Import in the popup', async ({ desk, driver, page, server }) => {
    await page.goto(`${server.origin}/plain.html`);
    await page.evaluate((text) => {
      document.body.textContent = text;
    }, harbour('from-a-tab'));
    const popup = await openPopup(driver, desk, page);
    await popup.evaluate(() => {
      const buttons = () => [...document.querySelectorAll<HTMLElement>('button')];
      buttons()
        .find(({ innerText }) => innerText.trim() === 'Dataset')
        ?.click();
    });
    await popup.waitForSelector('.ways button');
    await popup.$$eval('.ways button', (ways) =>
      ways.find(({ innerText }) => innerText.trim() === 'Import')?.click(),
    );
    // The address of the tab goes once it was read.
    const opened = () =>
      desk.evaluate(async () =>
        (await chrome.tabs.query({})).filter(({ url }) => url?.endsWith('options.html#import')),
      );
    await expect.poll(async () => (await opened()).length).toBe(1);
    for (const { id } of await opened()) await desk.evaluate((tab) => chrome.tabs.remove(tab), id ?? 0);

    const manager = await openManager(driver, 'packs');
    await goTo(manager, `import/tab=${await tabIdOf(desk, page.url())}`);
    await expect.poll(() => wordsOn(manager)).toContain('This pack is new here.');
    await press(manager, 'Cancel');
    await manager.waitForSelector('.drop');
    expect(await manager.$('.preview, .working')).toBeNull();
    await manager.close();
  });

  it('is told from an article, which nobody has asked to import', async ({ desk, driver, page, server }) => {
    await page.goto(`${server.origin}/plain.html`);
    const manager = await openManager(driver, `import/tab=${await tabIdOf(desk, page.url())}`);
    await expect.poll(() => wordsOn(manager)).toContain('shows a web page and no file');
    expect(await manager.$('.preview, .message')).toBeNull();
    await manager.close();
  });
});

describe('files that are dropped on the page', () => {
  it('are taken in any section, and over what was read before; of several the first', async ({
    desk: _,
    driver,
  }) => {
    const manager = await openManager(driver, 'sites');
    expect(await drop(manager, { 'a.json': harbour('first'), 'b.json': harbour('second') })).toBe(false);
    await manager.waitForSelector('.preview');
    await expect.poll(() => wordsOn(manager)).toContain('Not taken: “b.json”.');
    expect(await drop(manager, { 'c.csv': 'Name\nOrla Fennimore\n' })).toBe(false);
    await expect.poll(() => wordsOn(manager)).toMatch(/Import[\s\S]*Columns/u);
    expect(await wordsOn(manager)).not.toContain('Not taken');
    await manager.close();
  });

  it('are told from words, which fall where they are dropped', async ({ desk: _, driver }) => {
    const manager = await openManager(driver, 'import');
    expect(await drop(manager, {})).toBe(true);
    await manager.close();
  });
});

describe('an import', () => {
  it('waits while another section is looked at, and goes on there', async ({ desk, driver }) => {
    const manager = await openManager(driver, 'import');
    await chooseFile(manager, 'large.json', largePackText(5_000));
    await manager.waitForSelector('.preview');
    expect(await wordsOn(manager)).toMatch(/SHA-256 of the file[^\n]*: [0-9a-f]{64}\n/u);
    await goTo(manager, 'packs');
    await manager.waitForSelector('.packs');
    await goTo(manager, 'import');
    await expect.poll(() => wordsOn(manager)).toContain('This pack is new here.');
    await press(manager, 'Import');
    await goTo(manager, 'sites');
    await expect.poll(() => wordsOn(manager)).toContain('A large pack (invented) was imported.');
    expect((await ask(desk, 'packs', {})).map(({ id }) => id)).toContain('large');
    await press(manager, 'Undo');
    await expect.poll(async () => (await ask(desk, 'packs', {})).map(({ id }) => id)).not.toContain('large');
    await manager.close();
  });

  it('of pasted names waits too', async ({ desk: _, driver }) => {
    const manager = await openManager(driver, 'names');
    await paste(manager, 'textarea', 'Quillon Marrowby');
    await expect.poll(() => wordsOn(manager)).toContain('1 new name');
    await goTo(manager, 'packs');
    await manager.waitForSelector('.packs');
    await goTo(manager, 'names');
    await manager.waitForSelector('textarea');
    expect(await manager.$eval('textarea', ({ value }) => value)).toBe('Quillon Marrowby');
    await expect.poll(() => wordsOn(manager)).toContain('1 new name');
    await manager.close();
  });

  it('asks anew for consent to what another reading would lose', async ({ desk: _, driver }) => {
    const manager = await openManager(driver, 'import');
    await previewImport(
      manager,
      'Name;Notes;Type\nOrla Fennimore;en;person\nDell Ashgrove;en;wizard\nBram Oakes;x9;person\n',
    );
    await expect.poll(() => wordsOn(manager)).toContain('It is none of the words that may stand here.');
    await manager.$eval('.preview .check input', (box) => box instanceof HTMLElement && box.click());
    await expect.poll(() => canWrite(manager)).toBe(true);
    await choose(manager, 'Notes', 'Language');
    await expect.poll(() => wordsOn(manager)).toContain('It is no language tag');
    expect(await canWrite(manager)).toBe(false);
    await manager.close();
  });

  it('shows why a newer version has taken something back', async ({ desk, driver }) => {
    const manager = await openManager(driver, 'import');
    await importText(manager, harbour('corrected'));
    const newer = harbour('corrected', (pack) => {
      pack.version = '9.0.0';
      pack.quotes = pack.quotes.filter(({ id }) => id !== 'h05');
      const reason = { en: 'Somebody else had said it.' };
      pack.retracted = [{ kind: 'quote', id: 'h05', reason, date: '2026-10-02' }];
    });
    await previewImport(manager, newer);
    await press(manager, 'Removed: Quotes 1');
    await expect
      .poll(() => wordsOn(manager))
      .toContain('Taken back by the pack on October 2, 2026: Somebody else had said it.');
    // The same names in two packs would be told apart by nothing.
    await ask(desk, 'setPack', { packId: 'corrected', on: false });
    await manager.close();
  });

  it('warns of people of whom nothing can be looked up', async ({ desk: _, driver }) => {
    const manager = await openManager(driver, 'import');
    const { entities, ...pack }: Pack = JSON.parse(harbour('bare'));
    const orla = { id: 'orla', type: 'person', name: { en: 'Orla Fennimore' } };
    await previewImport(manager, JSON.stringify({ ...pack, entities: [...entities, orla] }));
    await expect
      .poll(() => wordsOn(manager))
      .toMatch(/People without any source: 1\. Add a source [^\n]* “Orla Fennimore”/u);
    await manager.close();
  });
});
