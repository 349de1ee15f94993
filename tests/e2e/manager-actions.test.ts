/** What can be done with a whole entry on the options page, and how it is taken back. */
import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import type { Driver } from './harness/driver.ts';
import { ask } from './harness/extension.ts';
import {
  choose,
  fill,
  goTo,
  harbour,
  importText,
  openManager,
  press,
  tick,
  wordsOn,
} from './harness/manager.ts';
import { marks } from './harness/page.ts';
import type { FixtureServer } from './harness/server.ts';
import { it } from './harness/suite.ts';

/** The editor on Osric Vane of a pack of this name, and a page in which he is marked. */
async function openVane(id: string, driver: Driver, page: Page, server: FixtureServer): Promise<Page> {
  const manager = await openManager(driver, 'import');
  await importText(manager, harbour(id));
  await page.goto(`${server.origin}/plain.html`);
  await page.evaluate(() => {
    const paragraph = document.createElement('p');
    paragraph.textContent = 'Osric Vane spoke.';
    document.body.append(paragraph);
  });
  await shown(page, ['Osric Vane']);
  await goTo(manager, `entities/${id}/osric-vane`);
  return manager;
}

async function shown(page: Page, words: string[]): Promise<void> {
  await page.bringToFront();
  await expect.poll(() => marks(page)).toEqual(words);
}

describe('an entry', () => {
  it('that is muted is marked nowhere, until that is undone or taken back', async ({
    desk,
    driver,
    page,
    server,
  }) => {
    const manager = await openVane('muted', driver, page, server);
    await press(manager, 'Mute');
    await expect.poll(() => wordsOn(manager)).toContain('Osric Vane is muted everywhere.');
    await shown(page, []);
    await press(manager, 'Undo');
    await shown(page, ['Osric Vane']);
    await press(manager, 'Mute');
    await shown(page, []);
    await press(manager, 'Unmute');
    await expect.poll(() => wordsOn(manager)).toContain('Osric Vane is shown again.');
    await shown(page, ['Osric Vane']);
    await ask(desk, 'setPack', { packId: 'muted', on: false });
    await manager.close();
  });

  it('that is deleted is marked no more, and says so until that is taken back', async ({
    desk,
    driver,
    page,
    server,
  }) => {
    const manager = await openVane('deleted', driver, page, server);
    await press(manager, 'Delete');
    await expect.poll(() => wordsOn(manager)).toContain('Osric Vane was deleted.');
    await expect.poll(() => wordsOn(manager)).toContain('Deleted by you');
    await shown(page, []);
    await press(manager, 'Undo');
    await expect.poll(() => wordsOn(manager)).not.toContain('Deleted by you');
    await shown(page, ['Osric Vane']);
    await press(manager, 'Delete');
    await shown(page, []);
    await press(manager, 'Take my changes back');
    await shown(page, ['Osric Vane']);
    await ask(desk, 'setPack', { packId: 'deleted', on: false });
    await manager.close();
  });

  it('is moved into a pack of one’s own with its quotes, and back with Undo', async ({
    desk,
    driver,
    page,
    server,
  }) => {
    const manager = await openVane('moved', driver, page, server);
    const card = async (key: string) => (await ask(desk, 'describe', { entities: [key] }))?.[0];
    const before = await card('moved/osric-vane');
    expect(before?.quotesBy).toHaveLength(1);
    await goTo(manager, 'packs');
    await press(manager, 'New pack');
    await fill(manager, 'Title of the pack', 'Kept aside');
    await press(manager, 'Make the pack');
    await expect.poll(() => wordsOn(manager)).toContain('Kept aside was made.');
    await goTo(manager, 'entities/moved/osric-vane');
    await choose(manager, 'Move to', 'Kept aside');
    await expect.poll(() => wordsOn(manager)).toContain('Osric Vane was moved.');
    expect(await manager.evaluate(() => location.hash)).toBe('#entities/kept-aside/osric-vane');
    expect((await card('kept-aside/osric-vane'))?.quotesBy).toHaveLength(1);
    // It is found where it is now, and there alone.
    await goTo(manager, 'packs');
    await manager.waitForSelector('.pack');
    await tick(manager, 'Kept aside');
    await shown(page, []);
    await press(manager, 'Undo');
    await shown(page, ['Osric Vane']);
    expect(await card('kept-aside/osric-vane')).toBeUndefined();
    expect(await card('moved/osric-vane')).toEqual(before);
    await ask(desk, 'setPack', { packId: 'moved', on: false });
    await manager.close();
  });
});
