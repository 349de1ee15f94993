import type { Frame, Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import { readCard } from './harness/card.ts';
import { ask, tabIdOf } from './harness/extension.ts';
import { hover, marks } from './harness/page.ts';
import { it } from './harness/suite.ts';

/** The document in a frame of the fixture, by the id of its element. */
async function frameOf(page: Page, id: string): Promise<Frame> {
  const element = await page.waitForSelector(`#${id}`);
  const frame = await element?.contentFrame();
  if (!frame) throw new Error(`no frame "${id}"`);
  return frame;
}

describe('shadow trees', () => {
  it('are read, open and closed, on custom elements and on plain ones', async ({ page, server }) => {
    await page.goto(`${server.origin}/trees.html`);
    await expect.poll(() => marks(page)).toEqual(['Ebrahim Raisi', 'Maryam Rajavi', 'Navid Afkari']);
  });

  it('show their marks to the reader', async ({ desk, page, server }) => {
    const pictures = async () => {
      const hosts = await page.$$('#open, #closed, #closed-plain');
      return Promise.all(hosts.map(async (host) => Buffer.from(await host.screenshot()).toString('base64')));
    };
    await ask(desk, 'setMode', { site: '127.0.0.1', mode: 'off' });
    await page.goto(`${server.origin}/trees.html`);
    const plain = await pictures();
    await ask(desk, 'setMode', { site: '127.0.0.1', mode: 'marks' });
    await expect.poll(async () => (await marks(page)).length).toBe(3);
    await expect
      .poll(async () => (await pictures()).map((picture, at) => picture !== plain[at]))
      .toEqual([true, true, true]);
  });

  it('are followed when they change', async ({ page, server }) => {
    await page.goto(`${server.origin}/trees.html`);
    await expect.poll(() => marks(page)).toContain('Ebrahim Raisi');
    await page.evaluate('changeInTree()');
    await expect.poll(() => marks(page)).toContain('Mostafa Pourmohammadi');
    expect(await marks(page)).not.toContain('Ebrahim Raisi');
  });

  it('are found when a custom element gets one late', async ({ page, server }) => {
    await page.goto(`${server.origin}/trees.html`);
    await expect.poll(() => marks(page)).toContain('Ebrahim Raisi');
    await page.evaluate('upgrade()');
    await expect.poll(() => marks(page), { timeout: 10_000 }).toContain('Tahar Boumedra');
  });

  it('answer to the pointer', async ({ driver, page, server }) => {
    await page.goto(`${server.origin}/trees.html`);
    await expect.poll(() => marks(page)).toContain('Ebrahim Raisi');
    await hover(page, 'Ebrahim Raisi');
    await expect
      .poll(() => readCard(driver, page))
      .toMatchObject({ name: expect.stringContaining('Ebrahim Raisi') });
  });
});

describe('frames', () => {
  it.for([
    ['same', 'Mostafa Pourmohammadi'],
    ['srcdoc', 'Bob Blackman'],
    ['blank', 'Hossein-Ali Nayeri'],
  ] as const)('are read when they are large enough: %s', async ([id, name], { page, server }) => {
    await page.goto(`${server.origin}/trees.html`);
    const frame = await frameOf(page, id);
    await expect.poll(async () => (await marks(frame)).join()).toContain(name);
  });

  it('of another origin are read, under the mode of the page around them', async ({ desk, page, server }) => {
    await page.goto(`${server.origin}/trees.html`);
    await page.evaluate((port) => {
      const frame = document.createElement('iframe');
      Object.assign(frame, {
        id: 'other',
        width: 400,
        height: 160,
        src: `http://localhost:${port}/plain-frame.html`,
      });
      document.body.prepend(frame);
    }, server.port);
    const marksInside = async () => {
      const frame = page.frames().find((each) => each.url().startsWith('http://localhost:'));
      return frame === undefined ? [] : marks(frame);
    };
    await expect.poll(marksInside).toEqual(['Mostafa Pourmohammadi']);
    await ask(desk, 'setMode', { site: 'localhost', mode: 'off' });
    expect(await marksInside()).not.toEqual([]);
    await ask(desk, 'setMode', { site: '127.0.0.1', mode: 'off' });
    await expect.poll(marksInside).toEqual([]);
    await ask(desk, 'setMode', { site: '127.0.0.1', mode: 'marks' });
    await ask(desk, 'setMode', { site: 'localhost', mode: 'marks' });
  });

  it('are read when a script of the page adds them inside something that stands in the line', async ({
    page,
    server,
  }) => {
    await page.goto(`${server.origin}/plain-frame.html`);
    await expect.poll(() => marks(page)).toEqual(['Mostafa Pourmohammadi']);
    await page.evaluate(() => {
      document
        .querySelector('p')
        ?.insertAdjacentHTML(
          'beforeend',
          '<span><iframe width="400" height="160" src="/plain-frame.html?added"></iframe></span>',
        );
    });
    const added = await page.waitForFrame((frame) => frame.url().endsWith('?added'));
    await expect.poll(() => marks(added)).toEqual(['Mostafa Pourmohammadi']);
  });

  it('are left alone when they are small', async ({ page, server }) => {
    await page.goto(`${server.origin}/trees.html`);
    const large = await frameOf(page, 'same');
    await expect.poll(() => marks(large)).not.toEqual([]);
    expect(await marks(await frameOf(page, 'small'))).toEqual([]);
  });

  it('are read again when they go to another page', async ({ page, server }) => {
    await page.goto(`${server.origin}/trees.html`);
    const frame = await frameOf(page, 'same');
    await expect.poll(() => marks(frame)).not.toEqual([]);
    await frame.goto(`${server.origin}/inline.html`);
    const after = await frameOf(page, 'same');
    await expect.poll(() => marks(after)).toContain('Maryam Rajavi');
  });

  it('follow the mode of the page around them', async ({ desk, page, server }) => {
    await page.goto(`${server.origin}/trees.html`);
    const frame = await frameOf(page, 'srcdoc');
    await expect.poll(() => marks(frame)).not.toEqual([]);
    await ask(desk, 'setMode', { site: '127.0.0.1', mode: 'off' });
    await expect.poll(() => marks(frame)).toEqual([]);
    await expect.poll(() => marks(page)).toEqual([]);
    await ask(desk, 'setMode', { site: '127.0.0.1', mode: 'marks' });
    await page.bringToFront();
    await expect.poll(() => marks(frame)).not.toEqual([]);
  });

  it('count with the page', async ({ desk, page, server }) => {
    const url = `${server.origin}/trees.html`;
    await page.goto(url);
    const frame = await frameOf(page, 'blank');
    await expect.poll(() => marks(frame)).not.toEqual([]);
    const { mentions } = await ask(desk, 'tabState', { tabId: await tabIdOf(desk, url) });
    expect(mentions.map(({ name }) => name)).toContain('Hossein-Ali Nayeri');
  });
});
