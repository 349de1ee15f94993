import { describe, expect, it } from 'vitest';
import type { Mode } from '../../../src/settings/schema.ts';
import { patternOf, patternsOf, patternsToRegister } from '../../../src/sites/patterns.ts';

const settings = (defaultMode: Mode, rules: Record<string, Mode> = {}) => ({
  defaultMode,
  sites: new Map(Object.entries(rules)),
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

describe('what must be granted for an address to be read', () => {
  it.each([
    ['https://news.example.org:8443/a', 'https://news.example.org/*'],
    ['http://127.0.0.1:8080/', 'http://127.0.0.1/*'],
    ['file:///home/somebody/page.html', 'file:///*'],
  ])('for %s is %s', (url, pattern) => {
    expect(patternOf(url)).toBe(pattern);
  });
});
