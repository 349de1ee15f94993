/** Puts modules of ours into a page as they are, to test in a real browser what needs one but no extension. */
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { build } from 'vite';

/**
 * Loads a module of `tests/e2e/subjects` into a page, whose own scripts find its exports under `globalThis.subject`.
 * @param name file name without its ending
 */
export async function loadSubject(page: Page, name: string): Promise<void> {
  await page.evaluate(await bundle(fileURLToPath(new URL(`../subjects/${name}.ts`, import.meta.url))));
}

const bundles = new Map<string, Promise<string>>();

/**
 * @param entry path of a module
 * @returns a script that leaves the module's exports under `globalThis.subject`
 */
export function bundle(entry: string): Promise<string> {
  const made = bundles.get(entry) ?? makeBundle(entry);
  bundles.set(entry, made);
  return made;
}

async function makeBundle(entry: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name: 'subject' } },
  });
  const [output] = Array.isArray(result) ? result : [result];
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  if (chunk === undefined) throw new Error(`${entry} was not built`);
  return `${chunk.code}\nglobalThis.subject = subject;`;
}
