/**
 * Runs the probes on all pages of `../shared/pages`, in `quiet` and without Sidelight, in both browsers, and says which
 * probes differ; then reads them all in `marks`, with the pointer on one, and says what errors of ours that leaves.
 * Takes some minutes. `npm run probe:pages [-- chromium|firefox] [quiet|marks] [PAGE.html …]`
 */
import { existsSync, readdirSync } from 'node:fs';
import { launchBrowser } from '../harness/browsers.ts';
import { BROWSER_KINDS, type BrowserKind, builtExtension, type Driver, VIEWPORT } from '../harness/driver.ts';
import { openDesk } from '../harness/extension.ts';
import { SHARED_PAGES, startServer } from '../harness/server.ts';
import { differingOn } from './real-pages.ts';
import { filesIn, followerAt, MENTIONED, preparePage, readMarked, setMode } from './visit.ts';

const MODES = ['quiet', 'marks'] as const;

async function run(kind: BrowserKind): Promise<number> {
  const server = await startServer();
  const options = { headless: true, proxyPort: server.port };
  const driver = await launchBrowser(kind, options);
  const addresses = chosenOf(readdirSync(SHARED_PAGES).filter((file) => file.endsWith('.html'))).map(
    (name) => `${server.origin}/shared/${name}`,
  );
  let troubles = 0;
  for (const mode of chosenOf(MODES)) {
    const differ = mode === 'quiet' ? await probeAll(driver, addresses, server.port) : 0;
    if (mode === 'marks') troubles += await markAll(driver, addresses);
    // Probes ask for files of the extension, which browsers refuse aloud.
    const errors = (await driver.extensionErrors()).filter((error) => !error.includes('?probe'));
    for (const error of errors) console.log(`${kind}: ${mode}: ${error}`);
    console.log(`${kind}: ${mode}: ${addresses.length} pages, ${differ} differ, ${errors.length} errors`);
    troubles += differ + errors.length;
  }
  await Promise.all([driver.close(), server.close()]);
  return troubles;
}

/** @returns how many pages differ from what they are without Sidelight */
async function probeAll(quiet: Driver, addresses: readonly string[], proxyPort: number): Promise<number> {
  const plain = await launchBrowser(quiet.kind, { headless: true, proxyPort, extension: null });
  const desk = await openDesk(quiet);
  await setMode(desk, '127.0.0.1', 'quiet');
  const browsers = { plain, quiet, follower: followerAt(desk), files: filesIn(builtExtension(quiet.kind)) };
  let differ = 0;
  for (const url of addresses) {
    const names = await differingOn(browsers, url).catch((error: unknown) => [String(error)]);
    if (names.length > 0) differ++;
    say(quiet, url, `${names.length} differ${names.map((probe) => `\n  ${probe}`).join('')}`);
  }
  await Promise.all([plain.close(), desk.close()]);
  return differ;
}

/** @returns how many pages could not be read */
async function markAll(driver: Driver, addresses: readonly string[]): Promise<number> {
  const desk = await openDesk(driver);
  await setMode(desk, '127.0.0.1', 'marks');
  let unread = 0;
  for (const url of addresses) {
    const page = await preparePage(driver, { origin: driver.origin, files: [], still: true });
    await page.setViewport(VIEWPORT);
    const marks = await readMarked(page, url, followerAt(desk)).catch((error: unknown) => String(error));
    if (typeof marks === 'string') unread++;
    say(driver, url, `${marks} marks, with that of ${MENTIONED}`);
    await page.close();
  }
  await desk.close();
  return unread;
}

function say({ kind }: Driver, url: string, what: string): void {
  console.log(`${kind}: ${url.slice(url.lastIndexOf('/') + 1)}: ${what}`);
}

/** Those that were named on the command line, or all. */
function chosenOf<Name extends string>(names: readonly Name[]): readonly Name[] {
  const asked = names.filter((name) => process.argv.includes(name));
  return asked.length > 0 ? asked : names;
}

async function main(): Promise<void> {
  if (!existsSync(SHARED_PAGES)) {
    console.log('Skipped: ../shared/pages is not there.');
    return;
  }
  let troubles = 0;
  for (const kind of chosenOf(BROWSER_KINDS)) troubles += await run(kind);
  console.log(troubles === 0 ? '0 probes differ, 0 errors.' : `${troubles} pages or errors above.`);
  process.exitCode = troubles === 0 ? 0 : 1;
}

void main();
