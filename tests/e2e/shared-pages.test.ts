import { existsSync, readFileSync } from 'node:fs';
import { describe, expect } from 'vitest';
import { marks } from './harness/page.ts';
import { SHARED_PAGES } from './harness/server.ts';
import { it } from './harness/suite.ts';

interface SharedPage {
  page: string;
  lookalikes: { surface: string }[];
  /** Mentions nobody at all. */
  zero: boolean;
}

const INDEX = `${SHARED_PAGES}pages.json`;
const pages: SharedPage[] = existsSync(INDEX) ? JSON.parse(readFileSync(INDEX, 'utf8')) : [];
const missing = pages.length === 0 ? ' (skipped: ../shared/pages is not there)' : '';

describe.skipIf(pages.length === 0)(`real pages that mention nobody${missing}`, () => {
  const withLookalikes = pages.filter(({ zero, lookalikes }) => zero && lookalikes.length > 0);

  it('stay without a mark', async ({ page, server }) => {
    for (const { page: name } of withLookalikes) {
      await page.goto(`${server.origin}/shared/${name}.html`, { waitUntil: 'domcontentloaded' });
      // When the last paragraph is marked, everything before it has been read.
      await page.evaluate(() => {
        const last = document.createElement('p');
        last.textContent = 'Maryam Rajavi';
        document.body.append(last);
        last.scrollIntoView();
      });
      await expect.poll(() => marks(page), { message: name }).toEqual(['Maryam Rajavi']);
    }
  });
});
