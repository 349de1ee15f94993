import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { restingBetween } from '../../../src/ui/resting.ts';

describe('a question that rests between two times', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is asked at once', () => {
    const work = vi.fn();
    restingBetween(work, new AbortController().signal)();
    expect(work).toHaveBeenCalledOnce();
  });

  it('is asked once more after many calls, so that the last is never lost', () => {
    const work = vi.fn();
    const ask = restingBetween(work, new AbortController().signal);
    for (let calls = 0; calls < 50; calls += 1) ask();
    expect(work).toHaveBeenCalledTimes(1);
    vi.runAllTimers();
    expect(work).toHaveBeenCalledTimes(2);
  });

  it('is asked at once again after its rest', () => {
    const work = vi.fn();
    const ask = restingBetween(work, new AbortController().signal);
    ask();
    vi.runAllTimers();
    ask();
    expect(work).toHaveBeenCalledTimes(2);
  });

  it('is asked no more once the view has gone', () => {
    const work = vi.fn();
    const life = new AbortController();
    const ask = restingBetween(work, life.signal);
    ask();
    ask();
    life.abort();
    vi.runAllTimers();
    expect(work).toHaveBeenCalledOnce();
  });
});
