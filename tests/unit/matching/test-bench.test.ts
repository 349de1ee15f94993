import { expect, it } from 'vitest';
import { explainWithPacks } from '../../../src/matching/test-bench.ts';
import { entity, pack } from './pack.ts';

const PACK = pack([
  entity('jones', ['David Jones|context', 'Jones|never'], {
    context: [{ atLeast: 1, window: 30, words: ['Clwyd West'] }],
  }),
]);

it('a pasted text shows what is marked, with the words that decided', () => {
  const { mentions, refusals } = explainWithPacks(
    [PACK],
    'David Jones, MP for Clwyd West, spoke. Jones left.',
  );
  expect(
    mentions.map(({ surface, because, entities }) => [
      surface,
      because.rule,
      because.words,
      entities[0]?.key,
    ]),
  ).toEqual([
    ['David Jones', 'context-words', ['Clwyd West'], 'test/jones'],
    ['Jones', 'same-entity', ['David Jones'], 'test/jones'],
  ]);
  expect(refusals).toEqual([]);
});

it('and what was found and not marked, with the reason', () => {
  const { mentions, refusals } = explainWithPacks([PACK], 'David Jones died.\n\nNobody else was there.');
  expect(mentions).toEqual([]);
  expect(refusals).toMatchObject([
    {
      surface: 'David Jones',
      start: 0,
      end: 11,
      entity: { type: 'person' },
      because: { rule: 'no-evidence', words: [] },
    },
    ...refusals.slice(1),
  ]);
});

it('the title of the page is evidence', () => {
  const { mentions } = explainWithPacks([PACK], 'David Jones spoke.', 'Clwyd West votes');
  expect(mentions).toHaveLength(1);
});
