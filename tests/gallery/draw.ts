/** Draws one state in one form with a browser: takes its steps, lets axe-core look at it, takes a picture. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type Axe from 'axe-core';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Browser, CDPSession, ElementHandle, Page } from 'puppeteer-core';
import { type Form, TEXT } from './forms.ts';
import type { Step } from './state.ts';

export interface Finding {
  state: string;
  form: string;
  problems: { id: string; help: string; at: string[] }[];
}

export type Draw = (state: string, form: Form) => Promise<Finding>;

/** WCAG 2.2 AA and what axe calls good practice; a page's own structure (one h1, landmarks) is not ours to give. */
const AXE: RunOptions = {
  rules: {
    region: { enabled: false },
    'page-has-heading-one': { enabled: false },
    // Of 2.2, and off unless it is asked for.
    'target-size': { enabled: true },
  },
  resultTypes: ['violations'],
};

declare global {
  /** In the page, once axe-core was put into it. */
  var axe: typeof Axe;
}

/** CSS pixels: as wide as it asks for, and higher only with its content. */
const POPUP_WIDTH = 364;
const POPUP_HEIGHT = 400;

/** @param out the folder of the pictures */
export async function drawWith(browser: Browser, address: string, out: string): Promise<Draw> {
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(error));
  // "Leave without saving?"
  page.on('dialog', (dialog) => dialog.accept());
  const client = await page.createCDPSession();
  const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  return async (state, form) => {
    const small = /^(popup|panel)-/.test(state);
    const width = small ? Math.min(form.width, POPUP_WIDTH) : form.width;
    await shape(client, form);
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
    const wide = await page.evaluate(() => globalThis.gallery.tooWide());
    if (wide.length > 0) problems.push({ id: 'too-wide', help: 'nothing is cut off sideways', at: wide });
    problems.push(...violations.map(toProblem));
    // Not `fullPage`: it cuts a right-to-left document at the wrong side.
    const height = small ? await page.evaluate(() => document.documentElement.scrollHeight) : form.height;
    await page.setViewport({ width, height });
    await page.screenshot({ path: `${out}/${state}.${form.name}.png` });
    return { state, form: form.name, problems };
  };
}

async function shape(client: CDPSession, { features = [], text = TEXT }: Form): Promise<void> {
  await client.send('Emulation.setEmulatedMedia', {
    features: [{ name: 'prefers-reduced-motion', value: 'reduce' }, ...features],
  });
  await client.send('Page.setFontSizes', { fontSizes: { standard: text } });
}

/** The script of the page has run. */
export async function ready(page: Page): Promise<void> {
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
    { timeout: 5_000 },
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
