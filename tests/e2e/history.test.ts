import { describe, expect } from 'vitest';
import { ask } from './harness/extension.ts';
import { marks } from './harness/page.ts';
import { it } from './harness/suite.ts';

describe('a page that becomes another', () => {
  it('is read anew after document.open', async ({ page, server }) => {
    await page.goto(`${server.origin}/inline.html`);
    await expect.poll(() => marks(page)).toContain('Ebrahim Raisi');
    await page.evaluate(() => {
      document.open();
      document.write('<!doctype html><title>New</title><body><p>Only Maryam Rajavi is named here now.</p>');
      document.close();
    });
    await expect.poll(() => marks(page)).toEqual(['Maryam Rajavi']);
    await page.evaluate(() => document.body.append('Then Navid Afkari.'));
    await expect.poll(() => marks(page)).toEqual(['Maryam Rajavi', 'Navid Afkari']);
  });

  it('is read anew when its body is replaced', async ({ page, server }) => {
    await page.goto(`${server.origin}/inline.html`);
    await expect.poll(() => marks(page)).toContain('Ebrahim Raisi');
    await page.evaluate(() => {
      const body = document.createElement('body');
      body.innerHTML = '<p>Only Maryam Rajavi is named here now.</p>';
      document.body.replaceWith(body);
    });
    await expect.poll(() => marks(page)).toEqual(['Maryam Rajavi']);
  });

  it('follows a single-page application', async ({ page, server }) => {
    await page.goto(`${server.origin}/inline.html`);
    await expect.poll(() => marks(page)).toContain('Ebrahim Raisi');
    await page.evaluate(() => {
      history.pushState(null, '', '/elsewhere');
      document.title = 'Elsewhere';
      document.body.innerHTML = '<main><p>Only Maryam Rajavi is named here now.</p></main>';
    });
    await expect.poll(() => marks(page)).toEqual(['Maryam Rajavi']);
  });

  it('finds the mode of today when it comes back from the back/forward cache', async ({
    desk,
    page,
    server,
  }) => {
    await page.goto(`${server.origin}/inline.html`);
    await expect.poll(() => marks(page)).toContain('Ebrahim Raisi');
    await page.goto(`${server.origin}/plain.html`);
    await ask(desk, 'setMode', { site: '127.0.0.1', mode: 'off' });
    await page.goBack();
    await expect.poll(() => marks(page)).toEqual([]);
    await ask(desk, 'setMode', { site: '127.0.0.1', mode: 'marks' });
    await expect.poll(() => marks(page)).toContain('Ebrahim Raisi');
    await page.goForward();
    await page.goBack();
    await expect.poll(() => marks(page)).toContain('Ebrahim Raisi');
  });
});
