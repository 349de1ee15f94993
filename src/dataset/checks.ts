/**
 * What makes a pack unusable although every field has the right form: ids that stand twice or lead nowhere, offsets
 * that cannot be. Whether a usable pack is also careful with its sources is the question of `integrity.ts`.
 */
import type { Span } from './parts.ts';
import type { CodedProblem } from './problem.ts';
import type { Pack, Quote } from './schema.ts';
import { entityUses, referenceUses, sourceSpans, sourceUses, type Use, wordUses } from './walk.ts';

/** All problems of a pack that the schema cannot see; empty for a pack that can be used. */
export function checkPack(pack: Pack): CodedProblem[] {
  return [...repeatedIds(pack), ...stillThere(pack), ...unresolvedIds(pack), ...impossibleSpans(pack)];
}

function* repeatedIds(pack: Pack): Generator<CodedProblem> {
  for (const key of ['entities', 'patterns', 'quotes', 'sources'] as const) {
    yield* repeated(key, pack[key]);
  }
  for (const [e, { disputed }] of pack.entities.entries()) {
    yield* repeated(`entities[${e}].disputed`, disputed);
  }
}

function* repeated(path: string, rows: readonly { id: string }[]): Generator<CodedProblem> {
  const first = new Map<string, number>();
  for (const [index, { id }] of rows.entries()) {
    const before = first.get(id);
    if (before === undefined) first.set(id, index);
    else {
      const reason = `"${id}" found, which ${path}[${before}] has already`;
      yield { path: `${path}[${index}].id`, code: 'repeated-id', reason, expected: 'an id of its own' };
    }
  }
}

/** What a pack has taken back cannot be in it. */
function* stillThere(pack: Pack): Generator<CodedProblem> {
  if (pack.retracted === undefined) return;
  const ids = {
    entity: new Set(pack.entities.map(({ id }) => id)),
    pattern: new Set(pack.patterns.map(({ id }) => id)),
    quote: new Set(pack.quotes.map(({ id }) => id)),
    source: new Set(pack.sources.map(({ id }) => id)),
  };
  for (const [r, { kind, id }] of pack.retracted.entries()) {
    if (!ids[kind].has(id)) continue;
    const expected = `the id of a ${kind} that is not in the pack any more`;
    yield { path: `retracted[${r}].id`, code: 'taken-back', reason: `"${id}" found`, expected };
  }
}

function* unresolvedIds(pack: Pack): Generator<CodedProblem> {
  const idsOf = (rows: readonly { id: string }[]) => new Set(rows.map(({ id }) => id));
  yield* unresolved(entityUses(pack), idsOf(pack.entities), 'the id of an entity of this pack');
  yield* unresolved(sourceUses(pack), idsOf(pack.sources), 'the id of a source of this pack');
  const references = new Set(Object.keys(pack.references));
  yield* unresolved(referenceUses(pack), references, 'the id of a reference of this pack');
  const lists = new Set(Object.keys(pack.wordLists).map((name) => `@${name}`));
  const named = [...wordUses(pack)].filter(({ value }) => value.startsWith('@'));
  yield* unresolved(named, lists, 'a word, or "@" and the name of one of wordLists');
  yield* unresolvedContainers(pack.quotes);
}

/** Longer, so that no two quotes can each be part of the other. */
function* unresolvedContainers(quotes: readonly Quote[]): Generator<CodedProblem> {
  const lengths = new Map(quotes.map((quote) => [quote.id, lengthOf(quote)]));
  for (const [q, quote] of quotes.entries()) {
    if (quote.containedIn === undefined) continue;
    if ((lengths.get(quote.containedIn) ?? 0) > lengthOf(quote)) continue;
    const reason = `"${quote.containedIn}" found`;
    const code = lengths.has(quote.containedIn) ? 'not-longer' : 'unresolved';
    const expected = 'the id of a longer quote of this pack';
    yield { path: `quotes[${q}].containedIn`, code, value: quote.containedIn, reason, expected };
  }
}

function* unresolved(
  uses: Iterable<Use<string>>,
  known: Set<string>,
  expected: string,
): Generator<CodedProblem> {
  for (const { path, value } of uses) {
    if (!known.has(value)) yield { path, code: 'unresolved', value, reason: `"${value}" found`, expected };
  }
}

function* impossibleSpans(pack: Pack): Generator<CodedProblem> {
  for (const { path, value } of sourceSpans(pack)) yield* impossible(path, value);
  for (const [q, quote] of pack.quotes.entries()) yield* impossibleQuote(quote, `quotes[${q}]`);
}

function* impossible(path: string, span: Span & { exact?: string }): Generator<CodedProblem> {
  const { start, end, exact } = span;
  if (end <= start) {
    const expected = `more than the start, ${start}`;
    yield { path: `${path}.end`, code: 'bad-number', reason: `${end} found`, expected };
  } else if (exact !== undefined && exact.length !== end - start) {
    yield {
      path: `${path}.exact`,
      code: 'bad-number',
      reason: `${exact.length} UTF-16 code units found`,
      expected: `${end - start}, as from ${start} to ${end}`,
    };
  }
}

function* impossibleQuote(quote: Quote, path: string): Generator<CodedProblem> {
  for (const [p, part] of quote.parts.entries()) yield* impossible(`${path}.parts[${p}]`, part);
  yield* outOfOrder(quote.parts, `${path}.parts`);
  for (const [x, excerpt] of quote.excerpts.entries()) {
    yield* impossible(`${path}.excerpts[${x}]`, excerpt);
    yield* outside(`${path}.excerpts[${x}]`, excerpt, quote);
  }
  for (const key of ['sic', 'inserted'] as const) {
    yield* outOfOrder(quote[key], `${path}.${key}`);
    for (const [r, remark] of quote[key].entries()) {
      yield* impossible(`${path}.${key}[${r}]`, remark);
      yield* outside(`${path}.${key}[${r}]`, remark, quote, 'one part');
    }
  }
  for (const [s, sic] of quote.sic.entries()) {
    if (!quote.inserted.some(({ start, end }) => start < sic.end && sic.start < end)) continue;
    const reason = `${sic.start} to ${sic.end} found, within what was inserted`;
    yield { path: `${path}.sic[${s}]`, code: 'inserted', reason, expected: 'words of the speaker' };
  }
}

function* outOfOrder(spans: readonly Span[], path: string): Generator<CodedProblem> {
  let before = 0;
  for (const [index, { start, end }] of spans.entries()) {
    if (start < before) {
      yield {
        path: `${path}[${index}].start`,
        code: 'bad-number',
        reason: `${start} found`,
        expected: `${before} or more, after the one before it`,
      };
    }
    before = end;
  }
}

/** Of its words, in UTF-16 code units. */
export function lengthOf({ parts }: Quote): number {
  return parts.reduce((sum, { exact }) => sum + exact.length, 0);
}

/** An excerpt may run from one part into another; a remark belongs to the words of one part. */
function* outside(
  path: string,
  { start, end }: Span,
  { parts }: Quote,
  within: 'one part' | 'the parts' = 'the parts',
): Generator<CodedProblem> {
  const partAt = (at: number) => parts.findIndex((part) => part.start <= at && at < part.end);
  const [first, last] = [partAt(start), partAt(end - 1)];
  if (first >= 0 && last >= 0 && (first === last || within === 'the parts')) return;
  const reason = `${start} to ${end} found`;
  yield { path, code: 'not-in-quote', reason, expected: `a stretch of ${within} of the quote` };
}
