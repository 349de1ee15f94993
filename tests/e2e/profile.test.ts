/** What is on the disk after a session: nobody who reads the profile learns from the extension what was read. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { describe, expect, inject } from 'vitest';
import type { browser } from 'wxt/browser';
import { launchBrowser } from './harness/browsers.ts';
import { readCard } from './harness/card.ts';
import { databaseRows } from './harness/database.ts';
import type { Driver } from './harness/driver.ts';
import { ask, openDesk, tabIdOf } from './harness/extension.ts';
import { hover, marks } from './harness/page.ts';
import { type FixtureServer, startServer } from './harness/server.ts';
import { it } from './harness/suite.ts';
import { type OpenTab, openWindow } from './harness/windows.ts';

declare const chrome: typeof browser;

const NAME = 'Ebrahim Raisi';
/** Words of addresses that were visited. */
const VISITED = {
  marks: 'visited-in-marks',
  quiet: 'visited-in-quiet',
  frame: 'visited-in-frame',
  captured: 'visited-and-selected',
  private: 'visited-in-private',
  privateRule: 'visited-with-private-rule',
} as const;
/** Sites that the reader has asked to keep. */
const KEPT = { rule: 'kept-with-rule', refused: 'kept-not-this-person' } as const;

const at = (name: string, { port }: FixtureServer, page = 'inline.html') =>
  `http://${name}.localhost:${port}/${page}?${name}`;

/** Reads, hovers, selects, and reads in a private window. */
async function spendSession(driver: Driver, server: FixtureServer): Promise<void> {
  const desk = await openDesk(driver);
  const page = await driver.newPage();

  await page.goto(at(VISITED.marks, server));
  await expect.poll(() => marks(page)).toContain(NAME);
  await hover(page, NAME);
  await expect.poll(() => readCard(driver, page)).toMatchObject({ busy: false });
  await page.keyboard.press('Escape');
  await page.evaluate(
    (src) => {
      const frame = document.createElement('iframe');
      frame.src = src;
      frame.width = frame.height = '600';
      document.body.append(frame);
    },
    at(VISITED.frame, server, 'plain-frame.html'),
  );
  await expect.poll(() => Promise.all(page.frames().map(marks)).then((all) => all[1]?.length)).toBeTruthy();

  await ask(desk, 'setDefaultMode', { mode: 'quiet' });
  await page.goto(at(VISITED.quiet, server));
  const tabId = await tabIdOf(desk, page.url());
  await expect.poll(async () => (await ask(desk, 'tabState', { tabId })).mentions.length).toBeGreaterThan(0);
  await ask(desk, 'setDefaultMode', { mode: 'marks' });

  await page.goto(at(VISITED.captured, server));
  await expect.poll(() => marks(page)).toContain(NAME);
  await driver.clickMenu(page, 'capture:quote', NAME);
  await expect
    .poll(() => desk.evaluate(async () => JSON.stringify(await chrome.storage.session.get(null))))
    .toContain(VISITED.captured);

  await ask(desk, 'setPrivateWindows', { choice: 'as-elsewhere' });
  // With each site by itself, the browser is told the names of sites.
  await ask(desk, 'setDefaultMode', { mode: 'off' });
  const { tabs } = await openWindow(driver, desk, [at(VISITED.private, server)], { isPrivate: true });
  const [{ page: hidden, tabId: privateTab }] = tabs as [OpenTab];
  await ask(desk, 'setMode', { site: `${VISITED.private}.localhost`, mode: 'marks', tabId: privateTab });
  await expect.poll(() => marks(hidden)).toContain(NAME);
  await ask(desk, 'setMode', { site: `${VISITED.privateRule}.localhost`, mode: 'quiet', tabId: privateTab });
  await ask(desk, 'refuse', {
    site: `${VISITED.private}.localhost`,
    entity: 'uk-conference-2020/ebrahim-raisi',
    on: true,
    tabId: privateTab,
  });
  await expect.poll(() => marks(hidden)).not.toContain(NAME);

  await ask(desk, 'setMode', { site: `${KEPT.rule}.localhost`, mode: 'quiet' });
  const entity = 'uk-conference-2020/maryam-rajavi';
  await ask(desk, 'refuse', { site: `${KEPT.refused}.localhost`, entity, on: true });
  // The memory of the session has held them: what follows would say nothing otherwise.
  const inMemory = await desk.evaluate(async () => JSON.stringify(await chrome.storage.session.get(null)));
  expect(inMemory).toContain(VISITED.privateRule);
  expect(await databaseRows(desk)).not.toContain('visited-');
}

interface Stored {
  /** Relative to the profile. */
  path: string;
  bytes: Buffer;
}

async function filesOf(profile: string): Promise<Stored[]> {
  const found = await readdir(profile, { recursive: true, withFileTypes: true });
  const files = found.filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name));
  return Promise.all(
    files.map(async (file) => ({ path: relative(profile, file), bytes: await readFile(file) })),
  );
}

/** Of the preferences only what the browser keeps about extensions. */
function aboutExtensions({ path, bytes }: Stored): Stored {
  if (!PREFERENCES.test(path)) return { path, bytes };
  return { path, bytes: Buffer.from(JSON.stringify(JSON.parse(bytes.toString()).extensions ?? {})) };
}

function holding(files: readonly Stored[], word: string): string[] {
  return files
    .filter(({ bytes }) => bytes.includes(word, 0, 'latin1') || bytes.includes(word, 0, 'utf16le'))
    .map(({ path }) => path);
}

const PREFERENCES = /Preferences$/u;
/** Chromium’s names of what it keeps for extensions, or from their service workers. */
const OF_EXTENSIONS = /Extension|IndexedDB\/chrome-extension|Service Worker|Local Storage|Preferences$/u;

describe.skipIf(inject('browserKind') !== 'chromium')('the profile after a session', () => {
  it('holds of visited addresses only those that the reader asked to keep', async () => {
    const profile = await mkdtemp(join(tmpdir(), 'sidelight-profile-'));
    const server = await startServer();
    try {
      const driver = await launchBrowser('chromium', { headless: true, profile });
      await driver.letInto('private windows');
      await spendSession(driver, server).finally(() => driver.close());

      const files = await filesOf(profile);
      const ours = files.filter(({ path }) => OF_EXTENSIONS.test(path)).map(aboutExtensions);
      expect(Object.values(VISITED).flatMap((word) => holding(ours, word))).toEqual([]);

      // What is there is found by the same look.
      for (const word of Object.values(KEPT)) expect(holding(ours, word), word).not.toEqual([]);
      expect(holding(ours, 'uk-conference-2020').join()).toContain('IndexedDB');
      expect(holding(files, VISITED.marks)).not.toEqual([]);
    } finally {
      await server.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    }
  });
});
