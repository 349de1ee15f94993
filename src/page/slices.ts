/** Work in slices, so that the page never waits for it. */

import { page } from './dom.ts';

/** Milliseconds of work at a time: a quarter of a frame at 60 Hz, so that the page keeps the rest. */
const SLICE_MS = 4;

/** Nodes between two looks at the clock, which itself costs as much as reading a node. */
const NODES_A_LOOK = 32;

/** Runs a generator to its end in slices. Resolves early when the signal aborts; values that are not null go to `take`. */
export async function runInSlices<T>(
  work: Generator<T | null, unknown>,
  take: (value: T) => void,
  signal: AbortSignal,
): Promise<void> {
  for (;;) {
    const until = performance.now() + SLICE_MS;
    for (let count = 1; count % NODES_A_LOOK !== 0 || performance.now() < until; count++) {
      const { done, value } = work.next();
      if (done) return;
      if (value !== null) take(value as T);
    }
    await pause();
    if (signal.aborted) return;
  }
}

/** Lets the page work: resolves in a task of its own, after what the page has queued. */
export function pause(): Promise<void> {
  if (typeof scheduler === 'undefined') return new Promise((resolve) => setTimeout(resolve));
  return scheduler.postTask(() => {}, { priority: 'background' });
}

/** @returns a promise that is kept after some milliseconds, or at once where there are none to wait for */
export async function sleep(ms: number): Promise<void> {
  if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms));
}

/** Resolves once the tab is in the foreground. */
export function visible(signal: AbortSignal): Promise<void> {
  if (page.isInFront()) return Promise.resolve();
  return new Promise((resolve) => {
    const look = () => {
      if (page.isInFront()) resolve();
    };
    addEventListener('visibilitychange', look, { signal });
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
