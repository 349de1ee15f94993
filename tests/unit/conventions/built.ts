/** The builds in `.output/`, as `npm run build` and `npm run build:e2e` leave them. `npm test` builds before it tests. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';

const OUTPUT = resolve(import.meta.dirname, '../../../.output');

export const SHIPPED = ['chrome-mv3', 'firefox-mv3'] as const;
export const FOR_TESTS = ['chrome-mv3-e2e', 'firefox-mv3-e2e'] as const;
export type Build = (typeof SHIPPED)[number] | (typeof FOR_TESTS)[number];

export function isBuilt(build: Build): boolean {
  return existsSync(join(OUTPUT, build, 'manifest.json'));
}

/** Stands in the name of a group of tests that is skipped. */
export function builtOrNot(build: Build): string {
  return isBuilt(build) ? build : `${build} (skipped: not built; see "npm run build")`;
}

export function readManifest(build: Build): Record<string, unknown> {
  return JSON.parse(readFileSync(join(OUTPUT, build, 'manifest.json'), 'utf8'));
}

/** The files of a build with one of the endings (`.js`), by path. */
export function readFiles(build: Build, ...endings: string[]): Map<string, string> {
  const paths = readdirSync(join(OUTPUT, build), { recursive: true, encoding: 'utf8' });
  const wanted = paths.filter((path) => endings.includes(extname(path)));
  return new Map(wanted.map((path) => [path, readFileSync(join(OUTPUT, build, path), 'utf8')]));
}

/** Of the scripts that run in pages, `page.js` and `card.js`. */
export function readPageScripts(build: Build): Map<string, string> {
  const scripts = readFiles(build, '.js');
  return new Map([...scripts].filter(([path]) => ['page.js', 'card.js'].includes(basename(path))));
}
