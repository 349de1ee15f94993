import { describe, expect, it } from 'vitest';
import { readSite, showSite } from '../../../src/sites/read-site.ts';

describe('what a person types as a site', () => {
  it.each([
    ['example.org', 'example.org'],
    ['  Example.ORG. ', 'example.org'],
    ['news.example.org', 'news.example.org'],
    ['*.example.org', 'example.org'],
    ['example.org:8080', 'example.org'],
    ['example.org/a/story?of=people#end', 'example.org'],
    ['https://news.example.org:8443/a/story', 'news.example.org'],
    ['//example.org/', 'example.org'],
    ['https://somebody:word@example.org/', 'example.org'],
    ['bücher.example', 'xn--bcher-kva.example'],
    ['https://روزنامه.example/خبر', 'xn--mgbtd1fdic.example'],
    ['localhost', 'localhost'],
    ['localhost:3000', 'localhost'],
    ['intranet', 'intranet'],
    ['my_host.example', 'my_host.example'],
    ['127.0.0.1', '127.0.0.1'],
    ['127.0.0.1:8080/page', '127.0.0.1'],
    ['::1', '[::1]'],
    ['[2001:DB8::1]:8080', '[2001:db8::1]'],
    ['2001:db8::1', '[2001:db8::1]'],
    ['file:', 'file:'],
    ['file:///home/somebody/page.html', 'file:'],
  ])('%s is the site %s', (typed, site) => {
    expect(readSite(typed)).toEqual({ ok: true, site });
  });

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['two words', 'no-host'],
    ['https://', 'no-host'],
    ['a..b', 'no-host'],
    ['a,b', 'no-host'],
    ['300.1.1.1', 'no-host'],
    [`${'a'.repeat(64)}.example`, 'no-host'],
    ['about:blank', 'other-address'],
    ['chrome://settings', 'other-address'],
    ['moz-extension://abc/popup.html', 'other-address'],
    ['mailto:somebody@example.org', 'other-address'],
    ['javascript:alert()', 'other-address'],
  ])('%j is none: %s', (typed, why) => {
    expect(readSite(typed)).toEqual({ ok: false, why });
  });
});

describe('a site as it is shown', () => {
  it.each([
    ['example.org', 'example.org'],
    ['xn--bcher-kva.example', 'bücher.example'],
    ['xn--mgbtd1fdic.example', 'روزنامه.example'],
    ['xn--99999999.example', 'xn--99999999.example'],
    ['[::1]', '[::1]'],
    ['file:', 'file:'],
  ])('%s is shown as %s', (site, shown) => {
    expect(showSite(site)).toBe(shown);
  });
});
