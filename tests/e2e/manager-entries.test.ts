/** Entries as a reader edits them on the options page, and how the last change of them is offered for Undo. */
import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import { readCard } from './harness/card.ts';
import { ask } from './harness/extension.ts';
import {
  fill,
  goTo,
  harbour,
  importText,
  openManager,
  paste,
  press,
  reload,
  wordsOn,
} from './harness/manager.ts';
import { hover, marks, screenshot } from './harness/page.ts';
import { it } from './harness/suite.ts';

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
    const legends = await manager.$$eval('legend', (all) => all.map(({ textContent }) => textContent ?? ''));
    expect(legends.filter((legend) => /^Pattern \d$/u.test(legend))).toHaveLength(3);
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
    // What was taken out of the pack stays out when it is opened again.
    await goTo(manager, 'entities');
    await goTo(manager, 'entities/patterned/gull-street-fire');
    await press(manager, 'Words that stand together 3');
    await press(manager, 'Words that stand together 3');
    await manager.waitForSelector('[aria-label="Take out: Pattern 1"]');
    await manager.$eval('[aria-label="Take out: Pattern 1"]', (b) => b instanceof HTMLElement && b.click());
    await press(manager, 'Save');
    await expect.poll(() => wordsOn(manager)).toContain('Words that stand together 2');
    await goTo(manager, 'entities');
    await goTo(manager, 'entities/patterned/gull-street-fire');
    await expect.poll(() => wordsOn(manager)).toContain('Words that stand together 2');
    await press(manager, 'Take my changes back');
    await expect.poll(() => wordsOn(manager)).not.toContain('Changed by you');
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

describe('a list of words', () => {
  it('that was longer when it was saved lets more names be marked, and no more after Undo', async ({
    desk,
    driver,
    page,
    server,
  }) => {
    const manager = await openManager(driver, 'import');
    await importText(manager, harbour('listed'));
    await page.goto(`${server.origin}/plain.html`);
    await page.evaluate(() => {
      const paragraph = document.createElement('p');
      paragraph.textContent = 'That night Tennick was at the old lighthouse.';
      document.body.append(paragraph);
    });
    await goTo(manager, 'packs');
    const item = await manager.waitForSelector('li:has(a[href="#entities/listed"])');
    await item?.$eval('button[aria-expanded]:nth-of-type(3)', (button) => (button as HTMLElement).click());
    await press(manager, 'Lists of words 2');
    await press(manager, '@harbour 5');
    expect(await marks(page)).toEqual([]);

    await fill(manager, 'Words', 'harbour\nlighthouse');
    await press(manager, 'Save');
    await page.bringToFront();
    await expect.poll(() => marks(page)).toEqual(['Tennick']);
    await press(manager, 'Undo');
    await page.bringToFront();
    await expect.poll(() => marks(page)).toEqual([]);
    await ask(desk, 'setPack', { packId: 'listed', on: false });
    await manager.close();
  });
});
