import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import type { Driver } from './harness/driver.ts';
import { ask } from './harness/extension.ts';
import { marks, screenshot } from './harness/page.ts';
import { it } from './harness/suite.ts';

const RAISI = 'uk-conference-2020/ebrahim-raisi';

async function openOptions(driver: Driver, section: string): Promise<Page> {
  const page = await driver.openExtensionPage(`options.html#${section}`);
  await page.waitForSelector('main h2 + *');
  await page.bringToFront();
  return page;
}

const rulesOf = async (desk: Page) =>
  Object.fromEntries((await ask(desk, 'choices', {})).rules.map(({ site, mode }) => [site, mode]));

/** The words of the bar that offers Undo. */
const notice = (page: Page) =>
  page.evaluate(() => document.querySelector('.notice .words')?.textContent ?? '');

async function add(page: Page, typed: string, mode: string): Promise<void> {
  await page.locator('.add-rule input').fill(typed);
  await page.select('.add-rule select', mode);
  await page.locator('.add-rule [type=submit]').click();
}

/** The marks of a tab, once the reader looks at it: a page behind others is read when it comes to the front. */
async function marksInFront(page: Page): Promise<() => Promise<string[]>> {
  await page.bringToFront();
  return () => marks(page);
}

/** Gives the file picker's input a file with these words. */
async function importFile(page: Page, text: string): Promise<void> {
  const path = join(mkdtempSync(join(tmpdir(), 'sites-')), 'sites.json');
  writeFileSync(path, text);
  const input = await page.$('input[type=file]');
  if (input === null) throw new Error('the section has no place for a file');
  await input.uploadFile(path);
}

describe('the rules of sites', () => {
  it('are added as people write them, changed, and deleted, each with Undo', async ({ desk, driver }) => {
    const page = await openOptions(driver, 'sites');
    await add(page, 'https://www.Bücher.example/a/story', 'quiet');
    await page.waitForSelector('[data-site="www.xn--bcher-kva.example"]');
    expect(await page.$eval('[data-site="www.xn--bcher-kva.example"] bdi', (bdi) => bdi.textContent)).toBe(
      'www.bücher.example',
    );
    await page.select('[data-site="www.xn--bcher-kva.example"] select', 'off');
    await expect.poll(() => rulesOf(desk)).toMatchObject({ 'www.xn--bcher-kva.example': 'off' });
    await page.locator('.notice .undo').click();
    await expect.poll(() => rulesOf(desk)).toMatchObject({ 'www.xn--bcher-kva.example': 'quiet' });

    await page.locator('[data-site="www.xn--bcher-kva.example"] .icon-only').click();
    await expect.poll(() => rulesOf(desk)).not.toHaveProperty(['www.xn--bcher-kva.example']);
    await expect.poll(() => notice(page)).toBe('The rule of www.bücher.example was deleted.');
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('undo');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-site="www.xn--bcher-kva.example"]');
    await screenshot(page, `options-sites-${driver.kind}`);
    await ask(desk, 'setRules', { rules: [{ site: 'www.xn--bcher-kva.example', mode: null }] });
    await page.close();
  });

  it('are not made of what is no site, and the reason is said', async ({ desk, driver }) => {
    const page = await openOptions(driver, 'sites');
    const before = await rulesOf(desk);
    await add(page, 'two words', 'off');
    await page.waitForSelector('[aria-invalid=true]');
    expect(await page.$eval('.add-rule [role=alert]', (alert) => alert.textContent)).toContain(
      'no host name',
    );
    expect(await rulesOf(desk)).toEqual(before);
    await page.close();
  });

  it('act in an open tab at once', async ({ desk, driver, page, server }) => {
    await page.goto(`${server.origin}/inline.html`);
    await expect.poll(() => marks(page)).toContain('Ebrahim Raisi');
    const options = await openOptions(driver, 'sites');
    await add(options, page.url(), 'off');
    await expect.poll(() => marks(page)).toEqual([]);
    await options.locator('[data-site="127.0.0.1"] .icon-only').click();
    await expect.poll(await marksInFront(page)).toContain('Ebrahim Raisi');
    expect(await rulesOf(desk)).not.toHaveProperty(['127.0.0.1']);
    await options.close();
  });

  it('come from a file, whose bad rows are named, go back with Undo, and to a file', async ({
    desk,
    driver,
  }) => {
    const page = await openOptions(driver, 'sites');
    await ask(desk, 'setMode', { site: 'kept.example', mode: 'off' });
    await page.waitForSelector('[data-site="kept.example"]');
    const before = await rulesOf(desk);
    const sites = [
      { site: 'kept.example', mode: 'quiet' },
      { site: 'about:blank', mode: 'off' },
      { site: 'new.example', mode: 'marks' },
    ];
    await importFile(page, JSON.stringify({ format: 'sidelight-sites', version: 1, sites }));
    await expect
      .poll(() => rulesOf(desk))
      .toEqual({ ...before, 'kept.example': 'quiet', 'new.example': 'marks' });
    await expect
      .poll(() => page.$$eval('.bad-rows li', (rows) => rows.map((row) => row.textContent)))
      .toEqual([expect.stringMatching(/^Row 2: about:blank This is no address/u)]);

    await page.evaluate(() => {
      const make = URL.createObjectURL;
      URL.createObjectURL = (file) => {
        if (file instanceof Blob) file.text().then((text) => Object.assign(globalThis, { saved: text }));
        return make(file);
      };
    });
    await page.locator('.rules-file button:last-of-type').click();
    await expect
      .poll(async () =>
        JSON.parse(await page.evaluate(() => String(Reflect.get(globalThis, 'saved') ?? '{}'))),
      )
      .toMatchObject({ sites: expect.arrayContaining([{ site: 'new.example', mode: 'marks' }]) });

    await page.locator('.notice .undo').click();
    await expect.poll(() => rulesOf(desk)).toEqual(before);
    await ask(desk, 'setMode', { site: 'kept.example', mode: null });
    await page.close();
  });

  it('stay usable when there are 5,000 of them', async ({ desk, driver }) => {
    const sites = Array.from({ length: 5_000 }, (_, i) => `site-${i}.example`);
    await ask(desk, 'setRules', { rules: sites.map((site) => ({ site, mode: 'quiet' })) });
    const page = await openOptions(driver, 'sites');
    await page.waitForSelector('[data-site]');
    expect((await page.$$('[data-site]')).length).toBeLessThan(1_000);
    const started = performance.now();
    await page.locator('[type=search]').fill('site-4321');
    await page.waitForFunction(() => document.querySelectorAll('[data-site]').length === 1);
    console.info(`${driver.kind}: found among 5,000 rules in ${Math.round(performance.now() - started)} ms`);
    await page.locator('[data-site="site-4321.example"] .icon-only').click();
    await expect.poll(async () => (await ask(desk, 'choices', {})).rules.length).toBe(4_999);
    await page.locator('.notice .undo').click();
    await expect.poll(async () => (await ask(desk, 'choices', {})).rules.length).toBe(5_000);
    await page.close();
    await ask(desk, 'setRules', { rules: sites.map((site) => ({ site, mode: null })) });
  });
});

describe('muted names', () => {
  it('are shown again in an open tab at once, and muted again with Undo', async ({
    desk,
    driver,
    page,
    server,
  }) => {
    await page.goto(`${server.origin}/inline.html`);
    await expect.poll(() => marks(page)).toContain('Ebrahim Raisi');
    await ask(desk, 'mute', { entity: RAISI, on: true });
    await expect.poll(() => marks(page)).not.toContain('Ebrahim Raisi');
    const options = await openOptions(driver, 'muted');
    await options.locator('::-p-aria(Show again: Ebrahim Raisi)').click();
    await expect.poll(await marksInFront(page)).toContain('Ebrahim Raisi');
    await options.bringToFront();
    await options.locator('.notice .undo').click();
    await expect.poll(await marksInFront(page)).not.toContain('Ebrahim Raisi');
    await ask(desk, 'mute', { entity: RAISI, on: false });
    await options.close();
  });

  it('that were somebody else on a site are shown there again', async ({ desk, driver, page, server }) => {
    await page.goto(`${server.origin}/inline.html`);
    await ask(desk, 'refuse', { site: '127.0.0.1', entity: RAISI, on: true });
    await expect.poll(() => marks(page)).not.toContain('Ebrahim Raisi');
    const options = await openOptions(driver, 'muted');
    await options.locator('::-p-aria(Show again: Ebrahim Raisi)').click();
    await expect.poll(await marksInFront(page)).toContain('Ebrahim Raisi');
    await options.close();
  });
});

describe('the frame of the options page', () => {
  it('goes by the address, tells screen readers where, and moves the focus', async ({ driver }) => {
    const page = await openOptions(driver, 'appearance');
    expect(await page.$eval('nav [aria-current]', (link) => link.textContent)).toBe('Appearance');
    await page.locator('nav [href="#shortcuts"]').click();
    await page.waitForSelector('kbd');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Shortcuts');
    expect(await page.evaluate(() => document.title)).toMatch(/^Shortcuts/u);
    await page.close();
  });

  it('pauses everywhere, and resumes', async ({ desk, driver, page, server }) => {
    await page.goto(`${server.origin}/inline.html`);
    await expect.poll(() => marks(page)).toContain('Ebrahim Raisi');
    const options = await openOptions(driver, 'sites');
    await options.locator('main .acts button').click();
    await expect.poll(() => marks(page)).toEqual([]);
    expect((await ask(desk, 'choices', {})).pause).not.toBeNull();
    await options.locator('.banner .main').click();
    await expect.poll(await marksInFront(page)).toContain('Ebrahim Raisi');
    await options.close();
  });
});
