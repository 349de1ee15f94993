/**
 * The door through which files of any format come in: bytes or text of unknown origin in, a draft of a pack or the
 * reasons against it out. Bad input is never an exception, and never costs much more than reading it once.
 */
import { NO_LICENCE } from '../schema.ts';
import { slugOf } from '../slug.ts';
import { readCsv } from './csv.ts';
import { type Detected, detect } from './detect.ts';
import { DraftMaker } from './draft.ts';
import { decode } from './encoding.ts';
import { readFtm } from './ftm.ts';
import { headOfJsonLd, readJsonLd } from './json-ld.ts';
import { readNames } from './names.ts';
import { problemsOfHead, readPackData } from './pack.ts';
import { readHead } from './table.ts';
import type { FileProblem, PackHead, Progress, ReadOptions, ReadResult, Warning } from './types.ts';
import { readWikidata } from './wikidata.ts';

/** Of a file. The lists of OpenSanctions are larger, and made for other purposes. */
export const BYTE_LIMIT = 200_000_000;

/** At once. For long files `readInSteps` can be followed and stopped. */
export function readDataset(input: Uint8Array | string, options: ReadOptions = {}): ReadResult {
  const steps = readInSteps(input, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same, some hundred rows at a step. Whoever stops asking has stopped it; nothing is left open. */
export function* readInSteps(
  input: Uint8Array | string,
  options: ReadOptions = {},
): Generator<Progress, ReadResult> {
  if (input.length > BYTE_LIMIT) {
    const text = `${input.length.toLocaleString('en')} bytes found; expected at most ${BYTE_LIMIT.toLocaleString('en')}`;
    return refuse({ reason: 'too-large', text });
  }
  yield { done: 0, total: input.length };
  const {
    text: raw,
    encoding,
    guessed,
  } = typeof input === 'string' ? { text: input, encoding: 'utf-8', guessed: false } : decode(input);
  const text = raw.replace(/^\uFEFF/, '');
  if (text.trim() === '') return refuse({ reason: 'empty-file', text: 'nothing but white space found' });
  const found = detect(text, options);
  if ('reason' in found) return refuse(found);
  const warnings: Warning[] = guessed ? [guessedEncoding(encoding)] : [];
  if (found.format === 'pack') return withWarnings(yield* readPackData(found.data), warnings);
  return yield* readOther(text, found, options, warnings);
}

function* readOther(
  text: string,
  found: Detected,
  options: ReadOptions,
  warnings: Warning[],
): Generator<Progress, ReadResult> {
  const own = found.format === 'json-ld' ? headOfJsonLd(found.data, options.lang) : {};
  const guessed = { ...defaultHead(options), ...own };
  const head = options.head ?? (problemsOfHead(guessed).length === 0 ? guessed : defaultHead(options));
  const problems = problemsOfHead(head);
  if (problems.length > 0) return { ok: false, problems, invalid: [] };
  if (options.head === undefined && own.licence === undefined) {
    warnings.push({ kind: 'licence-unknown', text: 'the file does not say its licence' });
  }
  const maker = new DraftMaker(found.format, head);
  switch (found.format) {
    case 'csv': {
      const table = readHead(text, options);
      if (!table.columns.some(({ readAs }) => readAs === 'name' || readAs === 'quote')) {
        const problem: FileProblem = {
          reason: 'no-columns',
          text: 'no column "name" or "quote" found in the first line',
        };
        return { ok: false, problems: [problem], invalid: [], columns: table.columns };
      }
      yield* readCsv(text, table, options, maker);
      return maker.finish(warnings, table.columns);
    }
    case 'names':
      yield* readNames(text, options, maker);
      break;
    case 'ftm':
      yield* readFtm(found.data === undefined ? { text } : { data: found.data }, options, maker);
      break;
    case 'wikidata':
      yield* readWikidata(found.data, options, maker);
      break;
    case 'json-ld':
      yield* readJsonLd(found.data, options, maker);
      break;
  }
  return maker.finish(warnings);
}

function defaultHead(options: ReadOptions): PackHead {
  const { fileName = '', lang = 'en', today } = options;
  const title = fileName
    .replace(/^.*[/\\]/, '')
    .replace(/\.[a-z0-9]{1,6}$/i, '')
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim();
  return {
    id: slugOf(title) || 'imported',
    title: title === '' ? (options.title ?? { en: 'Imported' }) : { [lang]: title.slice(0, 200) },
    licence: NO_LICENCE,
    version: '1.0.0',
    checked: today ?? new Date().toISOString().slice(0, 10),
  };
}

function guessedEncoding(encoding: string): Warning {
  const text = `the file does not say its encoding; read as ${encoding}: look whether all letters are right`;
  return { kind: 'encoding-guessed', encoding, text };
}

function withWarnings(result: ReadResult, warnings: readonly Warning[]): ReadResult {
  if (!result.ok) return result;
  return { ok: true, draft: { ...result.draft, warnings: [...warnings, ...result.draft.warnings] } };
}

function refuse(problem: FileProblem): ReadResult {
  return { ok: false, problems: [problem], invalid: [] };
}
