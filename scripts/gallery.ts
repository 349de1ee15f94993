/**
 * Draws every view in every named state and looks at it: `npm run gallery [-- PART-OF-A-NAME]`.
 * Screenshots go to `.output/gallery/NAME.FORM.png`, what axe-core finds in each to `.output/gallery/axe.json`.
 * Ends with 1 where axe finds something, something is wider than its window, or a state cannot be drawn.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type Axe from 'axe-core';
import type { AxeResults, RunOptions } from 'axe-core';
import puppeteer, { type Browser, type ElementHandle, type Page } from 'puppeteer-core';
import { build, preview } from 'vite';
import type { Step } from '../tests/gallery/state.ts';

const ROOT = fileURLToPath(new URL('../tests/gallery', import.meta.url));
const OUT = fileURLToPath(new URL('../.output/gallery', import.meta.url));
const SITE = fileURLToPath(new URL('../.output/gallery-site', import.meta.url));

/** WCAG 2.2 AA and what axe calls good practice; a page's own structure (one h1, landmarks) is not ours to give. */
const AXE: RunOptions = {
  rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
  resultTypes: ['violations'],
};

declare global {
  /** In the page, once axe-core was put into it. */
  var axe: typeof Axe;
}

/** CSS pixels: as wide as it asks for, and higher only with its content. */
const POPUP_WIDTH = 364;
const POPUP_HEIGHT = 400;

interface Form {
  name: string;
  width: number;
  height: number;
  lang?: 'fa';
  features?: { name: string; value: string }[];
  /** CSS pixels: the size that the reader has set in the browser. */
  text?: number;
}

/** CSS pixels: what browsers come with. */
const TEXT = 16;

const DARK = { name: 'prefers-color-scheme', value: 'dark' };
const FORMS: Form[] = [
  { name: 'light', width: 760, height: 800 },
  { name: 'dark', width: 760, height: 800, features: [DARK] },
  { name: 'rtl', width: 760, height: 800, lang: 'fa' },
  { name: 'narrow', width: 320, height: 640 },
  { name: 'large', width: 760, height: 800, text: 2 * TEXT },
  {
    name: 'forced',
    width: 760,
    height: 800,
    features: [{ name: 'forced-colors', value: 'active' }, DARK],
  },
];

interface Finding {
  state: string;
  form: string;
  problems: { id: string; help: string; at: string[] }[];
}

async function main(only: string): Promise<boolean> {
  await rm(OUT, { recursive: true, force: true });
  await mkdir(OUT, { recursive: true });
  await build({
    root: ROOT,
    logLevel: 'warn',
    build: { outDir: SITE, emptyOutDir: true, target: 'esnext' },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  });
  const server = await preview({
    root: ROOT,
    build: { outDir: SITE },
    preview: { port: 0, host: '127.0.0.1' },
  });
  const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--force-device-scale-factor=1'],
  });
  try {
    const address = server.resolvedUrls?.local[0];
    if (address === undefined) throw new Error('the gallery has no address');
    const findings = await drawAll(browser, address, only);
    await writeFile(`${OUT}/axe.json`, JSON.stringify(findings, null, 2));
    const bad = findings.filter(({ problems }) => problems.length > 0);
    for (const { state, form, problems } of bad) {
      console.error(
        `${state}.${form}: ${problems.map(({ id, at }) => `${id} at ${at.join(', ')}`).join('; ')}`,
      );
    }
    console.info(`${findings.length} screenshots in ${OUT}, ${bad.length} with problems`);
    return bad.length === 0;
  } finally {
    await browser.close();
    await server.close();
  }
}

async function drawAll(browser: Browser, address: string, only: string): Promise<Finding[]> {
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(error));
  // An editor with something unsaved asks before it is left.
  page.on('dialog', (dialog) => void dialog.accept().catch(console.error));
  const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  await page.goto(address);
  await ready(page);
  const names = await page.evaluate(() => globalThis.gallery.names);
  const findings: Finding[] = [];
  const client = await page.createCDPSession();
  for (const form of FORMS) {
    await client.send('Emulation.setEmulatedMedia', {
      features: [{ name: 'prefers-reduced-motion', value: 'reduce' }, ...(form.features ?? [])],
    });
    await client.send('Page.setFontSizes', { fontSizes: { standard: form.text ?? TEXT } });
    for (const { name, once } of names) {
      if (!name.includes(only) || (once && form.name !== 'light')) continue;
      findings.push(await draw(page, address, name, form, axe));
    }
  }
  return findings;
}

async function draw(page: Page, address: string, state: string, form: Form, axe: string): Promise<Finding> {
  const small = /^(popup|panel)-/.test(state);
  const width = small ? Math.min(form.width, POPUP_WIDTH) : form.width;
  await page.setViewport({ width, height: small ? POPUP_HEIGHT : form.height });
  const query = new URLSearchParams({ state, ...(form.lang === undefined ? {} : { lang: form.lang }) });
  await page.goto(`${address}?${query}`);
  const problems: Finding['problems'] = [];
  try {
    await ready(page);
    await page.evaluate(() => globalThis.gallery.drawn);
    for (const step of await page.evaluate(() => globalThis.gallery.steps)) await take(page, step);
  } catch (error) {
    problems.push({ id: 'not-drawn', help: String(error), at: [] });
  }
  await page.evaluate(axe);
  const { violations } = await page.evaluate((options) => globalThis.axe.run(document, options), AXE);
  problems.push(...violations.map(toProblem), ...(await page.evaluate(tooWide)));
  // Not `fullPage`: it cuts a right-to-left document at the wrong side.
  const height = small ? await page.evaluate(() => document.documentElement.scrollHeight) : form.height;
  await page.setViewport({ width, height });
  await page.screenshot({ path: `${OUT}/${state}.${form.name}.png` });
  return { state, form: form.name, problems };
}

/** The script of the page has run. */
async function ready(page: Page): Promise<void> {
  await page.waitForFunction(() => 'gallery' in globalThis);
}

async function take(page: Page, step: Step): Promise<void> {
  if ('scrollTo' in step) {
    const target = await element(page, step.scrollTo, 0);
    await target.evaluate((found) => found.scrollIntoView());
    return;
  }
  if ('type' in step) {
    const field = await element(page, step.into, 0);
    await field.type(step.type);
  } else {
    const target = await element(page, step.press, step.index ?? 0);
    await target.click();
  }
  await element(page, step.brings, 0);
}

async function element(page: Page, selector: string, index: number): Promise<ElementHandle<Element>> {
  const handle = await page.waitForFunction(
    (wanted, at) =>
      (document.querySelector('[popover]')?.shadowRoot ?? document).querySelectorAll(wanted)[at],
    { timeout: 3_000 },
    selector,
    index,
  );
  const found = handle.asElement();
  if (found === null) throw new Error(`no ${selector}`);
  return found as ElementHandle<Element>;
}

function toProblem({ id, help, nodes }: AxeResults['violations'][number]): Finding['problems'][number] {
  return { id, help, at: nodes.map(({ target }) => target.flat().join(' ')) };
}

/** In the page: whatever has to be scrolled sideways, or stands outside the window. */
function tooWide(): Finding['problems'] {
  const root = document.querySelector('[popover]')?.shadowRoot ?? document;
  const boxes = [...root.querySelectorAll<HTMLElement>('.card, .scroll, main, body')];
  return boxes
    .filter((box) => {
      const { left, right } = box.getBoundingClientRect();
      return box.scrollWidth > box.clientWidth + 1 || left < -1 || right > innerWidth + 1;
    })
    .map((box) => ({
      id: 'too-wide',
      help: 'nothing is cut off sideways',
      at: [box.className || box.localName],
    }));
}

process.exitCode = (await main(process.argv[2] ?? '')) ? 0 : 1;
