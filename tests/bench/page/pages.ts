/** Which pages are loaded, and which names are looked for in them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { SHARED_PAGES } from '../../e2e/harness/server.ts';
import { names, newsText, random } from '../seeded.ts';

const GENERATED_PAGES = 12;

export interface Corpus {
  /** Paths on the server. */
  paths: string[];
  /** Those of the pages that no server has on disk. */
  generated: Record<string, () => string>;
  text: string;
}

/** The real pages beside the project, or, where there are none, pages of invented text; evenly drawn where `most` are fewer. */
export function corpus(most: number): Corpus {
  return existsSync(SHARED_PAGES) ? realPages(most) : inventedPages(most);
}

function realPages(most: number): Corpus {
  const all = readdirSync(SHARED_PAGES).filter((name) => name.endsWith('.html'));
  const step = Math.max(1, all.length / most);
  const chosen = all.filter((_, at) => at === 0 || Math.floor(at / step) !== Math.floor((at - 1) / step));
  return {
    paths: chosen.map((name) => `/shared/${name}`),
    generated: {},
    text: chosen.map((name) => textOf(readFileSync(SHARED_PAGES + name, 'utf8'))).join('\n'),
  };
}

function textOf(html: string): string {
  const { document } = parseHTML(html);
  for (const element of document.querySelectorAll('script, style, noscript, template')) element.remove();
  return document.body?.textContent ?? '';
}

function inventedPages(most: number): Corpus {
  const count = Math.min(most, GENERATED_PAGES);
  const text = newsText(count * 60_000);
  const generated: Record<string, () => string> = {};
  for (let at = 0; at < count; at++) {
    generated[`/news-${at}.html`] = () => article(text.slice(at * 60_000, (at + 1) * 60_000));
  }
  return { paths: Object.keys(generated), generated, text };
}

/** A page of text whose paragraphs end with the separator of blocks. */
export function article(text: string): string {
  const paragraphs = text.split('\u2029').map((paragraph) => `<p>${paragraph}</p>`);
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>News</title><link rel="icon" href="data:,"><body>${paragraphs.join('\n')}</body></html>`;
}

/** Names of two capitalised words that the text has, drawn by lot; invented ones where it has too few. */
export function namesIn(text: string, count: number): string[] {
  const found = [
    ...new Set(text.match(/(?<![\p{L}\p{N}])\p{Lu}\p{Ll}{2,} \p{Lu}\p{Ll}{2,}(?![\p{L}\p{N}])/gu)),
  ].sort();
  const next = random(29);
  const drawn: string[] = [];
  while (drawn.length < count && found.length > 0) {
    drawn.push(...found.splice(Math.floor(next() * found.length), 1));
  }
  return [...drawn, ...names(count - drawn.length)];
}
