import { describe, expect, it } from 'vitest';
import { blocked, sheetRoom, sheetSide } from '../../../src/card/position.ts';

function rect(left: number, top: number, width: number, height: number): DOMRect {
  const box = { x: left, y: top, left, top, right: left + width, bottom: top + height, width, height };
  return { ...box, toJSON: () => box };
}

const at = (top: number) => ({ line: rect(100, top, 80, 20), mention: [rect(100, top, 80, 20)] });

describe('the card', () => {
  it.each([
    ['stands beside a mention in a wide window', at(300), { width: 800, height: 600 }, null],
    ['is a sheet below in a narrow window', at(100), { width: 479, height: 600 }, 'bottom'],
    [
      'is a sheet above where a narrow window holds the mention low',
      at(500),
      { width: 320, height: 600 },
      'top',
    ],
    ['is a sheet where neither side has the height to read', at(140), { width: 800, height: 300 }, 'bottom'],
  ] as const)('%s', (_, anchor, viewport, expected) => {
    expect(sheetSide(anchor, viewport)).toBe(expected);
  });

  it.each([
    ['begins under the mention as a sheet at the foot', 'bottom', at(310), 640, 302],
    ['ends above it as a sheet at the top', 'top', at(310), 640, 302],
    ['is high enough to read where there is no room beside the mention', 'bottom', at(140), 300, 160],
  ] as const)('%s', (_, side, anchor, height, expected) => {
    expect(sheetRoom(side, anchor, height)).toBe(expected);
  });

  it('keeps clear of every line of the mention and stands at the one that was pointed at', () => {
    const [first, second] = [rect(700, 100, 60, 20), rect(20, 124, 40, 20)];
    expect(blocked({ line: second, mention: [first, second] })).toMatchObject({
      left: 20,
      right: 60,
      top: 100,
      bottom: 144,
      height: 44,
    });
  });
});
