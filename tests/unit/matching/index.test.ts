import { describe, expect, it } from 'vitest';
import { entitiesOf } from '../../../src/matching/annotate.ts';
import { COMPILER_VERSION, compile } from '../../../src/matching/compile.ts';
import { loadIndex, UnusableIndexError } from '../../../src/matching/load.ts';
import { blocksOfPlainText } from '../../../src/matching/plain-text.ts';
import { entity, found, indexOf, pack } from './pack.ts';

const small = pack([entity('a', ['Ada Example']), entity('b', ['Bea Example'], { detect: false })]);

describe('a compiled index', () => {
  it('is the same for the same packs', () => {
    expect(new Uint8Array(compile([small]))).toEqual(new Uint8Array(compile([small])));
  });

  it('leaves out what a pack does not look for, unless asked', () => {
    expect(found(loadIndex(compile([small])), 'Ada Example, Bea Example')).toEqual(['Ada Example = a']);
    expect(found(loadIndex(compile([small], { all: true })), 'Ada Example, Bea Example')).toHaveLength(2);
  });

  it('tells type and name of what it finds', () => {
    expect(entitiesOf(indexOf(small), ['test/b', 'test/a'])).toEqual({ type: 'person', name: 'b' });
  });

  it('of no pack finds nothing', () => {
    expect(found(indexOf(), 'Ada Example')).toEqual([]);
  });

  it.each([
    ['nothing', new ArrayBuffer(0), 'too short for an index'],
    ['something else', new ArrayBuffer(4_096), 'not an index'],
    [
      'another version',
      changed(1, COMPILER_VERSION + 1),
      `an index of version ${COMPILER_VERSION + 1}, ${COMPILER_VERSION} expected`,
    ],
    ['one that is cut off', compile([small]).slice(0, 600), 'an index whose section "filter" is cut off'],
  ])('is refused where it is %s', (_, blob, message) => {
    expect(() => loadIndex(blob)).toThrow(UnusableIndexError);
    expect(() => loadIndex(blob)).toThrow(message);
  });
});

function changed(word: number, value: number): ArrayBuffer {
  const blob = compile([small]);
  new Uint32Array(blob, 0, 4)[word] = value;
  return blob;
}

describe('plain text', () => {
  it.each([
    ['a single line break is white space', 'Ada\nExample', ['Ada\nExample = a']],
    ['a blank line is a block border', 'Ada\n\nExample', []],
    ['a blank line of Windows too', 'Ada\r\n \r\nExample', []],
    ['a single line break of Windows is none', 'Ada\r\nExample', ['Ada\r\nExample = a']],
    ['U+2029 is a block border', 'Ada\u2029Example', []],
  ])('%s', (_, text, expected) => {
    const blocks = blocksOfPlainText(text);
    expect(blocks).toHaveLength(text.length);
    expect(found(indexOf(small), blocks)).toEqual(expected);
  });
});
