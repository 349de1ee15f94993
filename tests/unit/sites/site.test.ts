import { describe, expect, it } from 'vitest';
import { siteOf, standsAlone } from '../../../src/sites/site.ts';

describe('the site of an address', () => {
  it.each([
    ['https://example.org/story', 'example.org'],
    ['http://example.org:8080/', 'example.org'],
    ['https://EXAMPLE.org./', 'example.org'],
    ['https://user:word@example.org/', 'example.org'],
    ['https://www.bücher.example/', 'www.xn--bcher-kva.example'],
    ['https://خبر.example/', 'xn--ngblk.example'],
    ['http://localhost:3000/', 'localhost'],
    ['http://127.0.0.1:8080/', '127.0.0.1'],
    ['http://2130706433/', '127.0.0.1'],
    ['http://[::1]/', '[::1]'],
    ['http://[2001:DB8:0:0::1]:8080/', '[2001:db8::1]'],
    ['file:///home/somebody/page.html', 'file:'],
    ['about:blank', ''],
    ['about:srcdoc', ''],
    ['blob:https://example.org/5d8f', ''],
    ['chrome://settings/', ''],
    ['chrome-extension://abcdef/popup.html', ''],
    ['moz-extension://abcdef/popup.html', ''],
    ['view-source:https://example.org/', ''],
    ['data:text/html,hello', ''],
    ['not an address', ''],
    ['', ''],
  ])('of %s is "%s"', (url, site) => {
    expect(siteOf(url)).toBe(site);
  });
});

describe('domains above a site', () => {
  it.each(['127.0.0.1', '[::1]', 'localhost', 'file:'])('are none for %s', (site) => {
    expect(standsAlone(site)).toBe(true);
  });

  it('are those of a host name', () => {
    expect(standsAlone('news.example.org')).toBe(false);
  });
});
