import { describe, expect, it } from 'vitest';
import { builtOrNot, isBuilt, readFiles, readPageScripts, SHIPPED } from './built.ts';

/** Ways to the network. `fetch` is a case of its own: the background reads the shipped pack with it. */
const NETWORK = /\b(?:XMLHttpRequest|WebSocket|WebTransport|EventSource|sendBeacon|RTCPeerConnection)\b/gu;
const FETCH = /\bfetch\s*\(/gu;
/** Ways to turn a text into elements or code. */
const FROM_TEXT =
  /\b(?:outerHTML|insertAdjacentHTML|setHTMLUnsafe|document\.write|createContextualFragment)\b|\beval\(|new Function\(/gu;
const INNER_HTML = /\binnerHTML\s*=(?!=)/gu;
/** What would tell a page that the extension is there. */
const ANNOUNCES = /wxt:content-script-started|\bpostMessage\s*\(|\bdispatchEvent\s*\(/gu;
/** Paths of the machine that built. */
const MACHINE = /file:\/\/\/\w|\/(?:home|root|work|tmp|Users)\/[\w.]/gu;

describe.each(SHIPPED)('the scripts', (build) => {
  describe.skipIf(!isBuilt(build))(builtOrNot(build), () => {
    const scripts = isBuilt(build) ? [...readFiles(build, '.js')] : [];
    const inPages = isBuilt(build) ? [...readPageScripts(build)] : [];

    it('are there: the background, and the two that run in pages', () => {
      const paths = scripts.map(([path]) => path);
      expect(paths).toEqual(expect.arrayContaining(['background.js', 'page.js', 'card.js']));
    });

    it('know no way to the network', () => {
      expect(occurrences(scripts, NETWORK)).toEqual([]);
    });

    it('fetch nothing but the shipped pack, in the background', () => {
      expect(occurrences(scripts, FETCH)).toEqual(['background.js: fetch(']);
    });

    it('make no elements and no code of texts', () => {
      expect(occurrences(scripts, FROM_TEXT)).toEqual([]);
    });

    it("hold Preact's own assignment to innerHTML, which nothing reaches, and no other", () => {
      const withPreact = scripts
        .filter(([, text]) => text.includes('dangerouslySetInnerHTML'))
        .map(([path]) => path);
      expect(occurrences(scripts, INNER_HTML)).toEqual(withPreact.map((path) => `${path}: innerHTML=`));
    });

    it('tell a page nothing', () => {
      expect(occurrences(inPages, ANNOUNCES)).toEqual([]);
    });

    it('are plain ASCII, because Chromium refuses some characters in silence', () => {
      expect(occurrences(scripts, /[^\p{ASCII}]/gu)).toEqual([]);
    });
  });
});

describe.each(SHIPPED)('every file', (build) => {
  it.skipIf(!isBuilt(build))(`names no path of the machine that built it: ${builtOrNot(build)}`, () => {
    expect(occurrences([...readFiles(build, '.js', '.css', '.html', '.json')], MACHINE)).toEqual([]);
  });
});

/** @returns `path: words` for each occurrence */
function occurrences(files: [path: string, text: string][], pattern: RegExp): string[] {
  return files.flatMap(([path, text]) => (text.match(pattern) ?? []).map((words) => `${path}: ${words}`));
}
