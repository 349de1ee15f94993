import { describe, expect, it } from 'vitest';
import { affects, type Entry, entries, parseSettings } from '../../../src/settings/schema.ts';

const stored = (...written: Entry[]) => Object.fromEntries(written.map(({ key, value }) => [key, value]));

describe('settings', () => {
  it('are the defaults when nothing is stored', () => {
    expect(parseSettings({}, 'off')).toEqual({
      defaultMode: 'off',
      readingMode: 'marks',
      sites: new Map(),
      pause: null,
      privateWindows: 'off',
      badge: true,
      packsOff: new Set(),
      muted: new Set(),
      refused: new Map(),
      withoutBundled: false,
      markStyle: 'underline',
    });
  });

  it('come back as they were written', () => {
    const settings = parseSettings(
      stored(
        entries.defaultMode('quiet'),
        entries.readingMode('quiet'),
        entries.pause({ until: 'resumed' }),
        entries.privateWindows('quiet'),
        entries.badge(false),
        entries.site('example.org', 'marks'),
        entries.packOff('harbour', true),
        entries.muted('harbour/ada', true),
        entries.refused('example.org', 'harbour/ada', true),
        entries.refused('example.org', 'harbour/bo', true),
        entries.withoutBundled(true),
        entries.markStyle('dotted'),
      ),
      'off',
    );
    expect(settings).toEqual({
      defaultMode: 'quiet',
      readingMode: 'quiet',
      sites: new Map([['example.org', 'marks']]),
      pause: { until: 'resumed' },
      privateWindows: 'quiet',
      badge: false,
      packsOff: new Set(['harbour']),
      muted: new Set(['harbour/ada']),
      refused: new Map([['example.org', new Set(['harbour/ada', 'harbour/bo'])]]),
      withoutBundled: true,
      markStyle: 'dotted',
    });
  });

  it('keep each rule under a key of its own, so that two writers never meet', () => {
    const keys = [
      entries.site('a.example', 'off'),
      entries.site('b.example', 'off'),
      entries.muted('p/a', true),
      entries.refused('a.example', 'p/a', true),
    ].map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('leave a broken entry aside and keep the others', () => {
    const settings = parseSettings(
      {
        'site:a.example': 'sometimes',
        'site:b.example': 'quiet',
        'muted:p/a': 'yes',
        'default-mode': 7,
        'reading-mode': 'off',
        paused: 'tomorrow',
        'private-windows': true,
        badge: 'no',
      },
      'off',
    );
    expect(settings.sites).toEqual(new Map([['b.example', 'quiet']]));
    expect(settings.muted).toEqual(new Set());
    expect(settings).toMatchObject({
      defaultMode: 'off',
      readingMode: 'marks',
      pause: null,
      privateWindows: 'off',
      badge: true,
    });
  });

  it('go back to the default when an entry is taken out', () => {
    expect(entries.muted('p/a', false).value).toBeUndefined();
    expect(entries.packOff('p', false).value).toBeUndefined();
    expect(entries.site('a.example', undefined).value).toBeUndefined();
    expect(entries.pause(null).value).toBeUndefined();
    expect(entries.badge(true).value).toBeUndefined();
  });

  it.each([
    [entries.defaultMode('off'), 'sites'],
    [entries.site('a.example', 'off'), 'sites'],
    [entries.packOff('p', true), 'mentions'],
    [entries.muted('p/a', true), 'mentions'],
    [entries.refused('a.example', 'p/a', true), 'mentions'],
    [entries.readingMode('quiet'), 'sites'],
    [entries.pause(null), 'sites'],
    [entries.privateWindows('quiet'), 'sites'],
    [entries.badge(true), 'badge'],
    [entries.markStyle('thick'), 'style'],
    [entries.withoutBundled(true), undefined],
  ])('%j affects %s', ({ key }, what) => {
    expect(affects(key)).toBe(what);
  });
});
