import { describe, expect, it } from 'vitest';
import { BADGE_COLOURS, badgeText } from '../../../src/background/badge.ts';
import type { MentionSummary } from '../../../src/messages/ui.ts';
import '../../support/messages.ts';

const mention = (entity: string): MentionSummary => ({
  entity,
  name: entity,
  type: 'person',
  count: 3,
  because: { rule: 'full-name', words: [] },
});
const crowd = (size: number) => Array.from({ length: size }, (_, at) => mention(`harbour/e${at}`));

describe('the number on the toolbar button', () => {
  it('counts entities, not mentions', () => {
    expect(badgeText([mention('harbour/ada'), mention('harbour/bo')], new Set())).toBe('2');
  });

  it('is missing where nothing was found', () => {
    expect(badgeText([], new Set())).toBe('');
  });

  it('leaves out packs that are sensitive', () => {
    const mentions = [mention('harbour/ada'), mention('risk/bo')];
    expect(badgeText(mentions, new Set(['risk']))).toBe('1');
    expect(badgeText(mentions, new Set(['risk', 'harbour']))).toBe('');
  });

  it('stays short', () => {
    expect(badgeText(crowd(999), new Set())).toBe('999');
    expect(badgeText(crowd(5_000), new Set())).toBe('999+');
  });

  it('stands on a colour that differs with the mode', () => {
    expect(BADGE_COLOURS.marks).not.toBe(BADGE_COLOURS.quiet);
  });
});
