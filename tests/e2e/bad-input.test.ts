import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import type { Driver } from './harness/driver.ts';
import { marks } from './harness/page.ts';
import { it } from './harness/suite.ts';

interface HardPage {
  path: string;
  /** In its first screen. */
  marked?: string[];
}

const PAGES: HardPage[] = [
  { path: '/no-body.html', marked: [] },
  { path: '/frameset.html', marked: [] },
  // Chromium puts a viewer of its own in place of the document: it may be read as the page that it is.
  { path: '/document.xml' },
  { path: '/drawing.svg', marked: [] },
  { path: '/surrogates.html', marked: ['Ebrahim Raisi', 'Maryam Rajavi'] },
  { path: '/strict-csp.html', marked: ['Ebrahim Raisi'] },
  { path: '/large.html', marked: ['Maryam Rajavi'] },
];

describe('a page that is hard to read', () => {
  for (const { path, marked } of PAGES) {
    it(`leaves no error behind: ${path}`, async ({ driver, page, server }) => {
      const complaints = collectComplaints(page);
      await page.goto(server.origin + path);
      if (marked) await expect.poll(() => marks(page)).toEqual(marked);
      // A page that is served after it: whatever was started there has had its turn.
      await page.goto(`${server.origin}/inline.html`);
      await expect.poll(() => marks(page)).toContain('Ebrahim Raisi');
      expect(await ofTheExtension(driver, complaints)).toEqual([]);
    });
  }

  it('is read to its end, when the reader goes there', async ({ page, server }) => {
    await page.goto(`${server.origin}/large.html`);
    await page.evaluate(() => document.getElementById('end')?.scrollIntoView());
    await expect.poll(() => marks(page)).toContain('Ebrahim Raisi');
  });
});

/** Everything that the page's console says from now on, and every exception in the page. */
function collectComplaints(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warn') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  return complaints;
}

async function ofTheExtension(driver: Driver, complaints: string[]): Promise<string[]> {
  return [...complaints, ...(await driver.extensionErrors())];
}
