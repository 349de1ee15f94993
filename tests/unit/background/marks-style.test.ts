import { describe, expect, it } from 'vitest';
import { MARK_COLOURS, marksStyle } from '../../../src/background/marks-style.ts';
import { EntityType } from '../../../src/dataset/schema.ts';
import { flashName, highlightName, MARKED_TYPES } from '../../../src/messages/page.ts';
import { MARK_STYLES } from '../../../src/settings/schema.ts';

/** WCAG 2.2, relative luminance of sRGB. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = (hex.match(/\w\w/g) ?? [])
    .map((byte) => Number.parseInt(byte, 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const contrast = (a: number, b: number) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);

describe('the colour of a mark', () => {
  it.each(Object.entries(MARK_COLOURS))('of a %s, %s, can be seen on white and on black', (_, colour) => {
    expect(contrast(luminance(colour), 1)).toBeGreaterThanOrEqual(3);
    expect(contrast(luminance(colour), 0)).toBeGreaterThanOrEqual(3);
  });

  it('is there for every type of entity', () => {
    expect([...MARKED_TYPES].sort()).toEqual([...EntityType.options].sort());
  });
});

describe('the style of marks', () => {
  it.each(MARK_STYLES)('%s has a line in the colour of the type, whatever else it has', (chosen) => {
    const style = marksStyle('h0123456789abcdef', chosen);
    for (const colour of Object.values(MARK_COLOURS)) {
      expect(style).toMatch(new RegExp(`text-decoration:underline [^;]*${colour}`));
    }
  });

  it.each(MARK_STYLES)('%s names the highlights of one document, on screens only', (chosen) => {
    const style = marksStyle('h0123456789abcdef', chosen);
    expect(style).toMatch(/^@media screen\{.*\}$/);
    for (const type of MARKED_TYPES)
      expect(style).toContain(`::highlight(${highlightName('h0123456789abcdef', type)})`);
    expect(style.match(/::highlight\((?!h0123456789abcdef-)/)).toBeNull();
  });
});

describe('the style of a jump', () => {
  it('comes in with the marks, under a name of the same document that no mark has', () => {
    const name = flashName('h0123456789abcdef');
    expect(MARKED_TYPES.map((type) => highlightName('h0123456789abcdef', type))).not.toContain(name);
    expect(marksStyle('h0123456789abcdef', 'underline')).toContain(`::highlight(${name}){background-color:`);
  });
});
