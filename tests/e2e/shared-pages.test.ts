import { existsSync, readFileSync } from 'node:fs';
import { describe, expect } from 'vitest';
import { marks } from './harness/page.ts';
import { SHARED_PAGES } from './harness/server.ts';
import { it } from './harness/suite.ts';

interface SharedPage {
  page: string;
  mentions: { surface: string; entity: string; weak?: boolean }[];
  /** Mentions nobody at all. */
  zero: boolean;
}

const INDEX = `${SHARED_PAGES}pages.json`;
const pages: SharedPage[] = existsSync(INDEX) ? JSON.parse(readFileSync(INDEX, 'utf8')) : [];
const missing = pages.length === 0 ? ' (skipped: ../shared/pages is not there)' : '';

describe.skipIf(pages.length === 0)(`real pages${missing}`, () => {
  it('are marked only where they mention what the pack looks for', async ({ page, server }) => {
    await page.goto(`${server.origin}/shared/wapo-2.html`);
    await expect.poll(() => marks(page)).toEqual(['nuclear deal']);
  });
});
