import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SidelightError } from '../../../src/errors.ts';
import { parseMessage, type RawSender } from '../../../src/messages/gate.ts';
import { BATCH_LIMIT } from '../../../src/messages/page.ts';

const SELF = { id: 'ours', origin: 'chrome-extension://ours' };
const PAGE: RawSender = {
  id: 'ours',
  url: 'https://example.org/a',
  frameId: 0,
  tab: { id: 7, url: 'https://example.org/a', incognito: false, windowId: 3 },
};
const POPUP: RawSender = { id: 'ours', url: 'chrome-extension://ours/popup.html' };
const DOCUMENT = 'h0123456789abcdef';
const BATCH = { document: DOCUMENT, blocks: [1], asides: [], gone: [], text: 'words', title: '' };

const parse = (message: unknown, sender: RawSender = PAGE) => parseMessage(message, sender, SELF);

describe('the gate', () => {
  it('lets through what a page may ask, with the sender that the browser names', () => {
    expect(parse({ name: 'annotate', request: BATCH })).toEqual({
      from: 'page',
      name: 'annotate',
      request: BATCH,
      sender: { tabId: 7, frameId: 0, topUrl: 'https://example.org/a', isPrivate: false, windowId: 3 },
    });
  });

  it('takes the site of a frame from the page around it', () => {
    const frame = { ...PAGE, url: 'https://ads.example/', frameId: 3 };
    const ask = parse({ name: 'hello', request: { document: DOCUMENT } }, frame);
    expect(ask).toMatchObject({ sender: { frameId: 3, topUrl: 'https://example.org/a' } });
  });

  it('knows a private window', () => {
    const message = { name: 'hello', request: { document: DOCUMENT } };
    expect(parse(message, { ...PAGE, tab: { ...PAGE.tab, incognito: true } })).toMatchObject({
      sender: { isPrivate: true },
    });
  });

  it('has no address for a frame of a page that it may not read any more', () => {
    const frame = { ...PAGE, url: 'https://ads.example/', frameId: 3, tab: { id: 7 } };
    expect(parse({ name: 'hello', request: { document: DOCUMENT } }, frame)).toMatchObject({
      sender: { topUrl: '' },
    });
  });

  it('lets through what a page of the extension may ask', () => {
    expect(parse({ name: 'packs', request: {} }, POPUP)).toEqual({ from: 'ui', name: 'packs', request: {} });
  });

  it.each<[string, unknown, RawSender]>([
    ['another extension', { name: 'packs', request: {} }, { ...POPUP, id: 'theirs' }],
    [
      'a page that asks what only the popup may ask',
      { name: 'setMode', request: { site: 'a.example', mode: 'off' } },
      PAGE,
    ],
    ['a page that asks for the packs', { name: 'packs', request: {} }, PAGE],
    [
      'an address that only begins like ours',
      { name: 'packs', request: {} },
      { ...POPUP, url: 'chrome-extension://ours.example/' },
    ],
    [
      'a sender without a tab',
      { name: 'hello', request: { document: DOCUMENT } },
      { ...PAGE, tab: undefined },
    ],
    ['a name from the prototype', { name: 'toString', request: {} }, PAGE],
    [
      'a batch that is too long',
      { name: 'annotate', request: { ...BATCH, text: 'x'.repeat(BATCH_LIMIT + 1) } },
      PAGE,
    ],
    ['an unknown key', { name: 'annotate', request: { ...BATCH, site: 'b.example' } }, PAGE],
    [
      'a write beyond the three',
      { name: 'write', request: { document: DOCUMENT, write: { kind: 'wipe' } } },
      PAGE,
    ],
    [
      'a write that names its own site',
      {
        name: 'write',
        request: { document: DOCUMENT, write: { kind: 'siteOff', on: true, site: 'b.example' } },
      },
      PAGE,
    ],
    [
      'an entity that is no key',
      { name: 'describe', request: { document: DOCUMENT, entities: ['__proto__'] } },
      PAGE,
    ],
    [
      'a list of a thousand entities',
      { name: 'describe', request: { document: DOCUMENT, entities: Array(1000).fill('p/a') } },
      PAGE,
    ],
    [
      'a document with a style in its name',
      { name: 'style', request: { document: 'a){}body{display:none}', on: true } },
      PAGE,
    ],
    ['a site with a path', { name: 'setMode', request: { site: 'a.example/b', mode: 'off' } }, POPUP],
  ])('refuses %s', (_, message, sender) => {
    expect(() => parse(message, sender)).toThrow(SidelightError);
  });

  it('refuses anything else without breaking', () => {
    fc.assert(
      fc.property(fc.anything(), (message) => {
        expect(() => parse(message)).toThrow(SidelightError);
      }),
    );
  });
});
