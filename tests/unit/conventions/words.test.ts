/** Whatever stands on a screen comes from the locale files. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync, Visitor, type VisitorObject } from 'oxc-parser';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { FormProblem } from '../../../src/dataset/capture-form.ts';
import type { CheckedEntry, EntryKind } from '../../../src/dataset/check-entry.ts';
import type { EntryProblem, ImportPreview, RestorePreview } from '../../../src/store/manager-api.ts';

const SRC = join(import.meta.dirname, '../../../src');
const FILES = ['card', 'options', 'panel', 'popup', 'ui', 'welcome'].flatMap((folder) =>
  readdirSync(join(SRC, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/u.test(file))
    .map((file) => `${folder}/${file}`),
);

/** Where the message of an error is compared, and not shown. */
const COMPARED = ['card/gone.ts'];

/** Attributes that a reader sees or hears. A placeholder is an example: an address, a date. */
const SHOWN = new Set(['alt', 'aria-label', 'label', 'title']);

describe('a view', () => {
  it('shows no message of an error: errors have a trouble, for which there are words', () => {
    const reading = FILES.filter((file) => {
      let reads = false;
      walk(file, {
        MemberExpression: ({ property }) => {
          reads ||= property.type === 'Identifier' && property.name === 'message';
        },
      });
      return reads;
    });
    expect(reading).toEqual(COMPARED);
  });

  it('holds no words of its own', () => {
    const found: string[] = [];
    for (const file of FILES) {
      const look = (text: unknown) => {
        if (typeof text === 'string' && /\p{L}/u.test(text)) found.push(`${file}: ${text.trim()}`);
      };
      walk(file, {
        JSXText: ({ value }) => look(value),
        JSXAttribute: ({ name, value }) => {
          if (name.type === 'JSXIdentifier' && SHOWN.has(name.name) && value?.type === 'Literal')
            look(value.value);
        },
      });
    }
    expect(found).toEqual([]);
  });

  it('gets problems as codes and data: the English of command lines does not reach it', () => {
    type Failed<Answer> = Extract<Answer, { ok: false }>;
    type Read = Extract<ImportPreview, { ok: true }>;
    type Told =
      | EntryProblem
      | Failed<RestorePreview>['problems'][number]
      | Failed<CheckedEntry<EntryKind>>['problems'][number]
      | FormProblem<{ name: string }>
      | Failed<ImportPreview>['problems'][number]
      | Failed<ImportPreview>['invalid'][number]
      | Read['invalid'][number]
      | Read['warnings'][number];
    /** All keys of all of them. */
    type Keys = Told extends infer Each ? (Each extends unknown ? keyof Each : never) : never;
    expectTypeOf<Extract<Keys, 'text' | 'expected' | 'message'>>().toEqualTypeOf<never>();
    // What is left by the name of a reason is a code.
    expectTypeOf<Extract<Told, { reason: unknown }>['reason']>().not.toEqualTypeOf<string>();
  });
});

function walk(file: string, visitor: VisitorObject): void {
  const path = join(SRC, file);
  const { program, errors } = parseSync(path, readFileSync(path, 'utf8'));
  expect(errors).toEqual([]);
  new Visitor(visitor).visit(program);
}
