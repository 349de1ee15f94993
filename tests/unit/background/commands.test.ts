import { describe, expect, it } from 'vitest';
import { nextMode } from '../../../src/background/commands.ts';

describe('the shortcut for the mode of a site', () => {
  it.each([
    ['marks', 'quiet'],
    ['quiet', 'off'],
    ['off', 'marks'],
  ] as const)('goes from %s to %s', (from, to) => {
    expect(nextMode(from)).toBe(to);
  });
});
