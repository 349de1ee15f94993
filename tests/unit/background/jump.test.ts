import { describe, expect, it } from 'vitest';
import type { FrameRecord } from '../../../src/background/documents.ts';
import { lastPosition, nextPosition, placesOf } from '../../../src/background/jump.ts';
import type { Target } from '../../../src/messages/page.ts';

const target = (...entities: string[]): Target => ({
  entities,
  type: 'person',
  name: entities[0] ?? '',
  grade: 'strong',
  because: { rule: 'full-name', words: [] },
});

const frame = (frameId: number, change: Partial<FrameRecord['record']>): FrameRecord => ({
  frameId,
  record: {
    document: `h${frameId}`,
    read: false,
    evidence: '',
    targets: [target('harbour/ada'), target('harbour/bo', 'harbour/ada')],
    blocks: {},
    hidden: [],
    pending: [],
    offered: [],
    changed: {},
    ...change,
  },
});

const BLOCKS = { 4: [0, 3, 0, 10, 13, 1], 2: [5, 8, 0], 7: [1, 4, 0] };

describe('the mentions to jump through', () => {
  it('are those that are counted, in order, with their place in what was sent', () => {
    expect(placesOf([frame(0, { blocks: BLOCKS })], 'harbour/ada')).toEqual([
      { frameId: 0, document: 'h0', block: 2, start: 5, end: 8 },
      { frameId: 0, document: 'h0', block: 4, start: 0, end: 3 },
      { frameId: 0, document: 'h0', block: 7, start: 1, end: 4 },
    ]);
  });

  it('leave out what cannot be seen', () => {
    const places = placesOf([frame(0, { blocks: BLOCKS, hidden: [2, 7] })], 'harbour/ada');
    expect(places.map(({ block }) => block)).toEqual([4]);
  });

  it('go on in the next frame', () => {
    const frames = [frame(0, { blocks: { 1: [0, 3, 0] } }), frame(5, { blocks: { 1: [2, 5, 0] } })];
    expect(placesOf(frames, 'harbour/ada').map(({ frameId, start }) => [frameId, start])).toEqual([
      [0, 0],
      [5, 2],
    ]);
  });
});

describe('the next mention', () => {
  const places = ['one', 'two', 'three'];

  it.each([
    ['forwards from none', -1, 1, 0],
    ['backwards from none', -1, -1, 2],
    ['forwards', 0, 1, 1],
    ['backwards', 1, -1, 0],
    ['past the end', 2, 1, 0],
    ['past the start', 0, -1, 2],
  ] as const)('%s', (_, last, direction, next) => {
    expect(nextPosition(places, last, direction)).toBe(next);
  });

  it('is counted from the last jump to the same entity, in whichever frame it was', () => {
    const jumped = (entity: string, block: number, start: number, at: number) => ({
      lastJump: { entity, block, start, at },
    });
    const frames = [
      frame(0, { blocks: BLOCKS, ...jumped('harbour/ada', 2, 5, 10) }),
      frame(5, { blocks: { 1: [2, 5, 0] }, ...jumped('harbour/ada', 1, 2, 20) }),
    ];
    const all = placesOf(frames, 'harbour/ada');
    expect(lastPosition(frames, all, 'harbour/ada')).toBe(3);
    expect(lastPosition(frames, placesOf(frames, 'harbour/bo'), 'harbour/bo')).toBe(-1);
  });

  it('is the first where the last one has gone from the page', () => {
    const lastJump = { entity: 'harbour/ada', block: 9, start: 0, at: 1 };
    const frames = [frame(0, { blocks: BLOCKS, lastJump })];
    expect(lastPosition(frames, placesOf(frames, 'harbour/ada'), 'harbour/ada')).toBe(-1);
  });
});
