import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Allowance, FOR_ALL, IMPORT_TABLE } from './import-table.ts';
import { type Import, readImports } from './read-imports.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const SRC = join(ROOT, 'src');
const folders = readdirSync(SRC, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

describe('the import table', () => {
  it('has a row for every folder of src', () => {
    expect(Object.keys(IMPORT_TABLE).sort()).toEqual(expect.arrayContaining(folders.sort()));
  });

  it('stands in docs/architecture.md with the same folders', () => {
    const rows = readFileSync(join(ROOT, 'docs/architecture.md'), 'utf8').matchAll(/^\| `(\w+)` \|/gmu);
    expect([...rows].map((row) => row[1]).sort()).toEqual(Object.keys(IMPORT_TABLE).sort());
  });

  it.each(Object.keys(FOR_ALL))('holds for src/%s, which all folders may use', (file) => {
    const allowance: Allowance = { packages: FOR_ALL[file] ?? [] };
    expect(violations(join(SRC, file), allowance)).toEqual([]);
  });

  it.each(folders)('holds for src/%s', (folder) => {
    const files = readdirSync(join(SRC, folder), { recursive: true, encoding: 'utf8' }).filter((file) =>
      /\.tsx?$/u.test(file),
    );
    const found = files.flatMap((file) =>
      violations(join(SRC, folder, file), IMPORT_TABLE[folder] ?? {}, folder),
    );
    expect(found).toEqual([]);
  });
});

/** @returns one line for each import that the table does not allow */
function violations(file: string, allowance: Allowance, folder?: string): string[] {
  return readImports(file)
    .filter((made) => !isAllowed(made, file, allowance, folder))
    .map(({ from, typeOnly }) => `${relative(ROOT, file)} imports ${typeOnly ? 'types of ' : ''}${from}`);
}

function isAllowed({ from, typeOnly }: Import, file: string, allowance: Allowance, folder?: string): boolean {
  if (!from.startsWith('.')) return (allowance.packages ?? []).some((name) => isWithin(from, name));
  const target = relative(SRC, resolve(dirname(file), from)).replaceAll('\\', '/');
  const values = [
    ...(folder === undefined ? [] : [folder]),
    ...Object.keys(FOR_ALL),
    ...(allowance.values ?? []),
  ];
  const allowed = typeOnly ? [...values, ...(allowance.types ?? [])] : values;
  return allowed.some((name) => isWithin(target, name));
}

function isWithin(path: string, name: string): boolean {
  return path === name || path.startsWith(`${name}/`);
}
