/**
 * Is a usable pack also careful with its sources? For authors, before a pack is given away. What this file checks needs
 * the pack alone; `verbatim.ts` holds it against the documents.
 */
import type { Problem } from './problem.ts';
import type { Disputed, Entity, Pack, Quote, Reference, Verdict } from './schema.ts';
import { referenceUses } from './walk.ts';

/** Verdicts under which the words of a source do not hold, or not any more. */
const NOT_TO_BE_TRUSTED: readonly Verdict[] = ['wrong', 'contested', 'outdated', 'misleading'];

/** So many words in a row that a status shares with a role are no chance. */
const SHARED_WORDS = 3;

/** Everything that a careful author would mend; empty for a pack that may be given away. */
export function checkIntegrity(pack: Pack): Problem[] {
  return [
    ...unusedReferences(pack),
    ...pack.entities.flatMap((entity, e) => [
      ...checkRole(entity, pack, `entities[${e}]`),
      ...checkDates(entity, pack, `entities[${e}]`),
      ...checkDisputed(entity, pack, `entities[${e}]`),
    ]),
    ...pack.quotes.flatMap((quote, q) => [...checkContained(quote, pack, `quotes[${q}]`)]),
  ];
}

function* unusedReferences(pack: Pack): Generator<Problem> {
  const used = new Set([...referenceUses(pack)].map(({ value }) => value));
  for (const id of Object.keys(pack.references)) {
    if (used.has(id)) continue;
    yield { path: `references.${id}`, reason: 'used nowhere', expected: 'a statement that rests on it' };
  }
}

/** A role that does not hold may not come back as the status, in whole or in part, and the status must be newer. */
function* checkRole(entity: Entity, pack: Pack, path: string): Generator<Problem> {
  const { sourceRole: role, status } = entity;
  if (role !== undefined) {
    const source = pack.sources.find(({ id }) => id === role.span.source);
    if (source !== undefined && role.asOf > source.date) {
      const expected = `${source.date}, the date of the source, or earlier`;
      yield { path: `${path}.sourceRole.asOf`, reason: `${role.asOf} found`, expected };
    }
  }
  if (status === undefined) return;
  if (status.references.every((id) => pack.references[id]?.kind === 'advocacy-party')) {
    const reason = 'only references of a party to the matter found';
    yield { path: `${path}.status.references`, reason, expected: 'at least one of another kind' };
  }
  if (role === undefined || !isDoubtful(entity)) return;
  if (status.date < role.asOf.slice(0, status.date.length)) {
    const expected = `a date not before ${role.asOf}, as the role does not hold`;
    yield { path: `${path}.status.date`, reason: `${status.date} found`, expected };
  }
  const printed = [...Object.values(role.text), role.span.exact].map(wordsOf);
  for (const [lang, text] of Object.entries(status.text)) {
    const shared = printed.map((words) => sharedRun(words, wordsOf(text))).find((run) => run !== undefined);
    if (shared === undefined) continue;
    yield {
      path: `${path}.status.text.${lang}`,
      reason: `"${shared}" found, words of a role that does not hold`,
      expected: 'what is verified instead',
    };
  }
}

function isDoubtful({ sourceRole: role, disputed }: Entity): boolean {
  if (role === undefined) return false;
  const verdicts = disputed
    .filter(({ said }) => said.source === role.span.source)
    .filter(({ said }) => said.start < role.span.end && role.span.start < said.end)
    .map(({ verdict }) => verdict);
  return [role.verdict, ...verdicts].some((verdict) => verdict && NOT_TO_BE_TRUSTED.includes(verdict));
}

/** Nothing can have been verified, or have happened, after the pack was last checked. */
function* checkDates(entity: Entity, pack: Pack, path: string): Generator<Problem> {
  const dated: [path: string, date: string][] = [
    ...(entity.status ? [[`${path}.status.date`, entity.status.date] as [string, string]] : []),
    ...entity.since.map(({ date }, s): [string, string] => [`${path}.since[${s}].date`, date]),
  ];
  for (const [where, date] of dated) {
    if (date <= pack.checked) continue;
    yield {
      path: where,
      reason: `${date} found`,
      expected: `${pack.checked}, the day of the check, or earlier`,
    };
  }
}

function* checkDisputed(entity: Entity, pack: Pack, path: string): Generator<Problem> {
  for (const [d, disputed] of entity.disputed.entries()) {
    const reason = isSupported(disputed, pack.references);
    if (reason === undefined) continue;
    yield { path: `${path}.disputed[${d}].others`, ...reason };
  }
}

/** An opinion, or what nobody could verify, may stand alone; any other verdict needs somebody who gives it. */
function isSupported(
  { verdict, others }: Disputed,
  references: Readonly<Record<string, Reference>>,
): Omit<Problem, 'path'> | undefined {
  if (verdict === 'opinion' || verdict === 'unverified') return undefined;
  if (others === undefined) return { reason: 'missing', expected: `what others say, for "${verdict}"` };
  const ofParty = others.references.every((id) => references[id]?.kind === 'advocacy-party');
  if (verdict !== 'confirmed' || !ofParty) return undefined;
  return {
    reason: 'only references of a party to the matter found',
    expected: 'at least one of another kind, for "confirmed"',
  };
}

function* checkContained(quote: Quote, pack: Pack, path: string): Generator<Problem> {
  if (quote.containedIn === undefined) return;
  const longer = pack.quotes.find(({ id }) => id === quote.containedIn);
  if (longer === undefined || textOf(longer).includes(textOf(quote))) return;
  const expected = `a quote that holds the words of ${quote.id}`;
  yield { path: `${path}.containedIn`, reason: `"${longer.id}" found`, expected };
}

function textOf({ parts }: Quote): string {
  return parts.map(({ exact }) => exact).join(' ');
}

function wordsOf(text: string): string[] {
  const folded = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return folded.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The first `SHARED_WORDS` words in a row of `role` that `status` repeats, or all of a shorter role. */
function sharedRun(role: readonly string[], status: readonly string[]): string | undefined {
  const length = Math.min(SHARED_WORDS, role.length);
  if (length === 0) return undefined;
  const runs = (words: readonly string[]) =>
    words.slice(length - 1).map((_, at) => words.slice(at, at + length).join(' '));
  const inStatus = new Set(runs(status));
  return runs(role).find((run) => inStatus.has(run));
}
