/** A copy of the build that leaks: see `leaks.ts`. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LEAK_FILE, leakInPage, leakyStart } from './leaks.ts';

/** A picture of one point. */
const PICTURE =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=';

/**
 * @param build folder of an unpacked extension
 * @returns the folder of the copy, and what removes it
 */
export function makeLeakyBuild(build: string): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'leaky-'));
  cpSync(build, folder, { recursive: true });
  const file = (name: string) => join(folder, name);
  const manifest = JSON.parse(readFileSync(file('manifest.json'), 'utf8'));
  manifest.web_accessible_resources = [{ resources: [LEAK_FILE, 'leak.png'], matches: ['<all_urls>'] }];
  writeFileSync(file('manifest.json'), JSON.stringify(manifest));
  writeFileSync(file('leak.png'), Buffer.from(PICTURE, 'base64'));
  writeFileSync(file(LEAK_FILE), leakInPage());
  writeFileSync(file('page.js'), leakyStart() + readFileSync(file('page.js'), 'utf8'));
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}
