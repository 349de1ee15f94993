import { expect, it } from 'vitest';
import type { Call } from '../../../src/store/calls.ts';
import { createManager } from '../../../src/store/manager-client.ts';

/** A worker that answers nothing but the first call of an import. */
class Silent extends EventTarget {
  onmessage: ((event: MessageEvent) => void) | null = null;
  onerror = null;
  terminated = false;
  postMessage({ call, name }: Call): void {
    if (name === 'readImport') queueMicrotask(() => this.answer(call, { ok: true }));
  }
  answer(call: number, value: unknown): void {
    this.onmessage?.(new MessageEvent('message', { data: { call, value } }));
  }
  terminate(): void {
    this.terminated = true;
  }
}

function manager() {
  const workers: Silent[] = [];
  let changes = 0;
  const store = createManager({
    startWorker: () => {
      const worker = new Silent();
      workers.push(worker);
      return worker as unknown as Worker;
    },
    settings: {
      readAll: async () => ({}),
      write: async () => {},
      clear: async () => {},
      withoutBundled: { key: 'withoutBundled' },
    },
    changed: () => {
      changes += 1;
    },
  });
  return { store, workers, changes: () => changes };
}

it('an import that is cancelled while it is written may have been written: the background looks', async () => {
  const { store, workers, changes } = manager();
  const stop = new AbortController();
  const run = store.startImport('{}', { read: {}, progress: () => {}, signal: stop.signal });
  await run.preview;
  const written = run.commit({ withoutInvalid: false, replace: false, name: { what: 'restored' } });
  expect(changes()).toBe(0);
  stop.abort(new Error('cancelled'));
  await expect(written).rejects.toThrow('cancelled');
  expect(workers[1]?.terminated).toBe(true);
  expect(changes()).toBe(1);
});

it('an import that is cancelled before it is written has changed nothing', async () => {
  const { store, changes } = manager();
  const stop = new AbortController();
  const run = store.startImport('{}', { read: {}, progress: () => {}, signal: stop.signal });
  stop.abort(new Error('cancelled'));
  await expect(run.preview).rejects.toThrow('cancelled');
  expect(changes()).toBe(0);
});
