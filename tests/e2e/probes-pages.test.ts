import { existsSync } from 'node:fs';
import { describe, expect, inject } from 'vitest';
import { launchBrowser } from './harness/browsers.ts';
import { builtExtension, type Driver } from './harness/driver.ts';
import { SHARED_PAGES } from './harness/server.ts';
import { it as base } from './harness/suite.ts';
import { differingOn } from './probes/real-pages.ts';
import { filesIn, followerAt, setMode } from './probes/visit.ts';

/** Short and long, with and without scripts. All of them: `npm run probe:pages`. */
const PAGES = ['la-nacion', 'v8-blog', 'rtl-2'];
const missing = existsSync(SHARED_PAGES) ? '' : ' (skipped: ../shared/pages is not there)';

const it = base.extend<{ plain: Driver }>({
  plain: [
    async ({ driver, server }, use) => {
      const options = { headless: true, proxyPort: server.port, extension: null };
      const without = await launchBrowser(driver.kind, options);
      await use(without);
      await without.close();
    },
    { scope: 'file' },
  ],
});

describe.skipIf(missing !== '')(`real pages in quiet${missing}`, () => {
  for (const name of PAGES) {
    it(`are as they are without Sidelight: ${name}`, async ({ desk, driver, plain, server }) => {
      await setMode(desk, '127.0.0.1', 'quiet');
      const files = filesIn(builtExtension(inject('browserKind')));
      const browsers = { plain, quiet: driver, follower: followerAt(desk), files };
      expect(await differingOn(browsers, `${server.origin}/shared/${name}.html`)).toEqual([]);
    });
  }
});
