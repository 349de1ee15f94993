import { describe, expect, it, vi } from 'vitest';
import { inOrder } from '../../../src/ui/in-order.ts';

/** A promise that is kept or broken from outside. */
function later() {
  let resolve = (_: string) => {};
  let reject = (_: Error) => {};
  const promise = new Promise<string>((keep, fail) => {
    resolve = keep;
    reject = fail;
  });
  return { promise, resolve, reject };
}

describe('answers to questions that were asked one after the other', () => {
  it('are taken as they come', async () => {
    const newest = inOrder();
    const take = vi.fn();
    await newest(Promise.resolve(1), take, vi.fn());
    await newest(Promise.resolve(2), take, vi.fn());
    expect(take.mock.calls).toEqual([[1], [2]]);
  });

  it('are left where a later question has been answered before', async () => {
    const newest = inOrder();
    const take = vi.fn();
    const early = later();
    const waiting = newest(early.promise, take, vi.fn());
    await newest(Promise.resolve('late'), take, vi.fn());
    early.resolve('early');
    await waiting;
    expect(take.mock.calls).toEqual([['late']]);
  });

  it('may fail, and a failure that is overtaken says nothing either', async () => {
    const newest = inOrder();
    const fail = vi.fn();
    const early = later();
    const waiting = newest(early.promise, vi.fn(), fail);
    await newest(Promise.reject(new Error('gone')), vi.fn(), fail);
    early.reject(new Error('gone'));
    await waiting;
    expect(fail).toHaveBeenCalledOnce();
  });
});
