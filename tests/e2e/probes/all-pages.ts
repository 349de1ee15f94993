/**
 * Runs the probes on all pages of `../shared/pages`, in `quiet` and without Sidelight, in both browsers, and says which
 * probes differ. Takes some minutes. `npm run probe:pages [-- chromium|firefox] [PAGE.html …]`
 */
import { existsSync, readdirSync } from 'node:fs';
import { launchBrowser } from '../harness/browsers.ts';
import { BROWSER_KINDS, type BrowserKind, builtExtension } from '../harness/driver.ts';
import { openDesk } from '../harness/extension.ts';
import { SHARED_PAGES, startServer } from '../harness/server.ts';
import { differingOn } from './real-pages.ts';
import { filesIn, followerAt, setMode } from './visit.ts';

async function run(kind: BrowserKind): Promise<number> {
  const server = await startServer();
  const options = { headless: true, proxyPort: server.port };
  const quiet = await launchBrowser(kind, options);
  const plain = await launchBrowser(kind, { ...options, extension: null });
  const desk = await openDesk(quiet);
  await setMode(desk, '127.0.0.1', 'quiet');
  const files = filesIn(builtExtension(kind));
  let troubled = 0;
  const all = readdirSync(SHARED_PAGES).filter((file) => file.endsWith('.html'));
  const asked = all.filter((name) => process.argv.includes(name));
  for (const name of asked.length > 0 ? asked : all) {
    const url = `${server.origin}/shared/${name}`;
    const browsers = { plain, quiet, follower: followerAt(desk), files };
    const names = await differingOn(browsers, url).catch((error: unknown) => [String(error)]);
    console.log(`${kind}: ${name}: ${names.length} differ${names.map((probe) => `\n  ${probe}`).join('')}`);
    if (names.length > 0) troubled++;
  }
  const errors = (await quiet.extensionErrors()).filter((error) => !error.includes('?probe'));
  for (const error of errors) console.log(`${kind}: ${error}`);
  await Promise.all([quiet.close(), plain.close(), server.close()]);
  return troubled + errors.length;
}

async function main(): Promise<void> {
  if (!existsSync(SHARED_PAGES)) {
    console.log('Skipped: ../shared/pages is not there.');
    return;
  }
  const chosen = BROWSER_KINDS.filter((kind) => process.argv.includes(kind));
  let troubles = 0;
  for (const kind of chosen.length > 0 ? chosen : BROWSER_KINDS) troubles += await run(kind);
  console.log(troubles === 0 ? '0 probes differ, 0 errors.' : `${troubles} pages or errors above.`);
  process.exitCode = troubles === 0 ? 0 : 1;
}

void main();
