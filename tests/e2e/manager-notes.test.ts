/** What an editor adds to words of a source on the options page: notes, languages, and the office that it calls somebody by. */
import { describe, expect } from 'vitest';
import { ask } from './harness/extension.ts';
import { choose, fill, goTo, harbour, importText, openManager, press, wordsOn } from './harness/manager.ts';
import { screenshot } from './harness/page.ts';
import { it } from './harness/suite.ts';

describe('an entry', () => {
  it('gets notes on a quote, on words in it and on its source, their languages, and an office', async ({
    desk,
    driver,
  }) => {
    const manager = await openManager(driver, 'import');
    await importText(manager, harbour('noted'));
    const card = async () => (await ask(desk, 'describe', { entities: ['noted/paria-saheli'] }))?.[0];
    const before = await card();
    expect(before?.quotesBy[0]?.note).toBeUndefined();
    expect(before?.said).toEqual([]);

    await goTo(manager, 'entities/noted/paria-saheli');
    // The names have languages of their own.
    await press(manager, 'Names');
    await press(manager, 'Quotes 1');
    await fill(manager, 'Language', 'en-GB');
    await fill(manager, 'Note', 'put in by the editors of the article');
    await press(manager, 'Add: Note on the quote');
    await fill(manager, 'Note on the quote', 'From a letter that nobody else has seen.');
    await press(manager, 'Sources and references 1');
    await fill(manager, 'Language', 'f', 1);
    await expect.poll(() => wordsOn(manager)).toContain('1 field cannot stay as it is.');
    await fill(manager, 'Language', 'fa', 1);
    await fill(manager, 'Note on the source', 'Nothing in it was checked by its publisher.');
    await press(manager, 'What the source says, and what others say');
    await press(manager, 'Add: Office');
    await fill(manager, 'Words of the source', 'a former lamp keeper');
    await fill(manager, 'Office', 'Lamp keeper, retired');
    await choose(manager, 'Verdict', 'Could not be verified');
    await expect.poll(() => wordsOn(manager)).toContain('Not saved yet.');
    await screenshot(manager, `manager-notes-${driver.kind}`);
    await press(manager, 'Save');
    await expect.poll(() => wordsOn(manager)).toContain('was saved');

    const after = await card();
    expect(after?.quotesBy[0]).toMatchObject({
      lang: 'en-GB',
      note: { text: 'From a letter that nobody else has seen.' },
    });
    expect(after?.quotesBy[0]?.paragraphs.flat()).toContainEqual(
      expect.objectContaining({
        remark: 'inserted',
        note: expect.objectContaining({ text: 'put in by the editors of the article' }),
      }),
    );
    expect(after?.said).toMatchObject([
      {
        exact: { text: 'a former lamp keeper', lang: 'fa' },
        role: { text: 'Lamp keeper, retired' },
        asOf: '2019-05-03',
        answers: [{ verdict: 'unverified' }],
      },
    ]);

    await goTo(manager, 'entities');
    await goTo(manager, 'entities/noted/paria-saheli');
    await press(manager, 'What the source says, and what others say 1');
    await manager.waitForSelector('[aria-label="Take out: Office 1"]');
    await manager.$eval('[aria-label="Take out: Office 1"]', (b) => b instanceof HTMLElement && b.click());
    await press(manager, 'Save');
    await expect.poll(async () => (await card())?.said).toEqual([]);
    // The Undo of this change, not of the one before it.
    await expect.poll(() => wordsOn(manager)).not.toContain('Not saved yet.');
    await press(manager, 'Undo');
    await expect.poll(async () => (await card())?.said.length).toBe(1);
    await ask(desk, 'setPack', { packId: 'noted', on: false });
    await manager.close();
  });
});
