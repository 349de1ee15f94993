/**
 * A page that looks for Sidelight with every means that a page has, in a browser with Sidelight and in one without.
 * What the page can find out is what differs.
 */
import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { describe, expect, inject } from 'vitest';
import type { browser } from 'wxt/browser';
import { launchBrowser } from './harness/browsers.ts';
import { builtExtension, type Driver } from './harness/driver.ts';
import { ask, openDesk, tabIdOf } from './harness/extension.ts';
import type { FixtureServer } from './harness/server.ts';
import { it as base } from './harness/suite.ts';
import { SEEN_IN_MARKS } from './probes/in-marks.ts';
import { LEAKS } from './probes/leaks.ts';
import { makeLeakyBuild } from './probes/leaky-build.ts';
import type { Probe, Snapshot } from './probes/probe.ts';
import {
  collect,
  differing,
  type Follower,
  filesIn,
  followerAt,
  kindsOf,
  nobody,
  preparePage,
  readPage,
  restOn,
  scrollBack,
  setMode,
} from './probes/visit.ts';

const SITE = '127.0.0.1';
const NAME = 'Ebrahim Raisi';
const BUILD = builtExtension(inject('browserKind'));

/** In a page of the extension; Firefox has it under this name too. */
declare const chrome: typeof browser;

interface Visit {
  kinds: Record<string, Probe['kind']>;
  read: Snapshot;
  /** After the pointer has rested on a name and left it. */
  rested: Snapshot;
}

interface Fixtures {
  /** The page as it is without any extension. */
  plain: Visit;
  leaky: { driver: Driver; desk: Page };
}

const it = base.extend<Fixtures>({
  plain: [
    async ({ driver, server }, use) => {
      const without = await launchBrowser(driver.kind, { headless: true, extension: null });
      // It looks for the files under the address that the extension has elsewhere.
      const page = await preparePage(without, { origin: driver.origin, files: filesIn(BUILD) });
      await use({ ...(await visit(page, server, nobody)), kinds: await kindsOf(page) });
      await without.close();
    },
    { scope: 'file' },
  ],
  leaky: [
    async ({ driver }, use) => {
      const { folder, remove } = makeLeakyBuild(BUILD);
      const browser = await launchBrowser(driver.kind, { headless: true, extension: folder });
      const desk = await openDesk(browser);
      await setMode(desk, SITE, 'quiet');
      await use({ driver: browser, desk });
      await browser.close();
      remove();
    },
    { scope: 'file' },
  ],
});

const leakIt = it.extend<{ seenAfter: (leak: string, needsPointer?: boolean) => Promise<string[]> }>({
  seenAfter: async ({ leaky: { driver, desk }, plain, server }, use) => {
    const page = await preparePage(driver, { origin: driver.origin, files: [...filesIn(BUILD), 'leak.png'] });
    await use(async (leak, needsPointer = false) => {
      await desk.evaluate((name) => chrome.storage.local.set({ leak: name, done: '' }), leak);
      const reading = followerAt(desk);
      const isDone = async () => (await desk.evaluate(() => chrome.storage.local.get('done'))).done;
      const read = await readPage(page, `${server.origin}/probe.html`, {
        async mentions(...expected) {
          await reading.mentions(...expected);
          await expect.poll(isDone).toBe(leak);
        },
      });
      return needsPointer ? differing(plain.rested, await restOn(page, NAME)) : differing(plain.read, read);
    });
    await page.close();
  },
});

describe('the probes', () => {
  it('are at least sixty', ({ plain }) => {
    expect(Object.keys(plain.kinds).length).toBeGreaterThanOrEqual(60);
  });

  it('find nothing by chance: two visits without Sidelight are alike', async ({ driver, plain, server }) => {
    const without = await launchBrowser(driver.kind, { headless: true, extension: null });
    const page = await preparePage(without, { origin: driver.origin, files: filesIn(BUILD) });
    const again = await visit(page, server, nobody);
    await without.close();
    expect(differing(plain.read, again.read)).toEqual([]);
    expect(differing(plain.rested, again.rested)).toEqual([]);
  });
});

describe('a page that looks for Sidelight', () => {
  it('finds nothing in quiet, though its names are counted and the pointer rests on one', async ({
    desk,
    driver,
    plain,
    server,
  }) => {
    await setMode(desk, SITE, 'quiet');
    const page = await preparePage(driver, { origin: driver.origin, files: filesIn(BUILD) });
    const quiet = await visit(page, server, followerAt(desk));
    expect(differing(plain.read, quiet.read)).toEqual([]);
    expect(differing(plain.rested, quiet.rested)).toEqual([]);
    await page.close();
  });

  it('finds nothing in quiet when the reader jumps to each name, but that it was scrolled', async ({
    desk,
    driver,
    plain,
    server,
  }) => {
    await setMode(desk, SITE, 'quiet');
    const page = await preparePage(driver, { origin: driver.origin, files: filesIn(BUILD) });
    await readPage(page, `${server.origin}/probe.html`, followerAt(desk));
    const tabId = await tabIdOf(desk, page.url());
    const { mentions } = await ask(desk, 'tabState', { tabId });
    for (const { entity, count } of mentions) {
      for (let jumps = 0; jumps < count; jumps += 1) {
        expect(await ask(desk, 'jump', { tabId, entity, direction: 1 })).toMatchObject({ of: count });
      }
    }
    // What stands where, and under the pointer, is another thing in a page that was scrolled: back to where it was.
    const backAtTop = async () => {
      await scrollBack(page);
      return collect(page);
    };
    await expect.poll(async () => differing(plain.read, await backAtTop())).toEqual([]);
    await page.close();
  });

  it('finds nothing where Sidelight is off', async ({ desk, driver, plain, server }) => {
    await setMode(desk, SITE, 'off');
    const page = await preparePage(driver, { origin: driver.origin, files: filesIn(BUILD) });
    const off = await visit(page, server, nobody);
    expect(differing(plain.read, off.read)).toEqual([]);
    expect(differing(plain.rested, off.rested)).toEqual([]);
    await page.close();
  });

  it('finds the marks and nothing else in marks, and its document as it was once they are gone', async ({
    desk,
    driver,
    plain,
    server,
  }) => {
    await setMode(desk, SITE, 'marks');
    const page = await preparePage(driver, { origin: driver.origin, files: filesIn(BUILD) });
    await readPage(page, `${server.origin}/probe.html`, followerAt(desk));
    // A frame is marked when its own script has been put into it.
    await expect
      .poll(async () => differing(plain.read, await collect(page)))
      .toEqual(Object.keys(SEEN_IN_MARKS).sort());

    await setMode(desk, SITE, 'off');
    const isState = (name: string) => plain.kinds[name] === 'state';
    await expect.poll(async () => differing(plain.read, await collect(page)).filter(isState)).toEqual([]);
    await page.close();
  });
});

describe('what a page can see in marks', () => {
  it('stands in docs/threats.md', () => {
    const threats = readFileSync(new URL('../../docs/threats.md', import.meta.url), 'utf8');
    const rows = [...threats.matchAll(/^\| `([a-z]+: [^`]+)` \| (.+) \|$/gmu)];
    expect(Object.fromEntries(rows.map(([, probe, reason]) => [probe, reason]))).toEqual(SEEN_IN_MARKS);
  });
});

describe('a build that leaks', () => {
  // Beside what else it does, it gives files to pages.
  const always = ['files of the extension: as elements', 'files of the extension: fetched'];
  const noticed = new Set(always);

  leakIt('is noticed even when it does nothing else', async ({ seenAfter }) => {
    expect(await seenAfter('nothing')).toEqual(always);
  });

  for (const { name, needsPointer, noticedBy } of LEAKS) {
    leakIt(`is noticed when it ${name}`, async ({ seenAfter }) => {
      const seen = await seenAfter(name, needsPointer);
      expect(seen).toContain(noticedBy);
      for (const probe of seen) noticed.add(probe);
    });
  }

  it('turns each of the probes red', ({ plain: { read } }) => {
    // A probe without a value asks for something that this browser does not have.
    const blind = Object.keys(read).filter((name) => read[name] !== null && !noticed.has(name));
    expect(blind).toEqual([]);
  });
});

async function visit(page: Page, server: FixtureServer, follower: Follower): Promise<Omit<Visit, 'kinds'>> {
  const read = await readPage(page, `${server.origin}/probe.html`, follower);
  return { read, rested: await restOn(page, NAME) };
}
