/** Packs as a whole, as a reader makes, names and tends them on the options page. */
import { describe, expect } from 'vitest';
import type { browser } from 'wxt/browser';
import { ask } from './harness/extension.ts';
import {
  fill,
  goTo,
  harbour,
  importText,
  inPack,
  openManager,
  press,
  tick,
  wordsOn,
} from './harness/manager.ts';
import { screenshot } from './harness/page.ts';
import { it } from './harness/suite.ts';

/** In a page of the extension; Firefox has it under this name too. */
declare const chrome: typeof browser;

describe('a pack of one’s own', () => {
  it('is made, named, given a licence, a version and its addresses, and as it was after Undo', async ({
    desk,
    driver,
  }) => {
    const manager = await openManager(driver, 'packs');
    await press(manager, 'New pack');
    await fill(manager, 'Title of the pack', 'The south coast');
    await press(manager, 'Make the pack');
    await expect.poll(() => wordsOn(manager)).toContain('The south coast was made.');
    const id = 'the-south-coast';
    const row = async () => (await ask(desk, 'packs', {})).find((pack) => pack.id === id);
    const said = () => manager.$eval(inPack('the-south-coast'), (item) => (item as HTMLElement).innerText);
    const made = await row();
    expect(made).toMatchObject({ title: 'The south coast', version: '1.0.0', sensitive: false, entities: 0 });
    await expect.poll(said).toContain('licence not stated');
    expect(await said()).not.toContain('Look for a newer version');

    await press(manager, 'Settings', inPack(id));
    await fill(manager, 'Title of the pack', 'The north coast');
    await fill(manager, 'Licence', 'CC BY 4.0');
    await fill(manager, 'Version', '1.1');
    await expect.poll(() => wordsOn(manager)).toContain('It does not have the form that belongs here.');
    expect(await manager.$eval(`${inPack(id)} [type=submit]`, (save) => save.hasAttribute('disabled'))).toBe(
      true,
    );
    await fill(manager, 'Version', '1.1.0');
    await fill(manager, 'Checked on', '2026-01-31');
    await fill(manager, 'Home', 'https://packs.example/coast.json');
    await fill(manager, 'Corrections to', 'corrections@packs.example');
    await tick(manager, 'Sensitive');
    await screenshot(manager, `manager-settings-${driver.kind}`);
    await press(manager, 'Save', inPack(id));
    await expect.poll(() => wordsOn(manager)).toContain('The north coast was changed.');
    expect(await row()).toMatchObject({
      title: 'The north coast',
      version: '1.1.0',
      checked: '2026-01-31',
      sensitive: true,
    });
    await expect.poll(said).toMatch(/Version 1\.1\.0[\s\S]*CC BY 4\.0[\s\S]*Sensitive/u);
    expect(await said()).toContain('Look for a newer version');
    await press(manager, 'Settings', inPack(id));
    const typed = await manager.$$eval(`${inPack(id)} [type=text]`, (fields) =>
      fields.map((field) => (field as HTMLInputElement).value),
    );
    expect(typed).toEqual(expect.arrayContaining(['corrections@packs.example']));

    await press(manager, 'Undo');
    await expect.poll(row).toEqual(made);
    await expect.poll(said).toContain('licence not stated');
    await manager.close();
  });
});

describe('a pack of others', () => {
  const today = new Date().toISOString().slice(0, 10);

  it('is marked in the list once it was checked long ago', async ({ desk, driver }) => {
    const manager = await openManager(driver, 'import');
    for (const [id, checked] of [
      ['aged', '2020-01-31'],
      ['fresh', today],
    ] as const) {
      await importText(
        manager,
        harbour(id, (pack) => {
          pack.checked = checked;
        }),
      );
    }
    await goTo(manager, 'packs');
    const said = (id: string) => manager.$eval(inPack(id), (item) => (item as HTMLElement).innerText);
    await manager.waitForSelector(inPack('fresh'));
    expect(await said('aged')).toContain('Checked more than a year ago.');
    expect(await said('fresh')).not.toContain('Checked more than a year ago.');
    for (const packId of ['aged', 'fresh']) await ask(desk, 'setPack', { packId, on: false });
    await manager.close();
  });

  it('is looked for where it says that it lives, in a tab of its own', async ({ desk, driver, server }) => {
    const home = 'https://packs.example/at-home.json';
    const manager = await openManager(driver, 'import');
    await importText(
      manager,
      harbour('at-home', (pack) => {
        pack.home = home;
      }),
    );
    await importText(
      manager,
      harbour('homeless', (pack) => {
        delete pack.home;
      }),
    );
    await goTo(manager, 'packs');
    await manager.waitForSelector(inPack('homeless'));
    expect(await manager.$eval(inPack('homeless'), (item) => (item as HTMLElement).innerText)).not.toContain(
      'Look for a newer version',
    );
    const tabs = () => desk.evaluate(async () => (await chrome.tabs.query({})).map(({ id }) => id ?? -1));
    const before = new Set(await tabs());
    const opened = async () => (await tabs()).filter((id) => !before.has(id));
    await press(manager, 'Look for a newer version', inPack('at-home'));
    await expect.poll(opened).toHaveLength(1);
    // The browser tells an extension no address that it may not read: the proxy tells where the tab goes.
    await expect.poll(() => server.elsewhere).toContain('CONNECT packs.example:443');
    await desk.evaluate((ids) => chrome.tabs.remove(ids), await opened());
    for (const packId of ['at-home', 'homeless']) await ask(desk, 'setPack', { packId, on: false });
    await manager.close();
  });
});
