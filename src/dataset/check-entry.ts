/** One entry of a pack, as an editor has it: what the schema says of each field, while it is being typed. */
import * as v from 'valibot';
import { toProblem } from './parse.ts';
import type { FieldProblem } from './problem.ts';
import { Entity, Pattern, Quote, Reference, Source } from './schema.ts';

const SCHEMAS = {
  entity: Entity,
  pattern: Pattern,
  quote: Quote,
  source: Source,
  reference: Reference,
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
