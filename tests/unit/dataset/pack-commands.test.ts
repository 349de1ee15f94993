import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { parsePack } from '../../../src/dataset/parse.ts';
import { harbourFile } from './broken-pack.ts';

// Each test starts a process of its own, which a busy machine may let wait.
vi.setConfig({ testTimeout: 60_000 });

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const HARBOUR = 'tests/fixtures/packs/harbour.json';
const FOLDER = mkdtempSync(join(tmpdir(), 'pack-commands-'));
afterAll(() => rmSync(FOLDER, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(FOLDER, name);
  writeFileSync(path, text);
  return path;
}

function pack(...args: string[]) {
  const run = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/pack.ts', ...args], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return { code: run.status, out: run.stdout, errors: run.stderr.split('\n').filter((line) => line !== '') };
}

describe('build', () => {
  it('writes the pack of a table on standard output', () => {
    const table = file('judges.csv', 'name,lang\nAda Quill,en\n');
    const { code, out, errors } = pack(
      'build',
      table,
      '--type',
      'person',
      '--licence',
      'CC0 1.0',
      '--title',
      'Judges',
    );
    expect(parsePack(out)).toMatchObject({
      ok: true,
      pack: { id: 'judges', title: { en: 'Judges' }, licence: 'CC0 1.0', entities: [{ id: 'ada-quill' }] },
    });
    expect(code).toBe(0);
    expect(errors).toEqual([
      expect.stringContaining('licence'),
      expect.stringContaining('1 person without any source'),
    ]);
  });

  it('writes nothing where a row is broken, unless it may leave it out', () => {
    const table = file('broken.csv', 'name,lang\nAda Quill,en\nB,en\n');
    const strict = pack('build', table);
    expect([strict.code, strict.out]).toEqual([1, '']);
    expect(strict.errors).toContainEqual(
      expect.stringMatching(/row 3, entities, aliases: "B" found; expected a name of two letters/),
    );
    const lenient = pack('build', table, '--skip-invalid');
    expect([lenient.code, parsePack(lenient.out).ok]).toEqual([0, true]);
  });

  it('says how the headers of a table may be read', () => {
    const { code, errors } = pack('build', file('odd.csv', 'Full name,aka\nAda Quill,Quill\n'));
    expect(code).toBe(1);
    expect(errors).toContainEqual(expect.stringContaining('--column "Full name=name"'));
  });
});

describe('diff', () => {
  it('says what the newer version adds, changes and takes away, a line for each', () => {
    const newer = { ...harbourFile(), version: '1.3.0', quotes: [] };
    const { code, out, errors } = pack('diff', HARBOUR, file('newer.json', JSON.stringify(newer)));
    expect([code, errors]).toEqual([0, []]);
    const lines = out.trim().split('\n');
    expect(lines).toContain('~ head (The harbour of Port Ellery (invented)): version');
    expect(lines.filter((line) => line.startsWith('- quote h'))).toHaveLength(5);
    expect(lines.at(-1)).toBe('1.2.0 to 1.3.0: 0 added, 1 changed, 5 removed, 21 entries the same');
  });
});

describe('stats', () => {
  it('counts what a pack holds', () => {
    const { code, out } = pack('stats', HARBOUR);
    expect(code).toBe(0);
    expect(out).toContain('Entities by type: person 4, event 2, organization 1, document 1, agreement 1');
    expect(out).toContain('Persons without any source: none');
  });
});

describe('a file that is no pack', () => {
  it.each(['build', 'check'])('is told in one line, though it has several: %s', (command) => {
    const broken = file('broken.json', '{\n  "formatVersion": 1,\n  "entities": [\n}\n');
    const { code, errors } = pack(command, broken);
    expect(code).toBe(1);
    expect(errors).toEqual([expect.stringMatching(/broken\.json: not JSON: .*\}/u)]);
  });

  it('is told by the headers of its table, each in one line', () => {
    const { errors } = pack('build', file('headers.csv', '"Full\nname",aka\nAda Quill,Quill\n'));
    expect(errors).toHaveLength(3);
  });

  it.each(['build', 'check'])('is not read where it is too large: %s', (command) => {
    const large = join(FOLDER, 'large.json');
    writeFileSync(large, '{');
    truncateSync(large, 1_000_000_000);
    const { code, out, errors } = pack(command, large);
    expect([code, out]).toEqual([1, '']);
    expect(errors).toEqual([`${large}: 1,000,000,000 bytes found; expected at most 200,000,000 bytes`]);
  });
});

it.each([
  [[], 'usage:'],
  [['burn', 'x'], 'usage:'],
  [['diff', HARBOUR], 'usage: npm run --silent pack -- diff OLD NEW'],
  [['build', HARBOUR, '--type', 'ghost'], '--type "ghost": expected one of'],
  [['stats', 'nothing.json'], 'nothing.json: cannot be read (ENOENT)'],
])('a command that cannot be carried out says so without a stack trace: %j', (args, line) => {
  const { code, out, errors } = pack(...args);
  expect([code, out]).toEqual([2, '']);
  expect(errors[0]).toContain(line);
  expect(errors.join('\n')).not.toMatch(/^\s+at /m);
});
