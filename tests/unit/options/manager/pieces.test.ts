import { expect, it } from 'vitest';
import type { Mention } from '../../../../src/matching/types.ts';
import { piecesOf } from '../../../../src/options/manager/bench/pieces.ts';

function mention(start: number, end: number): Mention {
  return { start, end, entities: ['a/b'], grade: 'strong', because: { rule: 'full-name', words: [] } };
}

it.each([
  ['', [], []],
  ['nobody', [], ['nobody']],
  ['Osric Vane spoke', [mention(0, 10)], ['[Osric Vane]', ' spoke']],
  ['so said Vane', [mention(8, 12)], ['so said ', '[Vane]']],
  ['Vane Vane', [mention(0, 4), mention(5, 9)], ['[Vane]', ' ', '[Vane]']],
  ['one\u2029two', [], ['one\ntwo']],
])('the text %j is cut at its mentions', (text, mentions, pieces) => {
  const cut = piecesOf(text, mentions).map((piece) => (piece.mention ? `[${piece.words}]` : piece.words));
  expect(cut).toEqual(pieces);
});
