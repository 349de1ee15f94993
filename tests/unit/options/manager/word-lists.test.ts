import { describe, expect, it } from 'vitest';
import {
  listChanges,
  listProblems,
  type TypedList,
  typedLists,
  wordsIn,
} from '../../../../src/options/manager/packs/word-lists.ts';
import type { WordListEntry } from '../../../../src/store/manager-api.ts';

const STORED: WordListEntry[] = [
  { id: 'coast', words: ['Cape Lorn', 'lighthouse'], edit: null },
  { id: 'storm', words: ['gale'], edit: 'added' },
];

const typed = (text: string, more: Partial<TypedList> = {}): TypedList => ({ id: 'coast', text, ...more });

describe('typed lists of words', () => {
  it('are written only where their words differ', () => {
    expect(listChanges(STORED, typedLists(STORED, true))).toEqual([]);
    expect(
      listChanges(STORED, [typed('Cape Lorn\n\n  lighthouse \n'), typed('gale', { id: 'storm' })]),
    ).toEqual([]);
    expect(listChanges(STORED, [typed('Cape Lorn\nharbour'), typed('gale', { id: 'storm' })])).toEqual([
      { kind: 'word-list', id: 'coast', value: ['Cape Lorn', 'harbour'] },
    ]);
  });

  it('are added and taken out under their names', () => {
    expect(
      listChanges(STORED, [
        ...typedLists(STORED, true).slice(0, 1),
        typed('fog', { id: 'sea', fresh: true }),
      ]),
    ).toEqual([
      { kind: 'word-list', id: 'sea', value: ['fog'] },
      { kind: 'word-list', id: 'storm', value: null },
    ]);
  });

  it('can be put back to what the pack has, but for those that the reader has added', () => {
    const changed: WordListEntry = { id: 'coast', words: ['x'], edit: 'changed', original: ['Cape Lorn'] };
    expect(typedLists([changed, ...STORED.slice(1)], false)).toEqual([
      { id: 'coast', text: 'x', published: ['Cape Lorn'] },
      { id: 'storm', text: 'gale' },
    ]);
  });

  it('hold words of any script and phrases, a line each', () => {
    expect(wordsIn('حریق\r\n\n 火事\nspring of 2017 ')).toEqual(['حریق', '火事', 'spring of 2017']);
  });
});

describe('what is wrong with a typed list', () => {
  it('is told by the line in which it stands, empty lines counted', () => {
    expect(listProblems([typed('Cape Lorn\n\n@storm\nli\u202eght')])).toEqual([
      [
        { in: 'words', line: 3, code: 'list-in-list' },
        { in: 'words', line: 4, code: 'hidden-characters' },
      ],
    ]);
  });

  it('is its name where that is no name, or the name of another', () => {
    const fresh = (id: string) => typed('fog', { id, fresh: true });
    expect(listProblems([typed('gale'), fresh('Coast words'), fresh(''), fresh('coast')])).toEqual([
      [],
      [{ in: 'name', code: 'bad-id' }],
      [{ in: 'name', code: 'empty' }],
      [{ in: 'name', code: 'repeated-id' }],
    ]);
  });

  it('is nothing for a list without words, as a pack may have it', () => {
    expect(listProblems([typed('')])).toEqual([[]]);
  });

  it('is its length where it holds more than a pack may', () => {
    const many = Array.from({ length: 5_001 }, (_, i) => `word ${i}`).join('\n');
    expect(listProblems([typed(many)])).toEqual([[{ in: 'words', code: 'too-long' }]]);
  });
});
