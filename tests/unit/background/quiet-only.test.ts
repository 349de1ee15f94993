import { describe, expect, it } from 'vitest';
import { withoutQuiet } from '../../../src/background/annotate.ts';
import type { AnnotateAnswer } from '../../../src/messages/page.ts';

const because = { rule: 'full-name', words: [] } as const;
const target = (...entities: string[]): AnnotateAnswer['targets'][number] => ({
  entities,
  name: entities[0] ?? '',
  type: 'person',
  grade: 'strong',
  because: { ...because, words: [] },
});

const ANSWER: AnnotateAnswer = {
  mentions: [0, 5, 0, 10, 15, 1, 20, 25, 2, 30, 35, 1],
  targets: [target('secret/ada'), target('open/bob'), target('open/eve', 'secret/eve')],
  found: [1, 2],
  again: [],
};

describe('what a page gets of packs that are quiet only', () => {
  it('is nothing, neither mention nor name', () => {
    const answer = withoutQuiet(ANSWER, new Set(['secret']));
    expect(answer.mentions).toEqual([10, 15, 0, 20, 25, 1, 30, 35, 0]);
    expect(JSON.stringify(answer)).not.toContain('secret');
  });

  it('is everything where no pack is', () => {
    expect(withoutQuiet(ANSWER, new Set())).toBe(ANSWER);
  });

  it('leaves out a mention whose best supported entity is of such a pack', () => {
    expect(withoutQuiet(ANSWER, new Set(['open'])).targets).toEqual([target('secret/ada')]);
  });
});
