import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it, vi } from 'vitest';
import { changed } from './broken-pack.ts';

// Each test starts a process of its own, which a busy machine may let wait.
vi.setConfig({ testTimeout: 60_000 });

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const HARBOUR = 'tests/fixtures/packs/harbour.json';
const FOLDER = mkdtempSync(join(tmpdir(), 'pack-check-'));
afterAll(() => rmSync(FOLDER, { recursive: true }));

function check(...args: string[]) {
  const run = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/pack.ts', 'check', ...args], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return { code: run.status, out: run.stdout, errors: run.stderr.split('\n').filter((line) => line !== '') };
}

it('a pack that holds is told with its one-sidedness, and what was not checked', () => {
  const { code, out, errors } = check(HARBOUR, '--source', 'tests/fixtures/packs/harbour.txt');
  expect({ code, errors }).toEqual({ code: 0, errors: [] });
  expect(out).toContain('Quotes by side: dock-union 4, (none given) 1');
  expect(out).toContain('harbour-minutes: 1 part of quotes and 0 spans not held against the document');
  expect(out).toContain('All checks hold.');
});

it('a pack that does not hold is told on stderr, a line for each problem, and fails', () => {
  const unusable = join(FOLDER, 'unusable.json');
  writeFileSync(unusable, JSON.stringify(changed('entities.0.type', 'ghost')));
  expect(check(unusable)).toMatchObject({
    code: 1,
    errors: [
      `${unusable}: entities[0].type: "ghost" found; expected "person", "organization", "event", "document" or "agreement"`,
    ],
  });
});

it('a file that cannot be read is told without a stack trace', () => {
  expect(check('nothing.json')).toEqual({
    code: 2,
    out: '',
    errors: ['nothing.json: cannot be read (ENOENT)'],
  });
});
