/** A list of names, one a line; further names of the same, if any, after semicolons. */
import { nameKey, slugOf, takeId } from '../slug.ts';
import type { DraftMaker } from './draft.ts';
import type { Progress, ReadOptions } from './types.ts';

/** Lines between two steps. */
const STEP = 1_000;

/** `- `, `• `, `1. `, `2) ` before the name, as lists on pages have it. */
const BULLET = /^(?:[-*•·–—]|\d{1,4}[.)])\s+/u;

export interface NamedLine {
  /** From 1. */
  line: number;
  /** At least one. */
  names: string[];
}

/** Lines with a name on them. */
export function* linesOfNames(text: string): Generator<NamedLine & { end: number }> {
  const lineEnds = /\r\n|[\r\n\u2028\u2029]|$/gu;
  let start = 0;
  for (let line = 1; start < text.length; line++) {
    lineEnds.lastIndex = start;
    const end = lineEnds.exec(text);
    const from = start;
    start = end === null ? text.length : end.index + Math.max(1, end[0].length);
    const words = text.slice(from, end?.index).trim().replace(BULLET, '');
    const names = words.split(/[;؛；]/u).map((name) => name.trim());
    const given = names.filter((name) => name !== '');
    if (given.length > 0) yield { line, names: given, end: start };
  }
}

/** An entity of ungraded names: what they are worth is decided by the rule of matching. */
export function entityOfNames(
  id: string,
  [name = '', ...others]: readonly string[],
  { lang = 'und', type = 'person' }: Pick<ReadOptions, 'lang' | 'type'>,
): { id: string; type: string; name: Record<string, string>; aliases: { text: string; lang: string }[] } {
  const aliases = [...new Map([name, ...others].map((text) => [nameKey(text), text])).values()];
  return { id, type, name: { [lang]: name }, aliases: aliases.map((text) => ({ text, lang })) };
}

export function* readNames(text: string, options: ReadOptions, maker: DraftMaker): Generator<Progress, void> {
  const taken = new Set<string>();
  const known = new Set<string>();
  for (const { line, names, end } of linesOfNames(text)) {
    if (maker.rows % STEP === 0) yield { done: end, total: text.length };
    maker.rows++;
    const key = nameKey(names[0] ?? '');
    if (known.has(key) && names.length === 1) {
      maker.warn('rows-joined', names[0]);
      continue;
    }
    known.add(key);
    const id = takeId(slugOf(names[0] ?? ''), taken);
    const kept = maker.add('entities', line, entityOfNames(id, names, options), () => 'name');
    // Without the name itself there is nothing to look for.
    if (kept === undefined) taken.delete(id);
  }
}
