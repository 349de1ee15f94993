/**
 * Draws every view in every named state and looks at it: `npm run gallery [-- PART-OF-A-NAME]`.
 * Screenshots go to `.output/gallery/NAME.FORM.png`, what axe-core finds in each to `.output/gallery/axe.json`.
 * Ends with 1 where axe finds something, something is wider than its window, or a state cannot be drawn.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser } from 'puppeteer-core';
import { build, preview } from 'vite';
import { drawWith, type Finding, ready } from '../tests/gallery/draw.ts';
import { FORMS, type Form } from '../tests/gallery/forms.ts';

const ROOT = fileURLToPath(new URL('../tests/gallery', import.meta.url));
const OUT = fileURLToPath(new URL('../.output/gallery', import.meta.url));
const SITE = fileURLToPath(new URL('../.output/gallery-site', import.meta.url));

/** Browsers that draw at the same time: a picture waits about as long as it computes. */
const LANES = Math.min(8, availableParallelism() + 1);

interface Picture {
  state: string;
  form: Form;
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
  const browsers = await Promise.all(Array.from({ length: LANES }, launch));
  try {
    const address = server.resolvedUrls?.local[0];
    if (address === undefined) throw new Error('the gallery has no address');
    const findings = await drawAll(browsers, address, only);
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
    await Promise.all(browsers.map((browser) => browser.close()));
    await server.close();
  }
}

function launch(): Promise<Browser> {
  return puppeteer.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--force-device-scale-factor=1'],
  });
}

async function drawAll(browsers: readonly Browser[], address: string, only: string): Promise<Finding[]> {
  const pictures = await picturesAt(browsers, address, only);
  const findings: Finding[] = [];
  const todo = pictures.entries();
  const lane = async (browser: Browser): Promise<void> => {
    const draw = await drawWith(browser, address, OUT);
    for (const [index, { state, form }] of todo) findings[index] = await draw(state, form);
  };
  await Promise.all(browsers.map(lane));
  return findings;
}

/** Form by form: a browser is seldom shaped anew. */
async function picturesAt([first]: readonly Browser[], address: string, only: string): Promise<Picture[]> {
  const page = await first?.newPage();
  if (page === undefined) return [];
  await page.goto(address);
  await ready(page);
  const names = await page.evaluate(() => globalThis.gallery.names);
  await page.close();
  return FORMS.flatMap((form) =>
    names
      .filter(({ name, once }) => name.includes(only) && (!once || form.name === 'light'))
      .map(({ name }) => ({ state: name, form })),
  );
}

process.exitCode = (await main(process.argv[2] ?? '')) ? 0 : 1;
