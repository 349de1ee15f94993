import { describe, expect, it } from 'vitest';
import type { Mode } from '../../../src/settings/schema.ts';
import { decide, patternsOf, patternsToRegister, siteOf } from '../../../src/sites/decide.ts';

const settings = (defaultMode: Mode, rules: Record<string, Mode> = {}) => ({
  defaultMode,
  sites: new Map(Object.entries(rules)),
});

describe('the site of an address', () => {
  it.each([
    ['https://example.org/story', 'example.org'],
    ['http://example.org:8080/', 'example.org'],
    ['https://EXAMPLE.org./', 'example.org'],
    ['https://user:word@example.org/', 'example.org'],
    ['https://www.bücher.example/', 'www.xn--bcher-kva.example'],
    ['http://localhost:3000/', 'localhost'],
    ['http://127.0.0.1:8080/', '127.0.0.1'],
    ['http://[::1]/', '[::1]'],
    ['file:///home/somebody/page.html', 'file:'],
    ['about:blank', ''],
    ['chrome://settings/', ''],
    ['chrome-extension://abcdef/popup.html', ''],
    ['moz-extension://abcdef/popup.html', ''],
    ['data:text/html,hello', ''],
    ['not an address', ''],
    ['', ''],
  ])('of %s is "%s"', (url, site) => {
    expect(siteOf(url)).toBe(site);
  });
});

describe('what happens on a site', () => {
  it.each<[string, Record<string, Mode>, Mode, Mode]>([
    ['https://example.org/', {}, 'marks', 'marks'],
    ['https://example.org/', { 'example.org': 'off' }, 'marks', 'off'],
    ['https://news.example.org/', { 'example.org': 'quiet' }, 'marks', 'quiet'],
    ['https://news.example.org/', { 'example.org': 'off', 'news.example.org': 'quiet' }, 'marks', 'quiet'],
    ['https://example.org/', { 'news.example.org': 'off' }, 'marks', 'marks'],
    ['https://notexample.org/', { 'example.org': 'off' }, 'marks', 'marks'],
    ['https://example.org/', { org: 'off' }, 'marks', 'off'],
    ['https://bücher.example/', { 'xn--bcher-kva.example': 'off' }, 'marks', 'off'],
    ['http://10.0.0.1/', { '0.0.1': 'off' }, 'marks', 'marks'],
    ['http://10.0.0.1:81/', { '10.0.0.1': 'off' }, 'marks', 'off'],
    ['file:///a.html', { 'file:': 'quiet' }, 'off', 'quiet'],
    ['about:blank', {}, 'marks', 'off'],
  ])('%s under %j and %s by default is %s', (url, rules, byDefault, mode) => {
    expect(decide(url, settings(byDefault, rules)).mode).toBe(mode);
  });
});

describe('the patterns under which the script is registered', () => {
  it('are one for all sites when there is a default, so that no host name is written down', () => {
    expect(patternsToRegister(settings('quiet', { 'example.org': 'off' }))).toEqual(['<all_urls>']);
  });

  it('are those of the chosen sites otherwise', () => {
    const rules = { 'example.org': 'marks', 'example.com': 'off' } as const;
    expect(patternsToRegister(settings('off', rules))).toEqual(['*://*.example.org/*']);
  });

  it('are none when nothing was chosen', () => {
    expect(patternsToRegister(settings('off'))).toEqual([]);
  });

  it.each([
    ['example.org', ['*://*.example.org/*']],
    ['localhost', ['*://localhost/*']],
    ['127.0.0.1', ['*://127.0.0.1/*']],
    ['[::1]', ['*://[::1]/*']],
    ['file:', ['file:///*']],
  ])('of %s are %j', (site, patterns) => {
    expect(patternsOf(site)).toEqual(patterns);
  });
});
