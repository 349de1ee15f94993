/**
 * Do these words hold a name of this entity? For short texts of a pack, whose subject is known: no context is weighed.
 * Finding names in a page is the work of `matching`, which this folder may not import.
 */
import type { Span } from './parts.ts';
import type { Entity, Pattern } from './schema.ts';

type Names = Pick<Entity, 'name' | 'nativeNames' | 'aliases'>;

/** Where `text` names the entity: by a name or an alias, else by a pattern's words. In order, without overlap. */
export function spansNaming(
  text: string,
  names: Names,
  patterns: readonly Pattern[],
  wordLists: Readonly<Record<string, readonly string[]>>,
): Span[] {
  const loose = fold(text, false);
  const found = [
    ...Object.values(names.name),
    ...names.nativeNames.map((name) => name.text),
    ...names.aliases.filter((alias) => alias.caseSensitive !== true).map((alias) => alias.text),
  ].flatMap((name) => occurrences(loose, fold(name, false).text));
  const exact = names.aliases.filter((alias) => alias.caseSensitive === true);
  const strict = exact.length > 0 ? fold(text, true) : loose;
  const cased = exact.flatMap((alias) => occurrences(strict, fold(alias.text, true).text));
  const spans = [...found, ...cased];
  return merge(
    spans.length > 0 ? spans : patterns.flatMap((pattern) => groupWords(loose, pattern, wordLists)),
  );
}

/** The words of every group of the pattern, or nothing where a group is missing. */
function groupWords(
  text: Folded,
  pattern: Pattern,
  wordLists: Readonly<Record<string, readonly string[]>>,
): Span[] {
  const groups = pattern.groups.map((group) =>
    group
      .flatMap((word) => (word.startsWith('@') ? (wordLists[word.slice(1)] ?? []) : [word]))
      .flatMap((word) => occurrences(text, fold(word, false).text)),
  );
  return groups.every((spans) => spans.length > 0) ? groups.flat() : [];
}

interface Folded {
  text: string;
  /** For each UTF-16 unit of `text`, and for its end, the offset in the original. */
  at: number[];
}

const DROPPED = /[\p{M}\u00ad\u0640\u200b-\u200f\u2060\ufeff]/u;
const SPACE = /[\s\p{Pd}]/u;
const ALIKE: Readonly<Record<string, string>> = { ي: 'ی', ى: 'ی', ك: 'ک', '’': "'", '‘': "'", ʼ: "'" };

/** Letters and digits that nothing has to be looked up for. */
const PLAIN = /^[a-z0-9]$/i;

/** Marks, joiners and (unless `keepCase`) case taken away, dashes and runs of space made one space. */
function fold(original: string, keepCase: boolean): Folded {
  const texts: string[] = [];
  const at: number[] = [];
  let offset = 0;
  let afterSpace = false;
  const add = (unit: string, isSpace: boolean) => {
    if (isSpace && afterSpace) return;
    afterSpace = isSpace;
    const plain = isSpace ? ' ' : (ALIKE[unit] ?? (keepCase ? unit : unit.toLowerCase()));
    texts.push(plain);
    for (let i = 0; i < plain.length; i += 1) at.push(offset);
  };
  for (const char of original) {
    if (PLAIN.test(char)) add(char, false);
    else {
      for (const unit of char.normalize('NFD')) if (!DROPPED.test(unit)) add(unit, SPACE.test(unit));
    }
    offset += char.length;
  }
  at.push(original.length);
  return { text: texts.join(''), at };
}

const WORD_AT_END = /[\p{L}\p{N}]$/u;
const WORD_AT_START = /^[\p{L}\p{N}]/u;

/** Whole words only. */
function occurrences({ text, at }: Folded, name: string): Span[] {
  const wanted = name.trim();
  if (wanted === '') return [];
  const spans: Span[] = [];
  for (let from = text.indexOf(wanted); from >= 0; from = text.indexOf(wanted, from + 1)) {
    const to = from + wanted.length;
    if (WORD_AT_END.test(text.slice(Math.max(0, from - 2), from))) continue;
    if (WORD_AT_START.test(text.slice(to, to + 2))) continue;
    const start = at[from];
    const end = at[to];
    if (start !== undefined && end !== undefined) spans.push({ start, end });
  }
  return spans;
}

function merge(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last !== undefined && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else merged.push({ ...span });
  }
  return merged;
}
