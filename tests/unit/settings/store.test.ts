import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { entries } from '../../../src/settings/schema.ts';
import {
  forgetPrivateSettings,
  migrateSettings,
  readSettings,
  watchSettings,
  writeSettings,
} from '../../../src/settings/store.ts';

const IN_PRIVATE = { isPrivate: true };

beforeEach(() => fakeBrowser.reset());

describe('settings that are written', () => {
  it('are read again, each under its own key', async () => {
    await writeSettings([entries.site('a.example', 'quiet'), entries.muted('p/ada', true)]);
    await writeSettings([entries.site('b.example', 'off'), entries.site('a.example', undefined)]);
    const { sites, muted } = await readSettings();
    expect([...sites]).toEqual([['b.example', 'off']]);
    expect([...muted]).toEqual(['p/ada']);
  });

  it('by many at once lose nothing', async () => {
    const names = Array.from({ length: 20 }, (_, at) => `site-${at}.example`);
    await Promise.all(names.map((site) => writeSettings([entries.site(site, 'marks')])));
    expect([...(await readSettings()).sites.keys()].sort()).toEqual([...names].sort());
  });

  it('are told, with their keys', async () => {
    const told: string[][] = [];
    const stop = new AbortController();
    watchSettings((keys) => void told.push(keys), stop.signal);
    await writeSettings([entries.site('a.example', 'quiet')]);
    await writeSettings([entries.site('b.example', 'off')], IN_PRIVATE);
    stop.abort();
    await writeSettings([entries.site('c.example', 'off')]);
    expect(told).toEqual([['site:a.example'], ['site:b.example']]);
  });

  it('of an older version are brought to this one', async () => {
    await fakeBrowser.storage.local.set({ 'site:Bücher.example': 'quiet' });
    await migrateSettings();
    expect(await fakeBrowser.storage.local.get(null)).toEqual({
      'site:xn--bcher-kva.example': 'quiet',
      'settings-version': 1,
    });
  });
});

describe('what is chosen in a private window', () => {
  beforeEach(() =>
    writeSettings([entries.site('a.example', 'quiet'), entries.muted('p/ada', true), entries.badge(false)]),
  );

  it('holds there and leaves what is stored unchanged', async () => {
    const before = await fakeBrowser.storage.local.get(null);
    await writeSettings(
      [
        entries.site('a.example', 'off'),
        entries.site('b.example', 'marks'),
        entries.muted('p/ada', false),
        entries.refused('a.example', 'p/bo', true),
      ],
      IN_PRIVATE,
    );
    expect(await fakeBrowser.storage.local.get(null)).toEqual(before);
    const here = await readSettings(IN_PRIVATE);
    expect([...here.sites]).toEqual([
      ['a.example', 'off'],
      ['b.example', 'marks'],
    ]);
    expect(here.muted.size).toBe(0);
    expect(here.refused.get('a.example')).toEqual(new Set(['p/bo']));
    expect(here.badge).toBe(false);
    const elsewhere = await readSettings();
    expect([...elsewhere.sites]).toEqual([['a.example', 'quiet']]);
    expect(elsewhere.muted).toEqual(new Set(['p/ada']));
  });

  it('can take a stored rule away there alone', async () => {
    await writeSettings([entries.site('a.example', undefined)], IN_PRIVATE);
    expect((await readSettings(IN_PRIVATE)).sites.size).toBe(0);
    expect((await readSettings()).sites.size).toBe(1);
  });

  it('is forgotten with the last private window', async () => {
    await fakeBrowser.storage.session.set({ 'document:1:0': { document: 'h1' } });
    await writeSettings([entries.site('a.example', 'off')], IN_PRIVATE);
    await forgetPrivateSettings();
    expect((await readSettings(IN_PRIVATE)).sites.get('a.example')).toBe('quiet');
    expect(await fakeBrowser.storage.session.get(null)).toEqual({ 'document:1:0': { document: 'h1' } });
  });
});
