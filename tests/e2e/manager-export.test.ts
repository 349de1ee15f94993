/** A pack as it is saved to files from the options page, in each format. */
import { describe, expect } from 'vitest';
import { readDataset } from '../../src/dataset/formats/read.ts';
import type { Format } from '../../src/dataset/formats/types.ts';
import type { Pack } from '../../src/dataset/schema.ts';
import type { Driver } from './harness/driver.ts';
import { ask } from './harness/extension.ts';
import {
  goTo,
  HARBOUR,
  harbour,
  importText,
  inPack,
  keepDownloads,
  openManager,
  paste,
  press,
  tick,
  wordsOn,
} from './harness/manager.ts';
import { screenshot } from './harness/page.ts';
import { it } from './harness/suite.ts';

const RENAMED = 'Osric Vane, renamed';

/** The list of packs with the export of one unfolded, of which one name was changed. */
async function openExport(driver: Driver, id: string) {
  const manager = await openManager(driver, 'import');
  await importText(manager, harbour(id));
  await goTo(manager, `entities/${id}/osric-vane`);
  await paste(manager, '.localized-line input', RENAMED);
  await press(manager, 'Save');
  await expect.poll(() => wordsOn(manager)).toContain('Changed by you');
  const files = await keepDownloads(manager);
  await goTo(manager, 'packs');
  await press(manager, 'Export', inPack(id));
  const save = async (format: string) => {
    const button = await manager.waitForSelector(`${inPack(id)} [aria-label="Save as ${format}"]:enabled`);
    await button?.evaluate((each) => (each as HTMLElement).click());
    return files();
  };
  return { manager, save };
}

/** What is read of a file of this format, and of no other. */
function packIn(text: string, format: Format): Pack {
  const result = readDataset(text, { format });
  if (!result.ok) expect.fail(JSON.stringify(result.problems));
  return result.draft.pack;
}

const vaneOf = ({ entities }: Pack) => entities.find(({ id }) => id === 'osric-vane')?.name.en;
const quotesOf = ({ quotes }: Pack) => quotes.map(({ parts }) => parts.map(({ exact }) => exact).join(' '));

describe('an export', () => {
  it('holds what can be read again in a table and as linked data, and a dossier to read', async ({
    desk,
    driver,
  }) => {
    const { manager, save } = await openExport(driver, 'given');
    const table = packIn(await save('Table (CSV)'), 'csv');
    expect(vaneOf(table)).toBe(RENAMED);
    expect(quotesOf(table).sort()).toEqual(quotesOf(HARBOUR).sort());
    const linked = packIn(await save('JSON-LD (schema.org)'), 'json-ld');
    expect(linked.entities.map(({ name }) => name.en)).toContain(RENAMED);
    expect(linked.quotes).toHaveLength(HARBOUR.quotes.length);
    const dossier = await save('Dossier (Markdown)');
    expect(dossier).toMatch(/^# The harbour of Port Ellery/u);
    for (const words of [RENAMED, 'tested in March', 'Licence', 'CC0 1.0']) expect(dossier).toContain(words);
    await ask(desk, 'setPack', { packId: 'given', on: false });
    await manager.close();
  });

  it('says before it is saved what is not in it', async ({ desk, driver }) => {
    const { manager } = await openExport(driver, 'lossy');
    await manager.waitForSelector('.losses');
    // Of a pack file nothing is left out.
    const rows = await manager.$$eval('.pack .rows > li', (items) =>
      items.map((item) => item.querySelector('.losses') !== null),
    );
    expect(rows).toEqual([false, true, true, true]);
    const list = '.pack .rows > li:nth-child(2) .losses';
    await press(manager, 'What is not in it', '.pack .rows > li:nth-child(2)');
    await manager.waitForSelector(`${list}[open]`);
    const said = await manager.$eval(list, (losses) => (losses as HTMLElement).innerText);
    for (const lost of ['what the pack says of itself', 'patterns', 'what is disputed'])
      expect(said).toContain(lost);
    await screenshot(manager, `manager-export-${driver.kind}`);
    await ask(desk, 'setPack', { packId: 'lossy', on: false });
    await manager.close();
  });

  it('is without the reader’s own changes where these are not wanted', async ({ desk, driver }) => {
    const { manager, save } = await openExport(driver, 'as-published');
    const changed: Pack = JSON.parse(await save('Pack (JSON)'));
    expect(vaneOf(changed)).toBe(RENAMED);
    await tick(manager, 'With your own changes');
    const published = packIn(await save('Pack (JSON)'), 'pack');
    expect(published).toEqual(packIn(harbour('as-published'), 'pack'));
    const table = packIn(await save('Table (CSV)'), 'csv');
    expect(vaneOf(table)).toBe('Osric Vane');
    await ask(desk, 'setPack', { packId: 'as-published', on: false });
    await manager.close();
  });
});
