import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { migrate, SETTINGS_VERSION, VERSION_KEY } from '../../../src/settings/migrate.ts';
import type { Entry } from '../../../src/settings/schema.ts';

const applied = (stored: Record<string, unknown>, changes: readonly Entry[]): Record<string, unknown> => {
  const written = Object.entries({
    ...stored,
    ...Object.fromEntries(changes.map(({ key, value }) => [key, value])),
  });
  return Object.fromEntries(written.filter(([, value]) => value !== undefined));
};

describe('settings of an older version', () => {
  it('come out under this version', () => {
    expect(migrate({})).toEqual([{ key: VERSION_KEY, value: SETTINGS_VERSION }]);
  });

  it('have each rule under one spelling of its site', () => {
    const stored = { 'site:Bücher.example': 'quiet', 'site:example.org': 'off', 'muted:p/a': true };
    expect(applied(stored, migrate(stored))).toEqual({
      'site:xn--bcher-kva.example': 'quiet',
      'site:example.org': 'off',
      'muted:p/a': true,
      [VERSION_KEY]: SETTINGS_VERSION,
    });
  });

  it('keep the rule that was in force where there were two', () => {
    const stored = { 'site:bücher.example': 'quiet', 'site:xn--bcher-kva.example': 'off' };
    expect(applied(stored, migrate(stored))).toMatchObject({ 'site:xn--bcher-kva.example': 'off' });
  });

  it('keep a key that every object seems to have', () => {
    const stored = JSON.parse('{"__proto__": 0, "site:example.org": "off"}');
    expect(migrate(stored)).toEqual([{ key: VERSION_KEY, value: SETTINGS_VERSION }]);
  });

  it('lose nothing that this version does not know', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (unknown) => {
        const { [VERSION_KEY]: _, ...others } = unknown;
        const kept = Object.entries(others).filter(([key]) => !key.startsWith('site:'));
        expect(applied(others, migrate(others))).toMatchObject(Object.fromEntries(kept));
      }),
    );
  });

  it('are not touched a second time', () => {
    const stored = { 'site:Bücher.example': 'quiet' };
    expect(migrate(applied(stored, migrate(stored)))).toEqual([]);
  });
});

describe('settings of a newer version', () => {
  it('are left as they are', () => {
    const stored = {
      'site:Bücher.example': 'sometimes',
      'later-setting': 1,
      [VERSION_KEY]: SETTINGS_VERSION + 1,
    };
    expect(migrate(stored)).toEqual([]);
  });
});
