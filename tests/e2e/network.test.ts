import { describe, expect } from 'vitest';
import { readCard } from './harness/card.ts';
import { hover, marks } from './harness/page.ts';
import { it } from './harness/suite.ts';

/** Browsers ask their makers for time and updates, with and without an extension. */
const MAKERS = /(?:^|[/ .])(?:google|googleapis|gstatic|gvt1|mozilla)\.(?:com|net|org)[:/]/u;

describe('the network', () => {
  it('hears nothing from the extension while a reader reads', async ({ desk, driver, page, server }) => {
    const visited = ['/demo-news.html', '/inline.html'];
    for (const path of visited) {
      await page.goto(server.origin + path);
      await expect.poll(() => marks(page)).toContain('Ebrahim Raisi');
      await hover(page, 'Ebrahim Raisi');
      await expect.poll(() => readCard(driver, page)).toMatchObject({ busy: false });
    }
    await desk.bringToFront();
    expect(server.asked).toEqual(visited);
    expect(server.elsewhere.filter((request) => !MAKERS.test(request))).toEqual([]);
  });
});
