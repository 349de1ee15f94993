import { expect, it } from 'vitest';
import { isLongAgo } from '../../../../src/options/manager/packs/checked.ts';

it.each([
  ['2026-11-23', false],
  ['2025-11-24', false],
  ['2025-11-22', true],
  ['2019-01-01', true],
])('a pack that was checked on %s is worth a warning in November 2026: %s', (checked, warns) => {
  expect(isLongAgo(checked, new Date('2026-11-23T12:00:00Z'))).toBe(warns);
});
