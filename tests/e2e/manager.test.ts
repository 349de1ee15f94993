import { describe, expect } from 'vitest';
import type { browser } from 'wxt/browser';
import { type CaptureDraft, captureKey } from '../../src/messages/capture-draft.ts';
import { ask } from './harness/extension.ts';
import {
  chooseFile,
  goTo,
  HARBOUR,
  harbour,
  importText,
  keepDownloads,
  openManager,
  paste,
  press,
  previewImport,
  wordsOn,
} from './harness/manager.ts';
import { marks, screenshot } from './harness/page.ts';
import { it } from './harness/suite.ts';

/** In a page of the extension; Firefox has it under this name too. */
declare const chrome: typeof browser;

describe('a list of names', () => {
  it('is marked in an open page as soon as it is saved, and no more after Undo', async ({
    desk: _,
    driver,
    page,
    server,
  }) => {
    await page.goto(`${server.origin}/plain.html`);
    await page.evaluate(() => {
      const paragraph = document.createElement('p');
      paragraph.textContent = 'Quillon Marrowby met Tessaly Underhaven at the fair.';
      document.body.append(paragraph);
    });
    const manager = await openManager(driver, 'names');
    await paste(manager, 'textarea', 'Quillon Marrowby\nTessaly Underhaven\nx\n\nQuillon Marrowby');
    await expect.poll(() => wordsOn(manager)).toMatch(/2 new names[\s\S]*1 line is no name[\s\S]*Line 3/u);
    await screenshot(manager, `manager-names-${driver.kind}`);
    await press(manager, 'Add 2 names');
    await expect.poll(() => wordsOn(manager)).toContain('2 names saved in My names');
    await page.bringToFront();
    await expect.poll(() => marks(page)).toEqual(['Quillon Marrowby', 'Tessaly Underhaven']);

    await paste(manager, 'textarea', 'Tessaly Underhaven\nQuillon Marrowby');
    await expect.poll(() => wordsOn(manager)).toContain('2 are there already');

    await press(manager, 'Undo');
    await page.bringToFront();
    await expect.poll(() => marks(page)).toEqual([]);
    await manager.close();
  });
});

describe('a list with names that many people bear', () => {
  it('says before it is saved which of them are not enough by themselves', async ({ desk: _, driver }) => {
    const manager = await openManager(driver, 'names');
    await paste(manager, 'textarea', 'Quillon Marrowby\nMary Smith\nZzyx');
    await expect.poll(() => wordsOn(manager)).toContain('Mary Smith – many people bear it');
    // What has to be said stands first; of the others nothing is said.
    expect(await wordsOn(manager)).toMatch(/Zzyx – only after a fuller name\s+Quillon Marrowby\n/u);
    expect(await wordsOn(manager)).toContain('2 names are not enough by themselves');
    await manager.close();
  });
});

describe('an import', () => {
  it('shows invalid rows by row, field and reason, and goes without them only when told so', async ({
    desk,
    driver,
  }) => {
    const manager = await openManager(driver, 'import');
    const broken = harbour('broken', (pack) => {
      const [first] = pack.sources;
      if (first !== undefined) first.url = 'http://example.org/insecure';
    });
    await previewImport(manager, broken);
    await expect.poll(() => wordsOn(manager)).toContain('It is no https address.');
    await screenshot(manager, `manager-invalid-${driver.kind}`);
    expect(await manager.$eval('.preview .main', (button) => button.hasAttribute('disabled'))).toBe(true);
    await manager.$eval('.preview .check input', (box) => box instanceof HTMLElement && box.click());
    await press(manager, 'Import without them');
    await expect.poll(async () => (await ask(desk, 'packs', {})).map(({ id }) => id)).toContain('broken');
    await expect.poll(() => wordsOn(manager)).toContain('Its names are looked for');
    await press(manager, 'Undo');
    await expect.poll(async () => (await ask(desk, 'packs', {})).map(({ id }) => id)).not.toContain('broken');
    await expect.poll(() => wordsOn(manager)).not.toContain('Its names are looked for');
    await manager.close();
  });

  it('reads a table, and lets its columns be said', async ({ desk: _, driver }) => {
    const manager = await openManager(driver, 'import');
    await previewImport(manager, 'Name;Notes;Type\nOrla Fennimore;a;person\nDell Ashgrove;b;wizard\n');
    await expect.poll(() => wordsOn(manager)).toMatch(/Columns[\s\S]*Notes/u);
    await expect.poll(() => wordsOn(manager)).toContain('It is none of the words that may stand here.');
    await manager.close();
  });

  it('leaves nothing when it is cancelled', async ({ desk, driver }) => {
    const before = await ask(desk, 'packs', {});
    const manager = await openManager(driver, 'import');
    const lines = Array.from({ length: 200_000 }, (_, i) => `Given${i} Family${i}`);
    await paste(manager, '.sources textarea', lines.join('\n'));
    await manager.$eval('.sources form', (form) => form instanceof HTMLFormElement && form.requestSubmit());
    await manager.waitForSelector('.working progress');
    await press(manager, 'Cancel');
    await manager.waitForSelector('.drop');
    expect(await ask(desk, 'packs', {})).toEqual(before);
    await manager.close();
  });

  it('shows what a newer version changes, and refuses an older one unless told so', async ({
    desk,
    driver,
  }) => {
    const manager = await openManager(driver, 'import');
    const version = async () => (await ask(desk, 'packs', {})).find(({ id }) => id === 'versions')?.version;
    await importText(manager, harbour('versions'));
    const newer = harbour('versions', (pack) => {
      pack.version = '9.0.0';
      pack.licence = 'CC BY 4.0';
      const [first] = pack.entities;
      if (first !== undefined) first.name = { en: 'Named anew' };
    });
    await previewImport(manager, newer);
    await expect
      .poll(() => wordsOn(manager))
      .toContain(`Version 9.0.0 will replace version ${HARBOUR.version}.`);
    expect(await wordsOn(manager)).toMatch(/Licence\s+CC0 1\.0\s+CC BY 4\.0/u);
    await press(manager, 'Changed: Entries 1');
    await expect.poll(() => wordsOn(manager)).toContain('Named anew');
    await screenshot(manager, `manager-versions-${driver.kind}`);
    await press(manager, 'Import');
    await expect.poll(version).toBe('9.0.0');

    await previewImport(manager, harbour('versions'));
    await expect.poll(() => wordsOn(manager)).toContain('the newer version 9.0.0 is here');
    expect(await manager.$eval('.preview .main', (button) => button.hasAttribute('disabled'))).toBe(true);
    await manager.$eval('.preview .check input', (box) => box instanceof HTMLElement && box.click());
    await press(manager, 'Import');
    await expect.poll(version).toBe(HARBOUR.version);
    // The same names in two packs would be told apart by nothing.
    await ask(desk, 'setPack', { packId: 'versions', on: false });
    await manager.close();
  });
});

describe('what is taken along', () => {
  it('is the same pack again when an export is imported', async ({ desk, driver }) => {
    const manager = await openManager(driver, 'import');
    await importText(manager, harbour('taken'));
    const files = await keepDownloads(manager);
    const exported = async () => {
      await goTo(manager, 'packs');
      const item = await manager.waitForSelector('li:has(a[href="#entities/taken"])');
      await item?.$eval('button[aria-expanded]', (button) => button instanceof HTMLElement && button.click());
      await manager.waitForSelector('.packs .rows button');
      await manager.$eval('.packs .rows button', (button) => button instanceof HTMLElement && button.click());
      return files();
    };
    const first = await exported();
    expect(JSON.parse(first)).toMatchObject({ id: 'taken', version: HARBOUR.version });
    const item = await manager.waitForSelector('li:has(a[href="#entities/taken"])');
    await item?.$eval('[aria-label^=Delete]', (button) => button instanceof HTMLElement && button.click());
    await expect.poll(async () => (await ask(desk, 'packs', {})).map(({ id }) => id)).not.toContain('taken');
    await importText(manager, first);
    await goTo(manager, 'packs');
    expect(await exported()).toBe(first);
    await manager.close();
  });

  it('comes back whole from a backup, after everything was deleted', async ({ desk, driver }) => {
    const manager = await openManager(driver, 'import');
    await importText(manager, harbour('kept'));
    const before = await ask(desk, 'packs', {});
    const files = await keepDownloads(manager);
    await goTo(manager, 'storage');
    await press(manager, 'Save a backup');
    const backup = await files();

    await press(manager, 'Delete everything…');
    await paste(manager, '.panel input', 'delete');
    await press(manager, 'Delete everything now');
    await expect.poll(async () => (await ask(desk, 'packs', {})).length).toBe(0);
    await goTo(manager, 'entities');
    await expect.poll(() => wordsOn(manager)).toContain('There are no entries yet');
    await goTo(manager, 'storage');

    await chooseFile(manager, 'backup.json', backup);
    await press(manager, 'Restore it');
    await expect.poll(() => ask(desk, 'packs', {})).toEqual(before);
    await screenshot(manager, `manager-storage-${driver.kind}`);
    await manager.close();
  });
});

describe('a file that is no backup', () => {
  it.for([
    ['a table', 'name,type\n', 'It begins like JSON and is none.'],
    ['another JSON file', '{"name": "x"}', 'This file is no backup of Sidelight.'],
    ['of a newer version', '{"sidelightBackup": 99}', 'made by a newer version of Sidelight'],
    [
      'damaged',
      '{"sidelightBackup": 1, "made": "2026-11-23T10:00:00Z", "settings": {}, "packs": [{"origin": "own", "flags": {}, "pack": {"formatVersion": 1}, "edits": []}]}',
      'packs[0].pack.id – This field is missing.',
    ],
  ] as const)('is told for what it is, and nothing changes: %s', async ([, text, said], { desk, driver }) => {
    const before = await ask(desk, 'packs', {});
    const manager = await openManager(driver, 'storage');
    await chooseFile(manager, 'backup.json', text);
    await expect.poll(() => wordsOn(manager)).toContain(said);
    await expect.poll(() => wordsOn(manager)).toContain('Nothing was changed.');
    expect(await ask(desk, 'packs', {})).toEqual(before);
    await manager.close();
  });
});

describe('a capture', () => {
  it('waits as a form that is filled in, and is marked once it was saved', async ({
    desk,
    driver,
    page,
    server,
  }) => {
    await page.goto(`${server.origin}/plain.html`);
    await page.evaluate(() => {
      const paragraph = document.createElement('p');
      paragraph.textContent = 'Ondine Farraday opened the fair.';
      document.body.append(paragraph);
    });
    const draft: CaptureDraft = {
      as: 'name',
      captured: {
        exact: 'Ondine Farraday',
        prefix: '',
        suffix: ' opened the fair.',
        pageTitle: 'The weather',
        url: 'https://news.example.org/fair?utm_source=feed',
        accessDate: '2026-11-23',
        lang: 'en',
        speakers: [],
      },
    };
    await desk.evaluate((key, value) => chrome.storage.session.set({ [key]: value }), captureKey('1'), draft);
    const manager = await openManager(driver, 'capture/1');
    await manager.waitForSelector('.capture form');
    await screenshot(manager, `manager-capture-${driver.kind}`);
    await press(manager, 'Save');
    await expect.poll(() => wordsOn(manager)).toContain('Ondine Farraday was saved');
    await page.bringToFront();
    await expect.poll(() => marks(page)).toEqual(['Ondine Farraday']);
    await expect.poll(() => wordsOn(manager)).toContain('Its names are looked for');
    await press(manager, 'Undo');
    await expect.poll(() => wordsOn(manager)).not.toContain('Its names are looked for');
    await page.bringToFront();
    await expect.poll(() => marks(page)).toEqual([]);
    await manager.close();
  });
});
