/**
 * The one door through which a pack comes in: text or data of unknown origin in, a pack or a list of problems out.
 * Bad input is never an exception, and never costs much more than reading it once.
 */
import type * as v from 'valibot';
import { checkPack } from './checks.ts';
import { codeOfIssue } from './issue-code.ts';
import { type CodedProblem, count, formatPath, found, type Problem, type ProblemCode } from './problem.ts';
import { FORMAT_VERSION, Pack } from './schema.ts';

export type Parsed =
  | { ok: true; pack: Pack }
  /** `more`: there are further problems, which nobody needs to read before mending these. */
  | { ok: false; problems: CodedProblem[]; more: boolean };

/** UTF-16 code units. 100,000 entities with a name and five aliases each take about 40 million. */
export const TEXT_LIMIT = 64_000_000;

/** The format itself is eight levels deep. */
export const DEPTH_LIMIT = 32;

/** Lists and objects. An entity with five aliases takes about eight; empty ones cost 30 times their text in memory. */
export const CONTAINER_LIMIT = 2_000_000;

export const PROBLEM_LIMIT = 1_000;

/** Takes the JSON text of a pack, or the same as data. */
export function parsePack(input: unknown): Parsed {
  if (typeof input !== 'string') return parseData(input);
  const read = readJson(input);
  return read.ok ? parseData(read.data) : refuse(read.problem, UNREAD[read.why]);
}

const UNREAD = { 'too-large': 'too-long', 'too-deep': 'unreadable', 'not-json': 'unreadable' } as const;

export type Json =
  | { ok: true; data: unknown }
  | { ok: false; why: 'too-large' | 'too-deep' | 'not-json'; problem: Omit<Problem, 'path'> };

/** The data of a JSON text that is neither too long nor too deep. */
export function readJson(text: string): Json {
  if (text.length > TEXT_LIMIT) {
    const expected = `at most ${count(TEXT_LIMIT, 'character')}`;
    return tooMuch('too-large', `${count(text.length, 'character')} found`, expected);
  }
  const { depth, containers } = measure(text);
  if (depth > DEPTH_LIMIT) {
    return tooMuch('too-deep', 'lists and objects too deep in one another', `at most ${DEPTH_LIMIT} levels`);
  }
  if (containers > CONTAINER_LIMIT) {
    const expected = `at most ${CONTAINER_LIMIT.toLocaleString('en')}`;
    return tooMuch('too-deep', 'too many lists and objects', expected);
  }
  try {
    return { ok: true, data: JSON.parse(text.replace(/^\uFEFF/, '')) };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return tooMuch('not-json', `not JSON: ${error.message}`, 'the JSON text of a pack');
  }
}

function tooMuch(why: (Json & { ok: false })['why'], reason: string, expected: string): Json {
  return { ok: false, why, problem: { reason, expected } };
}

/** What is wrong with data that cannot be a pack, before looking closer; `newer`: it may be one for a newer Sidelight. */
export function notAPack(data: unknown): (Omit<Problem, 'path'> & { newer: boolean }) | undefined {
  const expected = `an object with "formatVersion": ${FORMAT_VERSION}`;
  if (!isObject(data)) return { reason: `not a pack: ${found(data)}`, expected, newer: false };
  if (!Object.hasOwn(data, 'formatVersion')) {
    return { reason: 'not a pack: no "formatVersion" found', expected, newer: false };
  }
  const { formatVersion } = data;
  if (typeof formatVersion !== 'number' || formatVersion <= FORMAT_VERSION) return undefined;
  return {
    reason: `a newer format: this version of Sidelight reads format ${FORMAT_VERSION}, format ${formatVersion} found`,
    expected: `format ${FORMAT_VERSION}, or a newer Sidelight`,
    newer: true,
  };
}

function parseData(data: unknown): Parsed {
  const wrong = notAPack(data);
  if (wrong !== undefined) return refuse(wrong, wrong.newer ? 'newer-format' : 'unreadable');
  const { issues, value } = runSchema(data);
  const problems = issues === undefined ? checkPack(value) : issues.map(toProblem);
  if (problems.length === 0 && issues === undefined) return { ok: true, pack: value };
  return { ok: false, problems: problems.slice(0, PROBLEM_LIMIT), more: problems.length > PROBLEM_LIMIT };
}

type SchemaResult = { issues: undefined; value: Pack } | { issues: v.BaseIssue<unknown>[]; value: unknown };

/**
 * Runs the schema until it is done or has complained often enough: 200,000 broken rows would otherwise cost a
 * gigabyte of issues. Valibot reads `abortEarly` at each issue and at each object around it, at most ten times an
 * issue; `safeParse` copies the settings, so the schema's own `~run` is called.
 */
function runSchema(data: unknown): SchemaResult {
  let reads = 0;
  const result = Pack['~run'](
    { value: data },
    {
      get abortEarly() {
        reads += 1;
        return reads > 10 * PROBLEM_LIMIT;
      },
    },
  );
  if (result.issues) return { issues: result.issues, value: result.value };
  return { issues: undefined, value: result.value };
}

/** Counts brackets outside of strings, up to the limits: `JSON.parse` need not meet a million levels. */
function measure(text: string): { depth: number; containers: number } {
  let depth = 0;
  let containers = 0;
  let inString = false;
  for (let at = 0; at < text.length && depth <= DEPTH_LIMIT && containers <= CONTAINER_LIMIT; at++) {
    const code = text.charCodeAt(at);
    if (inString) {
      if (code === BACKSLASH) at++;
      else if (code === QUOTE) inString = false;
    } else if (code === QUOTE) inString = true;
    else if (code === OPEN_LIST || code === OPEN_OBJECT) {
      depth++;
      containers++;
    } else if (code === CLOSE_LIST || code === CLOSE_OBJECT) depth--;
  }
  return { depth, containers };
}

const [QUOTE, BACKSLASH] = [0x22, 0x5c];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];

/** An issue of the schema, in words. */
export function toProblem(issue: v.BaseIssue<unknown>): CodedProblem {
  const path = formatPath((issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key))));
  const key = issue.path?.at(-1);
  const code = codeOfIssue(issue);
  if (issue.type === 'strict_object' && key?.origin === 'key') {
    if (issue.expected === 'never')
      return { path, code, reason: 'unknown key found', expected: 'no such key' };
    return { path, code, reason: 'missing', expected: 'this key' };
  }
  return { path, code, reason: foundIn(issue), expected: expectedIn(issue) };
}

/** A text or a list that is too long is told by its length. */
function foundIn({ type, input }: v.BaseIssue<unknown>): string {
  if (type === 'max_length' && typeof input === 'string') return `${count(input.length, 'character')} found`;
  if (type === 'max_length' && Array.isArray(input))
    return `${count(input.length, 'entry', 'entries')} found`;
  return found(input);
}

/** The schema's own words, where it has some. */
function expectedIn({ message, expected }: v.BaseIssue<unknown>): string {
  if (!message.startsWith('Invalid ')) return message;
  return expected === 'Object' ? 'an object' : (expected ?? 'something else');
}

export function isObject(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

function refuse({ reason, expected }: Omit<Problem, 'path'>, code: ProblemCode): Parsed {
  return { ok: false, problems: [{ path: '', code, reason, expected }], more: false };
}
