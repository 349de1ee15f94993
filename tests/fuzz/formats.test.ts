import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { readDataset } from '../../src/dataset/formats/read.ts';
import { writeDataset } from '../../src/dataset/formats/write.ts';
import { parsePack } from '../../src/dataset/parse.ts';
import { anyPack } from './any-pack.ts';
import { type BrokenFile, brokenFile } from './broken-files.ts';
import { isLong, runs } from './runs.ts';

vi.setConfig({ testTimeout: isLong ? 3_600_000 : 120_000 });

/** Ten times the goal of a second for a file, in milliseconds. */
const DEADLINE = 10_000;

it('a broken file gives a draft of valid rows or a problem with a message, soon, and changes nothing else', () => {
  const builtIns = Object.getOwnPropertyNames(Object.prototype);
  const outcomes = new Map<string, number>();
  let slowest = 0;
  fc.assert(
    fc.property(brokenFile, ({ input, options }: BrokenFile) => {
      const start = performance.now();
      const result = readDataset(input, options);
      const took = performance.now() - start;
      slowest = Math.max(slowest, took);
      expect(took).toBeLessThan(DEADLINE);
      expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(builtIns);
      const outcome = result.ok ? `${result.draft.format}: read` : `refused: ${result.problems[0]?.reason}`;
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      if (result.ok) {
        const parsed = parsePack(structuredClone(result.draft.pack));
        if (!parsed.ok) expect.fail(JSON.stringify(parsed.problems));
        expect(isDeepStrictEqual(parsed.pack, result.draft.pack)).toBe(true);
      } else expect(result.problems.length).toBeGreaterThan(0);
      const problems = result.ok ? result.draft.invalid : [...result.problems, ...result.invalid];
      for (const { text, reason } of problems)
        expect([text.length > 0, reason.length > 0]).toEqual([true, true]);
    }),
    runs(400, 100_000),
  );
  if (isLong) console.log(Object.fromEntries([...outcomes].toSorted()), `slowest: ${slowest.toFixed(0)} ms`);
  expect(outcomes.size).toBeGreaterThan(8);
});

it('a written pack is read as the same pack', () => {
  fc.assert(
    fc.property(anyPack, (pack) => {
      const { text } = writeDataset(pack, 'pack');
      expect(parsePack(text)).toEqual({ ok: true, pack });
      const read = readDataset(text);
      if (!read.ok) expect.fail(JSON.stringify(read.problems));
      expect(read.draft).toMatchObject({ invalid: [] });
      expect(read.draft.pack).toEqual(pack);
    }),
    runs(150, 1_000),
  );
});
