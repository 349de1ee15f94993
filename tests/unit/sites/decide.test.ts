import { describe, expect, it } from 'vitest';
import { type Mode, parseSettings } from '../../../src/settings/schema.ts';
import { decide, pauseAt } from '../../../src/sites/decide.ts';

const NOON = 1_700_000_000_000;
const MINUTE = 60_000;

type Rules = Record<string, Mode>;

const stored = (byDefault: Mode, rules: Rules) => ({
  'default-mode': byDefault,
  ...Object.fromEntries(Object.entries(rules).map(([site, mode]) => [`site:${site}`, mode])),
});

const decideWith = (url: string, entries: Record<string, unknown>, isPrivate = false) =>
  decide(url, parseSettings(entries, 'off'), { now: NOON, isPrivate });

describe('what happens on a site', () => {
  it.each<[url: string, rules: Rules, byDefault: Mode, mode: Mode, rule?: string]>([
    // Without a rule, the default.
    ['https://example.org/', {}, 'marks', 'marks'],
    ['https://example.org/', {}, 'quiet', 'quiet'],
    ['https://example.org/', {}, 'off', 'off'],
    ['https://example.org/', { 'example.com': 'off' }, 'marks', 'marks'],
    // The site's own rule.
    ['https://example.org/', { 'example.org': 'off' }, 'marks', 'off', 'example.org'],
    ['https://example.org/', { 'example.org': 'quiet' }, 'off', 'quiet', 'example.org'],
    ['https://example.org/', { 'example.org': 'marks' }, 'marks', 'marks', 'example.org'],
    ['http://example.org/', { 'example.org': 'quiet' }, 'off', 'quiet', 'example.org'],
    ['https://example.org/a/b?c=d#e', { 'example.org': 'quiet' }, 'off', 'quiet', 'example.org'],
    // Ports, capitals, final dots and users count for nothing.
    ['https://example.org:8443/', { 'example.org': 'quiet' }, 'off', 'quiet', 'example.org'],
    ['https://example.org/', { 'example.org:8443': 'quiet' }, 'off', 'quiet', 'example.org'],
    ['https://EXAMPLE.org/', { 'example.org': 'quiet' }, 'off', 'quiet', 'example.org'],
    ['https://example.org/', { 'EXAMPLE.org': 'quiet' }, 'off', 'quiet', 'example.org'],
    ['https://example.org./', { 'example.org': 'quiet' }, 'off', 'quiet', 'example.org'],
    ['https://example.org/', { 'example.org.': 'quiet' }, 'off', 'quiet', 'example.org'],
    ['https://me:word@example.org/', { 'example.org': 'quiet' }, 'off', 'quiet', 'example.org'],
    ['https://example.org@example.com/', { 'example.org': 'quiet' }, 'off', 'off'],
    // A rule covers subdomains, and the nearest wins.
    ['https://news.example.org/', { 'example.org': 'quiet' }, 'marks', 'quiet', 'example.org'],
    ['https://a.b.c.example.org/', { 'example.org': 'quiet' }, 'marks', 'quiet', 'example.org'],
    ['https://a.b.c.example.org/', { 'b.c.example.org': 'off' }, 'marks', 'off', 'b.c.example.org'],
    [
      'https://news.example.org/',
      { 'example.org': 'off', 'news.example.org': 'quiet' },
      'marks',
      'quiet',
      'news.example.org',
    ],
    [
      'https://news.example.org/',
      { 'news.example.org': 'marks', 'example.org': 'off', org: 'quiet' },
      'off',
      'marks',
      'news.example.org',
    ],
    [
      'https://live.news.example.org/',
      { 'example.org': 'off', 'news.example.org': 'marks' },
      'quiet',
      'marks',
      'news.example.org',
    ],
    ['https://example.org/', { 'news.example.org': 'off' }, 'marks', 'marks'],
    ['https://sport.example.org/', { 'news.example.org': 'off' }, 'marks', 'marks'],
    ['https://notexample.org/', { 'example.org': 'off' }, 'marks', 'marks'],
    ['https://example.org.example.com/', { 'example.org': 'off' }, 'marks', 'marks'],
    ['https://example.org/', { org: 'off' }, 'marks', 'off', 'org'],
    ['https://news.example.org/', { '*.example.org': 'quiet' }, 'off', 'quiet', 'example.org'],
    // International names, however the rule spells them.
    ['https://bücher.example/', { 'bücher.example': 'off' }, 'marks', 'off', 'xn--bcher-kva.example'],
    ['https://bücher.example/', { 'xn--bcher-kva.example': 'off' }, 'marks', 'off', 'xn--bcher-kva.example'],
    ['https://xn--bcher-kva.example/', { 'BÜCHER.example': 'off' }, 'marks', 'off', 'xn--bcher-kva.example'],
    ['https://www.bücher.example/', { 'bücher.example': 'quiet' }, 'off', 'quiet', 'xn--bcher-kva.example'],
    [
      'https://bücher.example/',
      { 'bücher.example': 'off', 'xn--bcher-kva.example': 'quiet' },
      'marks',
      'quiet',
      'xn--bcher-kva.example',
    ],
    ['https://bucher.example/', { 'bücher.example': 'off' }, 'marks', 'marks'],
    ['https://خبر.example/', { 'خبر.example': 'quiet' }, 'off', 'quiet', 'xn--ngblk.example'],
    // Addresses in numbers have nobody above them.
    ['http://10.0.0.1/', { '0.0.1': 'off' }, 'marks', 'marks'],
    ['http://10.0.0.1/', { '1': 'off' }, 'marks', 'marks'],
    ['http://10.0.0.1:81/', { '10.0.0.1': 'off' }, 'marks', 'off', '10.0.0.1'],
    ['http://10.0.0.2/', { '10.0.0.1': 'off' }, 'marks', 'marks'],
    ['http://0x7f.1/', { '127.0.0.1': 'quiet' }, 'off', 'quiet', '127.0.0.1'],
    ['http://[::1]/', { '[::1]': 'quiet' }, 'off', 'quiet', '[::1]'],
    ['http://[::1]:8080/', { '[0:0:0:0:0:0:0:1]': 'quiet' }, 'off', 'quiet', '[::1]'],
    ['http://[2001:db8::2]/', { '[2001:db8::1]': 'off' }, 'marks', 'marks'],
    ['http://[::ffff:1.2.3.4]/', { '3.4': 'off' }, 'marks', 'marks'],
    // Names in one word, and files.
    ['http://localhost:3000/', { localhost: 'quiet' }, 'off', 'quiet', 'localhost'],
    ['http://app.localhost/', { localhost: 'quiet' }, 'off', 'quiet', 'localhost'],
    ['http://localhost/', { '127.0.0.1': 'off' }, 'marks', 'marks'],
    ['http://intranet/', { intranet: 'off' }, 'marks', 'off', 'intranet'],
    ['file:///a.html', { 'file:': 'quiet' }, 'off', 'quiet', 'file:'],
    ['file:///example.org/a.html', { 'example.org': 'off' }, 'marks', 'marks'],
    ['file:///a.html', {}, 'marks', 'marks'],
    // Rules that say nothing that is known are as if they were not there.
    ['https://example.org/', { 'example.org': 'sometimes' as Mode }, 'quiet', 'quiet'],
    ['https://example.org/', { 'two words': 'off' }, 'quiet', 'quiet'],
    ['https://example.org/', { '': 'off' }, 'quiet', 'quiet'],
  ])('%s under %j and %s by default is %s', (url, rules, byDefault, mode, rule) => {
    const decision = decideWith(url, stored(byDefault, rules));
    expect(decision).toEqual({
      site: decision.site,
      mode,
      chosen: mode,
      ...(rule === undefined ? { by: 'default' } : { by: 'rule', rule }),
    });
  });

  it.each([
    'about:blank',
    'chrome://settings/',
    'chrome-extension://abcdef/popup.html',
    'data:text/html,hello',
    'blob:https://example.org/5d8f',
    'view-source:https://example.org/',
    'ftp://example.org/',
    '',
  ])('%s has no site and is off, whatever is chosen', (url) => {
    expect(decideWith(url, stored('marks', { 'example.org': 'marks' }))).toEqual({
      site: '',
      mode: 'off',
      chosen: 'off',
      by: 'default',
      held: 'no-site',
    });
  });
});

describe('a pause', () => {
  it.each<[until: unknown, mode: Mode]>([
    ['resumed', 'off'],
    [NOON + 1, 'off'],
    [NOON + 60 * MINUTE, 'off'],
    [NOON, 'marks'],
    [NOON - 1, 'marks'],
    ['tomorrow', 'marks'],
    [undefined, 'marks'],
  ])('until %s makes a site that is marked %s', (paused, mode) => {
    const decision = decideWith('https://example.org/', {
      ...stored('off', { 'example.org': 'marks' }),
      paused,
    });
    expect(decision).toMatchObject({ mode, chosen: 'marks', by: 'rule', rule: 'example.org' });
    expect(decision.held).toBe(mode === 'off' ? 'paused' : undefined);
  });

  it('is over when its time has come, and never by itself without a time', () => {
    expect(pauseAt({ until: NOON }, NOON)).toBeNull();
    expect(pauseAt({ until: NOON }, NOON - 1)).toEqual({ until: NOON });
    expect(pauseAt({ until: 'resumed' }, Number.MAX_SAFE_INTEGER)).toEqual({ until: 'resumed' });
  });
});

describe('a private window', () => {
  it.each<[choice: string | undefined, rule: Mode, mode: Mode, held?: 'private']>([
    [undefined, 'marks', 'off', 'private'],
    ['off', 'marks', 'off', 'private'],
    ['off', 'quiet', 'off', 'private'],
    ['off', 'off', 'off', 'private'],
    ['quiet', 'marks', 'quiet', 'private'],
    ['quiet', 'quiet', 'quiet'],
    ['quiet', 'off', 'off'],
    ['as-elsewhere', 'marks', 'marks'],
    ['as-elsewhere', 'quiet', 'quiet'],
    ['as-elsewhere', 'off', 'off'],
  ])('where the choice is %s and the rule %s is %s', (choice, rule, mode, held) => {
    const settings = { ...stored('off', { 'example.org': rule }), 'private-windows': choice };
    const decision = decideWith('https://example.org/', settings, true);
    expect(decision).toMatchObject({ mode, chosen: rule });
    expect(decision.held).toBe(held);
    expect(decideWith('https://example.org/', settings).mode).toBe(rule);
  });

  it('is paused with all others', () => {
    const settings = { ...stored('marks', {}), 'private-windows': 'as-elsewhere', paused: 'resumed' };
    expect(decideWith('https://example.org/', settings, true)).toMatchObject({ mode: 'off', held: 'paused' });
  });
});
