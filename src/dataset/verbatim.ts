/** Holds a pack against the documents that it quotes: every word that is said to stand there, to the letter. */
import type { Span } from './parts.ts';
import { count, type Problem } from './problem.ts';
import type { Pack, Quote, QuotePart } from './schema.ts';
import { sourceSpans } from './walk.ts';

/** UTF-16 code units before and after a part of a quote. */
export const SURROUNDINGS = 32;

/** A document as it was read: its text, and the SHA-256 of its bytes in hexadecimal digits. */
export interface Document {
  text: string;
  sha256: string;
}

/** The document's source is the one with the same SHA-256; what rests on other sources is not looked at. */
export function checkVerbatim(pack: Pack, document: Document): Problem[] {
  const s = pack.sources.findIndex(({ sha256 }) => sha256 === document.sha256);
  const source = pack.sources[s];
  if (source === undefined) {
    const expected = `the SHA-256 of the document, ${document.sha256}, in one of them`;
    return [{ path: 'sources', reason: 'no such source found', expected }];
  }
  const { text } = document;
  const problems: Problem[] = [];
  if (source.length !== undefined && source.length !== text.length) {
    const expected = `${text.length}, the length of the document`;
    problems.push({ path: `sources[${s}].length`, reason: `${source.length} found`, expected });
  }
  for (const { path, value } of sourceSpans(pack)) {
    if (value.source === source.id) problems.push(...checkExact(`${path}.exact`, value.exact, value, text));
  }
  for (const [q, quote] of pack.quotes.entries()) {
    if (quote.source === source.id) problems.push(...checkQuote(quote, `quotes[${q}]`, text));
  }
  return problems;
}

/** What could not be held against a document: a line for each source that `document` is not. */
export function notChecked(pack: Pack, document?: Document): string[] {
  return pack.sources
    .filter(({ sha256 }) => document === undefined || sha256 !== document.sha256)
    .map(({ id }) => {
      const parts = pack.quotes.filter(({ source }) => source === id).flatMap((quote) => quote.parts);
      const spans = [...sourceSpans(pack)].filter(({ value }) => value.source === id);
      const what = `${count(parts.length, 'part')} of quotes and ${count(spans.length, 'span')}`;
      return `${id}: ${what} not held against the document`;
    });
}

function* checkQuote(quote: Quote, path: string, text: string): Generator<Problem> {
  for (const [p, part] of quote.parts.entries()) {
    yield* checkExact(`${path}.parts[${p}].exact`, part.exact, part, text);
    yield* checkSurroundings(`${path}.parts[${p}]`, part, text);
  }
  for (const key of ['excerpts', 'sic', 'inserted'] as const) {
    for (const [x, span] of quote[key].entries()) yield* checkBorders(`${path}.${key}[${x}]`, span, text);
  }
}

function* checkExact(path: string, exact: string, { start, end }: Span, text: string): Generator<Problem> {
  const there = text.slice(start, end);
  if (there === exact) return;
  const reason = `${shown(exact)} found`;
  yield { path, reason, expected: `${shown(there)}, as the document has it from ${start} to ${end}` };
}

function* checkSurroundings(path: string, part: QuotePart, text: string): Generator<Problem> {
  const before = text.slice(Math.max(0, part.start - SURROUNDINGS), part.start);
  const after = text.slice(part.end, part.end + SURROUNDINGS);
  for (const [key, there] of [['prefix', before] as const, ['suffix', after] as const]) {
    if (part[key] === there) continue;
    yield { path: `${path}.${key}`, reason: `${shown(part[key])} found`, expected: shown(there) };
  }
}

/** Offsets that have slipped cut words in two. */
function* checkBorders(path: string, { start, end }: Span, text: string): Generator<Problem> {
  for (const at of [start, end]) {
    if (!/[\p{L}\p{N}]{2}/u.test(text.slice(Math.max(0, at - 1), at + 1))) continue;
    const reason = `${at} found, in the middle of ${shown(text.slice(Math.max(0, at - 10), at + 10))}`;
    yield { path, reason, expected: 'a border between words' };
  }
}

function shown(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 60)} … ${text.slice(-15)}` : text);
}
