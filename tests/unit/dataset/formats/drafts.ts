import { expect } from 'vitest';
import { readDataset } from '../../../../src/dataset/formats/read.ts';
import type { Draft, ReadOptions, ReadResult } from '../../../../src/dataset/formats/types.ts';

/** The draft of a file that can be read. */
export function draftOf(input: Uint8Array | string, options: ReadOptions = {}): Draft {
  const result = readDataset(input, { today: '2026-11-23', ...options });
  if (!result.ok) expect.fail(JSON.stringify(result));
  return result.draft;
}

/** What is said of a file that cannot. */
export function refusalOf(input: Uint8Array | string, options: ReadOptions = {}): ReadResult & { ok: false } {
  const result = readDataset(input, options);
  if (result.ok) expect.fail('the file was read');
  return result;
}
