/**
 * The tests are written once and run in both browsers, one vitest project each (`vitest.config.ts`). Every test file has
 * a browser with a fresh profile and a server of its own.
 */

import type { Page } from 'puppeteer-core';
import { test as base, inject } from 'vitest';
import { launchBrowser } from './browsers.ts';
import type { BrowserKind, Driver } from './driver.ts';
import { openDesk } from './extension.ts';
import { type FixtureServer, startServer } from './server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    browserKind: BrowserKind;
  }
}

interface Fixtures {
  server: FixtureServer;
  driver: Driver;
  /** A page of the extension, opened when the extension was ready. */
  desk: Page;
  /** An empty tab, for this test alone. */
  page: Page;
}

export const it = base.extend<Fixtures>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: vitest reads from the pattern what a fixture needs
    async ({}, use) => {
      const server = await startServer();
      await use(server);
      await server.close();
    },
    { scope: 'file' },
  ],
  driver: [
    async ({ server }, use) => {
      const driver = await launchBrowser(inject('browserKind'), { headless: true, proxyPort: server.port });
      await use(driver);
      await driver.close();
    },
    { scope: 'file' },
  ],
  desk: [
    async ({ driver }, use) => {
      await use(await openDesk(driver));
    },
    { scope: 'file', auto: true },
  ],
  page: async ({ driver }, use) => {
    const page = await driver.newPage();
    await use(page);
    await page.close();
  },
});
