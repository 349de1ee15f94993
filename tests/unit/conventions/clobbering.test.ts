import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** What runs in pages. `dom.ts` of each folder asks the prototypes. */
const FOLDERS = ['src/page', 'src/card'];

const files = FOLDERS.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => /\.tsx?$/u.test(name) && name !== 'dom.ts')
    .map((name) => `${folder}/${name}`),
);

describe('scripts that run in pages', () => {
  it.each(files)('ask no document for what an element of the page can stand in for: %s', (file) => {
    const code = readFileSync(file, 'utf8').replaceAll(/\/\*.*?\*\/|\/\/.*/gsu, '');
    expect(
      code.match(/\b(?:document|ownerDocument)\??\.\w+|\bglobalThis\.sidelight\w+\b(?! =)/gu) ?? [],
    ).toEqual([]);
  });
});
