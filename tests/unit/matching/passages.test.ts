import { readdirSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { parsePack } from '../../../src/dataset/parse.ts';
import { annotate } from '../../../src/matching/annotate.ts';
import { blocksOfPlainText } from '../../../src/matching/plain-text.ts';
import { indexOf } from './pack.ts';

const FOLDER = new URL('../../fixtures/passages/', import.meta.url);
const BUNDLED = new URL('../../../assets/packs/uk-conference-2020.json', import.meta.url);
/** Passages that are known to be read wrongly: see `docs/decisions/0006-how-names-are-found.md`. */
const KNOWN = new Set(['z29']);

const Passages = v.array(
  v.object({
    id: v.string(),
    text: v.string(),
    forbidden: v.array(
      v.object({ start: v.number(), end: v.number(), surface: v.string(), lookalikeOf: v.string() }),
    ),
  }),
);

const parsed = parsePack(readFileSync(BUNDLED, 'utf8'));
const index = parsed.ok ? indexOf(parsed.pack) : indexOf();

describe.each(readdirSync(FOLDER))('look-alikes of %s', (file) => {
  const passages = v.parse(Passages, JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')));
  it('are not marked', () => {
    const marked = passages.flatMap(({ id, text, forbidden }) => {
      const { mentions } = annotate(index, { text: blocksOfPlainText(text) });
      return forbidden
        .filter(({ start, end, lookalikeOf }) =>
          mentions.some(
            (each) =>
              each.start < end &&
              start < each.end &&
              each.entities.some((key) => key.endsWith(`/${lookalikeOf}`)),
          ),
        )
        .map(({ surface }) => ({ id, surface }));
    });
    expect(marked.filter(({ id }) => !KNOWN.has(id))).toEqual([]);
  });
});
