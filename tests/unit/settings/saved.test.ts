import { describe, expect, it } from 'vitest';
import { SETTINGS_VERSION, VERSION_KEY } from '../../../src/settings/migrate.ts';
import { readSaved, toSave } from '../../../src/settings/saved.ts';

describe('the settings of a backup', () => {
  const SETTINGS = { 'site:example.org': 'quiet', badge: false, [VERSION_KEY]: SETTINGS_VERSION };

  it('come back as they were, with their version', () => {
    expect(readSaved(toSave(SETTINGS))).toEqual(SETTINGS);
  });

  it('are the settings alone', () => {
    const others = { leftover: 1, 'site:long.example': { nested: true }, ...SETTINGS };
    expect(toSave(others)).toEqual(SETTINGS);
    expect(readSaved(others)).toEqual(SETTINGS);
  });

  it.each([
    ['without a version', {}],
    ['of version 0', { [VERSION_KEY]: 0 }],
    ['of a version that is no number', { [VERSION_KEY]: 'one' }],
  ])('%s are brought to the form of this version', (_, version) => {
    expect(readSaved({ 'site:Bücher.example': 'quiet', ...version })).toEqual({
      'site:xn--bcher-kva.example': 'quiet',
      [VERSION_KEY]: SETTINGS_VERSION,
    });
  });

  it('of a newer version are not guessed at', () => {
    expect(readSaved({ ...SETTINGS, [VERSION_KEY]: SETTINGS_VERSION + 1 })).toBe('newer');
  });
});
