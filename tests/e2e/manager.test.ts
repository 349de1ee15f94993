import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import type { browser } from 'wxt/browser';
import type { Pack } from '../../src/dataset/schema.ts';
import { type CaptureDraft, captureKey } from '../../src/messages/capture-draft.ts';
import { readCard } from './harness/card.ts';
import { ask, tabIdOf } from './harness/extension.ts';
import {
  chooseFile,
  fill,
  goTo,
  importText,
  keepDownloads,
  openManager,
  paste,
  press,
  previewImport,
  reload,
  wordsOn,
} from './harness/manager.ts';
import { hover, marks, screenshot } from './harness/page.ts';
import { it } from './harness/suite.ts';

/** In a page of the extension; Firefox has it under this name too. */
declare const chrome: typeof browser;

const TEXT = readFileSync(fileURLToPath(new URL('../fixtures/packs/harbour.json', import.meta.url)), 'utf8');
const HARBOUR: Pack = JSON.parse(TEXT);

/** The invented pack under an id of its own, so that no test meets another's. */
function harbour(id: string, change: (pack: Pack) => void = () => {}): string {
  const pack: Pack = { ...structuredClone(HARBOUR), id };
  change(pack);
  return JSON.stringify(pack);
}

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
    await expect.poll(() => wordsOn(manager)).toMatch(/Quillon Marrowby\nMary Smith – many people bear it/u);
    expect(await wordsOn(manager)).toContain('Zzyx – only after a fuller name');
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

  it('reads a pack from the tab in which it is open', async ({ desk, driver, page, server }) => {
    await page.goto(`${server.origin}/plain.html`);
    await page.evaluate((text) => {
      document.body.textContent = text;
    }, harbour('from-a-tab'));
    const manager = await openManager(driver, `import/tab=${await tabIdOf(desk, page.url())}`);
    await manager.waitForSelector('.preview');
    await expect.poll(() => wordsOn(manager)).toContain('This pack is new here.');
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
      const [first] = pack.entities;
      if (first !== undefined) first.name = { en: 'Named anew' };
    });
    await previewImport(manager, newer);
    await expect
      .poll(() => wordsOn(manager))
      .toContain(`Version 9.0.0 will replace version ${HARBOUR.version}.`);
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

describe('an entity', () => {
  it('shows an edit on its card, and keeps it over a newer version of its pack', async ({
    desk,
    driver,
    page,
    server,
  }) => {
    const manager = await openManager(driver, 'import');
    await importText(manager, harbour('edits'));
    await goTo(manager, 'entities/edits/osric-vane');
    await manager.waitForSelector('.localized-line input');
    await paste(manager, '.localized-line input', 'Osric Vane, renamed');
    await press(manager, 'Save');
    await expect.poll(() => wordsOn(manager)).toContain('was saved');
    await expect.poll(() => wordsOn(manager)).toContain('Changed by you');
    await expect.poll(() => wordsOn(manager)).not.toContain('Not saved yet');
    expect(await manager.$eval('.localized-line input', (field) => Reflect.get(field, 'value'))).toBe(
      'Osric Vane, renamed',
    );
    await screenshot(manager, `manager-editor-${driver.kind}`);

    await page.goto(`${server.origin}/plain.html`);
    await page.evaluate(() => {
      const paragraph = document.createElement('p');
      paragraph.textContent = 'Osric Vane spoke at Port Ellery.';
      document.body.append(paragraph);
    });
    await page.bringToFront();
    await expect.poll(() => marks(page)).toContain('Osric Vane');
    await hover(page, 'Osric Vane');
    await expect.poll(async () => (await readCard(driver, page))?.text).toContain('Osric Vane, renamed');

    const name = async () =>
      (await ask(desk, 'describe', { entities: ['edits/osric-vane'] }))?.[0]?.name.text;
    await importText(
      manager,
      harbour('edits', (pack) => {
        pack.version = '9.0.0';
      }),
    );
    await expect.poll(name).toBe('Osric Vane, renamed');
    await goTo(manager, 'entities/edits/osric-vane');
    await press(manager, 'Take my changes back');
    await expect.poll(name).toBe('Osric Vane');
    await manager.close();
  });

  it('is found by a pattern that was tried before it was saved, and no more after Undo', async ({
    desk,
    driver,
    page,
    server,
  }) => {
    const manager = await openManager(driver, 'import');
    await importText(manager, harbour('patterned'));
    await page.goto(`${server.origin}/plain.html`);
    await page.evaluate(() => {
      const paragraph = document.createElement('p');
      paragraph.textContent = 'The zeppelin came down on the quay in the autumn of 1931, they say.';
      document.body.append(paragraph);
    });
    await goTo(manager, 'entities/patterned/gull-street-fire');
    await press(manager, 'Words that stand together 2');
    await press(manager, 'Add: Pattern');
    // What cannot stay so is told as it is typed, and cannot be saved.
    await expect.poll(() => wordsOn(manager)).toContain('There is nothing in it.');
    await expect.poll(() => wordsOn(manager)).toContain('2 fields cannot stay as they are.');
    const patterned = (await manager.$$('fieldset.entry:has(fieldset.entry)')).length - 1;
    expect(patterned).toBe(2);
    await fill(manager, 'Group 1', 'zeppelin\nairship', 2);
    await fill(manager, 'Group 2', '@years', 2);
    // What only the pack can tell, too.
    await expect.poll(() => wordsOn(manager)).toContain('“@years” is not there.');
    await fill(manager, 'Group 2', '1931', 2);
    await fill(
      manager,
      'Text to try',
      'A zeppelin of 1931. The zeppelin that we saw that year, which was a wet and cold one, was not of 1931.',
    );
    await expect
      .poll(() => wordsOn(manager))
      .toMatch(/zeppelin of 1931[\s\S]*because “zeppelin” and “1931” stand together/iu);
    await expect.poll(() => wordsOn(manager)).toMatch(/1 candidate was refused[\s\S]*stand too far apart/u);
    await screenshot(manager, `manager-pattern-${driver.kind}`);
    expect(await marks(page)).toEqual([]);

    await press(manager, 'Save');
    await expect.poll(() => wordsOn(manager)).toContain('was saved');
    await expect.poll(() => wordsOn(manager)).toContain('Changed by you');
    await page.bringToFront();
    await expect.poll(() => marks(page)).toEqual(['zeppelin came down on the quay in the autumn of 1931']);

    // The section that is being worked in stays open.
    await fill(manager, 'Group 1', 'airship', 2);
    await press(manager, 'Save');
    await page.bringToFront();
    await expect.poll(() => marks(page)).toEqual([]);
    await press(manager, 'Undo');
    await page.bringToFront();
    await expect.poll(() => marks(page)).toHaveLength(1);
    await goTo(manager, 'entities/patterned/gull-street-fire');
    await press(manager, 'Take my changes back');
    await page.bringToFront();
    await expect.poll(() => marks(page)).toEqual([]);
    await ask(desk, 'setPack', { packId: 'patterned', on: false });
    await manager.close();
  });

  it('whose name was corrected is looked for under it once that was said', async ({ desk, driver }) => {
    const manager = await openManager(driver, 'import');
    await importText(manager, harbour('corrected'));
    await goTo(manager, 'entities/corrected/osric-vane');
    await manager.waitForSelector('.localized-line input');
    expect(await wordsOn(manager)).not.toContain('Texts are not searched for');
    await paste(manager, '.localized-line input', 'Osric Vayne');
    await expect.poll(() => wordsOn(manager)).toContain('Texts are not searched for “Osric Vayne”');
    await press(manager, 'Add as an alias');
    await expect.poll(() => wordsOn(manager)).not.toContain('Texts are not searched for');
    await fill(manager, 'Text to try', 'Osric Vayne spoke.');
    await expect.poll(() => wordsOn(manager)).toContain('1 mention');
    await press(manager, 'Discard changes');
    await ask(desk, 'setPack', { packId: 'corrected', on: false });
    await manager.close();
  });

  it('is found in the list as its name is typed', async ({ desk: _, driver }) => {
    const manager = await openManager(driver, 'import');
    await importText(manager, harbour('listed'));
    await goTo(manager, 'entities/listed');
    await manager.waitForSelector('.row a');
    await paste(manager, '[type=search]', 'sahel');
    await expect
      .poll(() => manager.$$eval('.row a', (links) => links.map((link) => link.textContent?.trim())))
      .toEqual([expect.stringMatching(/^Paria Saheli/u)]);
    await manager.close();
  });
});

describe('the last change', () => {
  const notice = (manager: Page) =>
    manager.$$eval('.notice .words', (words) => words.map((each) => each.textContent).join());

  it('is offered again after a reload, until it is undone or put away', async ({ desk, driver }) => {
    const manager = await openManager(driver, 'import');
    await importText(manager, harbour('reloaded'));
    const said = await notice(manager);
    expect(said).toContain('was imported');
    await reload(manager);
    await expect.poll(() => notice(manager)).toBe(said);
    // Enter on a page that has just been opened undoes nothing.
    expect(await manager.evaluate(() => document.activeElement?.className)).not.toBe('undo');
    await screenshot(manager, `manager-offered-${driver.kind}`);
    await press(manager, 'Undo');
    const ids = async () => (await ask(desk, 'packs', {})).map(({ id }) => id);
    await expect.poll(ids).not.toContain('reloaded');

    await importText(manager, harbour('reloaded'));
    await reload(manager);
    await expect.poll(() => notice(manager)).toBe(said);
    await manager.$eval('.notice .icon-button', (button) => button instanceof HTMLElement && button.click());
    await expect.poll(() => notice(manager)).toBe('');
    await reload(manager);
    await manager.waitForSelector('.packs, .drop');
    // The store has answered: what it offers would stand there.
    await goTo(manager, 'packs');
    await manager.waitForSelector('.pack');
    expect(await notice(manager)).toBe('');
    await ask(desk, 'setPack', { packId: 'reloaded', on: false });
    await manager.close();
  });

  it('is no longer offered once the pack was changed in another window, whose lists are read anew', async ({
    desk,
    driver,
  }) => {
    const first = await openManager(driver, 'import');
    await importText(first, harbour('windows'));
    await reload(first);
    await expect.poll(() => notice(first)).toContain('was imported');
    await goTo(first, 'entities/windows');
    await expect.poll(() => wordsOn(first)).toContain('Osric Vane');
    const second = await openManager(driver, 'entities/windows/osric-vane');
    await second.waitForSelector('.localized-line input');
    await paste(second, '.localized-line input', 'Osric Vane of the quay');
    await press(second, 'Save');
    await expect.poll(() => notice(second)).toBe('Osric Vane of the quay was saved.');
    await first.bringToFront();
    await expect.poll(() => wordsOn(first)).toContain('Osric Vane of the quay');
    await expect.poll(() => notice(first)).toBe('');
    await ask(desk, 'setPack', { packId: 'windows', on: false });
    await first.close();
    await second.close();
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
    ['of a later version', '{"sidelightBackup": 99}', 'made by a later version of Sidelight'],
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
    await press(manager, 'Undo');
    await page.bringToFront();
    await expect.poll(() => marks(page)).toEqual([]);
    await manager.close();
  });
});
