import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  type DocumentRecord,
  forgetBlocks,
  forgetTab,
  openDocument,
  readDocuments,
  recordMentions,
  summarize,
  withDocument,
} from '../../../src/background/documents.ts';
import type { Target } from '../../../src/messages/page.ts';

const target = (entity: string, word = 'nearby'): Target => ({
  entities: [`harbour/${entity}`],
  type: 'person',
  name: entity,
  grade: 'context',
  because: { rule: 'context-words', words: [word] },
});

const empty = (): DocumentRecord => ({
  document: 'h1',
  read: false,
  evidence: '',
  targets: [],
  blocks: {},
  hidden: [],
  pending: [],
  offered: [],
  changed: {},
});

describe('the record of a document', () => {
  it('counts mentions by entity, in the order of their first', () => {
    const record = empty();
    recordMentions(
      record,
      new Map([
        [1, [0, 3, 0]],
        [2, [5, 8, 1, 9, 12, 0]],
      ]),
      [target('ada'), target('bo')],
    );
    expect(summarize([{ record }]).map(({ entity, count }) => [entity, count])).toEqual([
      ['harbour/ada', 2],
      ['harbour/bo', 1],
    ]);
  });

  it('follows the order of the page, where that is known, and then the order of reading', () => {
    const record = empty();
    const blocks = ['ada', 'bo', 'cy', 'dee'].map((_, at): [number, number[]] => [at + 1, [0, 3, at]]);
    recordMentions(
      record,
      new Map(blocks),
      ['ada', 'bo', 'cy', 'dee'].map((name) => target(name)),
    );
    const names = summarize([{ record, sequence: [4, 9, 1] }]).map(({ name }) => name);
    expect(names).toEqual(['dee', 'ada', 'bo', 'cy']);
  });

  it('gives the reason of the first mention', () => {
    const record = empty();
    recordMentions(record, new Map([[1, [0, 3, 0, 5, 8, 1]]]), [
      target('ada', 'quay'),
      target('ada', 'pier'),
    ]);
    expect(summarize([{ record }])[0]?.because.words).toEqual(['quay']);
  });

  it('forgets the mentions of blocks that are gone', () => {
    const record = { ...empty(), pending: [1, 2] };
    recordMentions(
      record,
      new Map([
        [1, [0, 3, 0]],
        [2, [0, 3, 0]],
      ]),
      [target('ada')],
    );
    forgetBlocks(record, [1]);
    expect(summarize([{ record }])[0]?.count).toBe(1);
    expect(record.pending).toEqual([2]);
  });

  it('does not count what cannot be seen', () => {
    const record = { ...empty(), hidden: [1] };
    recordMentions(
      record,
      new Map([
        [1, [0, 3, 0]],
        [2, [0, 3, 0]],
      ]),
      [target('ada')],
    );
    expect(summarize([{ record }])[0]?.count).toBe(1);
  });

  it('counts the frames of a tab together', () => {
    const [top, frame] = [empty(), empty()];
    recordMentions(top, new Map([[1, [0, 3, 0]]]), [target('ada')]);
    recordMentions(frame, new Map([[1, [0, 3, 0, 5, 8, 1]]]), [target('bo'), target('ada')]);
    expect(
      summarize([{ record: top }, { record: frame }]).map(({ entity, count }) => [entity, count]),
    ).toEqual([
      ['harbour/ada', 2],
      ['harbour/bo', 1],
    ]);
  });

  it('keeps one target for the same entity and reason of two batches', () => {
    const record = empty();
    recordMentions(record, new Map([[1, [0, 3, 0]]]), [target('ada')]);
    recordMentions(record, new Map([[2, [0, 3, 1]]]), [target('bo'), target('ada')]);
    expect(record.targets).toHaveLength(2);
    expect(summarize([{ record }])).toMatchObject([{ entity: 'harbour/ada', count: 2 }]);
  });

  it('stops counting at its limit instead of growing', () => {
    const record = empty();
    const many = new Map(Array.from({ length: 6_000 }, (_, block) => [block, [0, 3, 0]]));
    recordMentions(record, many, [target('ada')]);
    expect(summarize([{ record }])[0]?.count).toBe(5_000);
  });
});

describe('what is kept of open documents', () => {
  beforeEach(() => fakeBrowser.reset());

  it('starts anew with another document in the same frame', async () => {
    await openDocument(7, 0, 'h1');
    await withDocument(7, 0, 'h1', (record) => void record.offered.push('harbour/ada'));
    await openDocument(7, 0, 'h2');
    expect(await readDocuments(7)).toMatchObject([{ frameId: 0, record: { document: 'h2', offered: [] } }]);
  });

  it('never mixes an old document into the one that followed it', async () => {
    await openDocument(7, 0, 'h2');
    await withDocument(7, 0, 'h1', (record) => expect(record.offered).toEqual([]));
  });

  it('loses nothing when two requests work on it at once', async () => {
    await openDocument(7, 0, 'h1');
    const names = Array.from({ length: 20 }, (_, index) => `harbour/e${index}`);
    await Promise.all(
      names.map((name) =>
        withDocument(7, 0, 'h1', async (record) => {
          await Promise.resolve();
          record.offered.push(name);
        }),
      ),
    );
    expect((await readDocuments(7))[0]?.record.offered.sort()).toEqual(names.sort());
  });

  it('goes on after a request that failed', async () => {
    const failing = withDocument(7, 0, 'h1', () => Promise.reject(new Error('broken')));
    await expect(failing).rejects.toThrow('broken');
    await expect(withDocument(7, 0, 'h1', () => 'fine')).resolves.toBe('fine');
  });

  it('is forgotten with its tab, in all frames', async () => {
    await openDocument(7, 0, 'h1');
    await openDocument(7, 3, 'h2');
    await openDocument(8, 0, 'h3');
    await forgetTab(7);
    expect(await readDocuments(7)).toEqual([]);
    expect(await readDocuments(8)).toHaveLength(1);
  });

  it('is read whole or not at all while its tab is forgotten', async () => {
    await openDocument(7, 0, 'h1');
    const { session } = fakeBrowser.storage;
    const read = vi.spyOn(session, 'get').mockImplementation(async (keys) => {
      read.mockRestore();
      const found = await session.get(keys);
      await session.clear();
      return found;
    });
    const documents = await readDocuments(7);
    expect(documents.filter(({ record }) => record?.document !== 'h1')).toEqual([]);
  });
});
