import { describe, expect } from 'vitest';
import { readCard } from './harness/card.ts';
import { hover, marks } from './harness/page.ts';
import { it } from './harness/suite.ts';

describe('the network', () => {
  it('hears nothing from the extension while a reader reads', async ({ desk, driver, page, server }) => {
    const visited = ['/demo-news.html', '/inline.html'];
    for (const path of visited) {
      await page.goto(server.origin + path);
      await expect.poll(() => marks(page)).toContain('Ebrahim Raisi');
      await hover(page, 'Ebrahim Raisi');
      await expect.poll(async () => (await readCard(driver, page))?.text).toContain('“');
    }
    await desk.bringToFront();
    expect(server.asked).toEqual(visited);
    expect(server.elsewhere).toEqual([]);
  });
});
