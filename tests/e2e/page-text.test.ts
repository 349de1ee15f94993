import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import { loadSubject } from './harness/bundle.ts';
import { it } from './harness/suite.ts';
import type * as Subject from './subjects/text.ts';

declare const subject: typeof Subject;

/** What a page holds, and the blocks that a reader sees in it. */
const TABLE: [string, string, string[]][] = [
  ['paragraphs', '<p>One</p><p>Two</p>', ['One', 'Two']],
  ['a name cut by inline elements', '<p><b>Ada</b> <i>Lo</i>velace wrote</p>', ['Ada Lovelace wrote']],
  ['white space between elements', '<p><b>Ada</b>\n  <b>Lovelace</b></p>', ['Ada Lovelace']],
  ['a line break', 'Ada<br>Lovelace', ['Ada', 'Lovelace']],
  ['a comment', 'Ada <!-- no -->Lovelace', ['Ada Lovelace']],
  ['text before, in and after a block', '<div>a <p>b</p> c</div>', ['a ', 'b', ' c']],
  ['a block in a link', '<a href="/">a <div>b</div> c</a>', ['a ', 'b', ' c']],
  ['table cells', '<table><tr><td>a<td>b<tr><td>c</table>', ['a', 'b', 'c']],
  ['list items', '<ul><li>a<li>b</ul>', ['a', 'b']],
  ['details', '<details><summary>a</summary>b</details>', ['a', 'b']],
  ['scripts and styles', 'a<script>b</script><style>c</style>d', ['ad']],
  ['a template', 'a <template>b</template>c', ['a c']],
  ['fields', 'a <textarea>b</textarea> c <select><option>d</select>', ['a ', ' c ']],
  ['a picture in the line', 'Ada <img alt="x"> Lovelace', ['Ada  Lovelace']],
  ['a drawing', 'a <svg><text>b</text></svg> c', ['a ', ' c']],
  ['the number of a footnote', 'Lovelace<sup>1</sup> said', ['Lovelace said']],
  ['ruby', '<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>字', ['漢字']],
  ['soft hyphens and no-break spaces', 'Love\u00ADlace\u00A0said', ['Love\u00ADlace\u00A0said']],
  ['the separator of blocks itself', 'a\u2029b', ['a b']],
  ['a custom element', 'a<x-y>b</x-y>c', ['a', 'b', 'c']],
  ['an empty page', '', []],
  ['a page of white space', ' <p> </p>\n', []],
];

const test = it.extend<{ blank: Page }>({
  blank: [
    async ({ driver, server }, use) => {
      const page = await driver.newPage();
      await page.goto(`${server.origin}/plain.html`);
      await loadSubject(page, 'text');
      await use(page);
    },
    { scope: 'file' },
  ],
});

describe('the text of a page', () => {
  for (const [what, html, blocks] of TABLE) {
    test(`is read as blocks: ${what}`, async ({ blank }) => {
      const read = await blank.evaluate((markup) => {
        document.body.innerHTML = markup;
        return { texts: subject.textsOfBody(), alike: subject.readsAlikeFromAnyNode() };
      }, html);
      expect(read).toEqual({ texts: blocks, alike: true });
    });
  }

  test('is read although a form hides its own properties', async ({ blank }) => {
    const texts = await blank.evaluate(() => {
      const names = ['firstChild', 'nextSibling', 'parentNode', 'localName', 'nodeType', 'childNodes'];
      document.body.innerHTML = `<form>a <b>b</b>${names.map((name) => `<input name="${name}">`).join('')} c</form>d`;
      return subject.textsOfBody();
    });
    expect(texts).toEqual(['a b', ' c', 'd']);
  });

  test('is told apart from navigation, footers and lists of links', async ({ blank }) => {
    const asides = await blank.evaluate(() => {
      document.body.innerHTML = `<nav><p>menu</p></nav><main><p>text with <a href="/">a link</a></p>
        <ul><li><a href="/">only a link</a></li><li>text and <a href="/">a link</a></li></ul></main>
        <footer>imprint</footer>`;
      return subject.asidesOfBody();
    });
    expect(asides).toEqual(['menu', 'only a link', 'imprint']);
  });
});
