import { describe, expect, it } from 'vitest';
import { grantedAmong, isAllGranted } from '../../../src/sites/granted.ts';

describe('which sites the browser lets us read', () => {
  it.each([
    ['example.org', ['*://example.org/*'], true],
    ['example.org', ['https://example.org/*'], true],
    ['example.org', ['*://*.example.org/*'], true],
    ['news.example.org', ['*://*.example.org/*'], true],
    ['news.example.org', ['*://example.org/*'], false],
    ['example.org', ['*://*.news.example.org/*'], false],
    ['notexample.org', ['*://*.example.org/*'], false],
    ['127.0.0.1', ['http://127.0.0.1/*'], true],
    ['127.0.0.1', ['http://127.0.0.1:8080/*'], true],
    ['[::1]', ['http://[::1]/*'], true],
    ['file:', ['file:///*'], true],
    ['file:', ['*://*.example.org/*'], false],
    ['example.org', ['<all_urls>'], true],
    ['example.org', ['*://*/*'], true],
    ['example.org', [], false],
  ])('%s under %j: %s', (site, origins, granted) => {
    expect(grantedAmong(origins)(site)).toBe(granted);
  });

  it('are all under a pattern for all', () => {
    expect(isAllGranted(['https://example.org/*', '<all_urls>'])).toBe(true);
    expect(isAllGranted(['*://*.org/*'])).toBe(false);
  });
});
