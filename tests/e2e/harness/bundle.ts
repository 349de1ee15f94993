/** Puts modules of ours into a page as they are, to test in a real browser what needs one but no extension. */
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { build } from 'vite';

/**
 * Loads a module of `tests/e2e/subjects` into a page, whose own scripts find its exports under `globalThis.subject`.
 * @param name file name without its ending
 */
export async function loadSubject(page: Page, name: string): Promise<void> {
  await page.evaluate(await bundle(name));
}

const bundles = new Map<string, Promise<string>>();

function bundle(name: string): Promise<string> {
  const made = bundles.get(name) ?? makeBundle(name);
  bundles.set(name, made);
  return made;
}

async function makeBundle(name: string): Promise<string> {
  const entry = fileURLToPath(new URL(`../subjects/${name}.ts`, import.meta.url));
  const result = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name: 'subject' } },
  });
  const [output] = Array.isArray(result) ? result : [result];
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  if (chunk === undefined) throw new Error(`${name} was not built`);
  return `${chunk.code}\nglobalThis.subject = subject;`;
}
