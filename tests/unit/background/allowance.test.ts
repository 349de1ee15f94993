import { describe, expect, it } from 'vitest';
import { createAllowance } from '../../../src/background/allowance.ts';

describe('the allowance of a tab', () => {
  const clock = { now: 0 };
  const start = () => {
    clock.now = 0;
    return createAllowance({ burst: 100, perSecond: 10 }, () => clock.now);
  };

  it('grants a burst, then nothing', () => {
    const allowance = start();
    expect(allowance.take(1, 60)).toBe(true);
    expect(allowance.take(1, 60)).toBe(false);
    expect(allowance.take(1, 40)).toBe(true);
    expect(allowance.take(1, 1)).toBe(false);
  });

  it('comes back with time, up to the burst', () => {
    const allowance = start();
    allowance.take(1, 100);
    clock.now = 2_000;
    expect(allowance.take(1, 21)).toBe(false);
    expect(allowance.take(1, 20)).toBe(true);
    clock.now = 1_000_000;
    expect(allowance.take(1, 101)).toBe(false);
    expect(allowance.take(1, 100)).toBe(true);
  });

  it('is each tab’s own', () => {
    const allowance = start();
    allowance.take(1, 100);
    expect(allowance.take(2, 100)).toBe(true);
    allowance.forget(1);
    expect(allowance.take(1, 100)).toBe(true);
  });
});
