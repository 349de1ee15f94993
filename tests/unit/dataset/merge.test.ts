import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { mergeInto } from '../../../src/dataset/merge.ts';
import { parsePack } from '../../../src/dataset/parse.ts';
import type { Pack } from '../../../src/dataset/schema.ts';

const FILE = fileURLToPath(new URL('../../fixtures/packs/harbour.json', import.meta.url));

function harbour(): Pack {
  const parsed = parsePack(readFileSync(FILE, 'utf8'));
  if (!parsed.ok) throw new Error('the fixture is broken');
  return parsed.pack;
}

const empty = (): Pack => ({
  ...harbour(),
  id: 'mine',
  entities: [],
  quotes: [],
  sources: [],
  patterns: [],
  references: {},
  wordLists: {},
});

describe('adding one pack to another', () => {
  it('brings all of it into an empty one', () => {
    const { pack } = mergeInto(empty(), harbour(), 'same');
    expect(pack).toEqual({ ...harbour(), id: 'mine' });
  });

  it('adds nothing a second time', () => {
    const { pack, known } = mergeInto(harbour(), harbour(), 'same');
    expect(pack).toEqual(harbour());
    expect(known).toHaveLength(harbour().entities.length);
  });

  it('gives ids of their own to others of the same names, and stays a good pack', () => {
    const { pack, known } = mergeInto(harbour(), harbour(), 'other');
    expect(known).toEqual([]);
    expect(pack.entities).toHaveLength(2 * harbour().entities.length);
    expect(parsePack(pack)).toMatchObject({ ok: true });
  });
});
