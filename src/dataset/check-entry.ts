/** One entry of a pack, as an editor has it: what the schema says of each field, while it is being typed. */
import * as v from 'valibot';
import { toProblem } from './parse.ts';
import { Id } from './parts.ts';
import type { FieldProblem, ProblemCode } from './problem.ts';
import { Entity, Pack, Pattern, Quote, Reference, Source, WordList } from './schema.ts';

const SCHEMAS = {
  entity: Entity,
  pattern: Pattern,
  quote: Quote,
  source: Source,
  reference: Reference,
  'word-list': WordList,
} as const;
export type EntryKind = keyof typeof SCHEMAS;

export type CheckedEntry<Kind extends EntryKind> =
  | { ok: true; value: v.InferOutput<(typeof SCHEMAS)[Kind]> }
  /** Paths are within the entry: `aliases[0].text`. */
  | { ok: false; problems: FieldProblem[] };

export function checkEntry<Kind extends EntryKind>(kind: Kind, value: unknown): CheckedEntry<Kind> {
  const schema: v.GenericSchema<unknown, v.InferOutput<(typeof SCHEMAS)[Kind]>> = SCHEMAS[kind];
  const parsed = v.safeParse(schema, value);
  if (parsed.success) return { ok: true, value: parsed.output };
  return { ok: false, problems: parsed.issues.map(toProblem) };
}

const Head = v.pick(Pack, ['title', 'licence', 'version', 'checked', 'home', 'corrections']);

/** What is wrong with what a pack would say of itself; paths are its fields. */
export function checkHead(head: v.InferInput<typeof Head>): FieldProblem[] {
  const parsed = v.safeParse(Head, head);
  return parsed.success ? [] : parsed.issues.map(toProblem);
}

/** What is wrong with an id that a person has typed; undefined where nothing is. */
export function checkId(id: string): ProblemCode | undefined {
  const parsed = v.safeParse(Id, id);
  return parsed.success ? undefined : toProblem(parsed.issues[0]).code;
}
