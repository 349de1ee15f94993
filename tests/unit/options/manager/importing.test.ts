import { beforeEach, describe, expect, it } from 'vitest';
import { createImporting } from '../../../../src/options/manager/import/importing.ts';
import { undoFailure } from '../../../../src/options/manager/written.ts';
import type { ImportPreview, LastChange, Manager, Written } from '../../../../src/store/manager-api.ts';
import { createNotices } from '../../../../src/ui/notices.ts';
import { importDraft, managerApi } from '../../../gallery/manager-api.ts';
import { speak } from '../../../support/messages.ts';

const NAME = { what: 'imported', name: 'Harbour' } as const;
const CHOICE = { withoutInvalid: false, replace: false, name: NAME };

/** A promise that ends when the test says so. */
function later<T>() {
  let resolve: (value: T) => void = () => {};
  let reject: (reason: unknown) => void = () => {};
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}

/** An import whose readings and write end when the test says so. */
function page(last: () => LastChange | null = () => null) {
  const readings: ReturnType<typeof later<ImportPreview>>[] = [];
  const write = later<Written & { packId: string }>();
  const ended: AbortSignal[] = [];
  const read = () => {
    const reading = later<ImportPreview>();
    readings.push(reading);
    return reading.promise;
  };
  const store: Partial<Manager> = {
    startImport: (_, { signal }) => {
      ended.push(signal);
      signal.addEventListener('abort', () => write.reject(signal.reason));
      return { preview: read(), readAgain: read, commit: () => write.promise };
    },
    lastChange: async () => last(),
  };
  const notices = createNotices(undoFailure);
  const importing = createImporting({ store: managerApi({ store }).store, notices });
  return { importing, notices, readings, write, ended };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

/** Read, and being written. */
async function writing(last?: () => LastChange | null) {
  const opened = page(last);
  opened.importing.start('{}', {});
  opened.readings[0]?.resolve(importDraft());
  await settled();
  opened.importing.commit(CHOICE);
  return opened;
}

beforeEach(() => speak('en'));

describe('an import', () => {
  it('tells the bar what it has written, whoever looks', async () => {
    const { importing, notices, write } = await writing();
    expect(importing.state.step).toBe('writing');
    write.resolve({ undo: 'u1', name: NAME, packId: 'harbour' });
    await settled();
    expect(importing.state).toMatchObject({ step: 'idle', done: { packId: 'harbour', revision: 1 } });
    expect(notices.current).toMatchObject({ step: 'done', kept: { token: 'u1' } });
  });

  it('is not ended by another source while it is written', async () => {
    const { importing, ended } = await writing();
    importing.start('other', {});
    expect(ended).toHaveLength(1);
    expect(ended[0]?.aborted).toBe(false);
    expect(importing.state.step).toBe('writing');
  });

  it('that was through when it was cancelled can be undone', async () => {
    const { importing, notices } = await writing(() => ({
      undo: 'u1',
      name: NAME,
      packs: ['harbour'],
      at: Date.now(),
    }));
    importing.cancel();
    expect(importing.state.step).toBe('idle');
    await settled();
    expect(notices.current).toMatchObject({ step: 'done', kept: { token: 'u1' } });
    expect(importing.state.done?.packId).toBe('harbour');
  });

  it.for([
    [
      'of another name',
      { undo: 'u0', name: { what: 'restored' }, packs: ['harbour'], at: Date.now() + 1_000 },
    ],
    ['from before', { undo: 'u0', name: NAME, packs: ['harbour'], at: Date.now() - 1_000 }],
  ] as [string, LastChange][])('that was cancelled in time tells of no change %s', async ([, last]) => {
    const { importing, notices } = await writing(() => last);
    importing.cancel();
    await settled();
    expect(notices.current).toBeUndefined();
    expect(importing.state.done).toBeUndefined();
  });

  it('cannot be written while it is read in another way, and then as that reading only', async () => {
    const { importing, readings, ended } = page();
    importing.start('{}', {});
    readings[0]?.resolve(importDraft());
    await settled();
    const first = importing.state.reading;
    importing.readAgain({ type: 'event' });
    importing.readAgain({ type: 'document' });
    importing.commit(CHOICE);
    expect(importing.state.step).toBe('reading');
    readings[1]?.resolve(importDraft({ rows: 1 }));
    await settled();
    expect(importing.state.step).toBe('reading');
    readings[2]?.resolve(importDraft({ rows: 2 }));
    await settled();
    expect(importing.state).toMatchObject({
      step: 'preview',
      read: { type: 'document' },
      preview: { rows: 2 },
    });
    expect(importing.state.reading).not.toBe(first);
    expect(ended[0]?.aborted).toBe(false);
  });
});
