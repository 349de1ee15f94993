/**
 * The text of a page as the extension reads it, without a browser: the same reader, over the elements of linkedom.
 * Styles are not known here, so what a page hides is read too.
 */
import { parseHTML } from 'linkedom';
import { BLOCK_SEPARATOR } from '../src/matching/types.ts';

export interface PageText {
  title: string;
  /** Blocks joined by `BLOCK_SEPARATOR`. */
  text: string;
}

export async function pageText(html: string): Promise<PageText> {
  const { isReadBlock, readBlocks } = await readerWithoutBrowser();
  const { document } = parseHTML(html);
  const body = document.querySelector('body');
  if (body === null) return { title: document.title, text: '' };
  const blocks: string[] = [];
  for (const found of readBlocks(body)) if (isReadBlock(found)) blocks.push(found.text);
  return { title: document.title, text: blocks.join(BLOCK_SEPARATOR) };
}

/** The reader takes its getters from the prototypes of the browser: these stand in for them. */
async function readerWithoutBrowser() {
  const own = (property: string): PropertyDescriptor => ({
    get(): unknown {
      return Reflect.get(Object(this), property);
    },
  });
  const properties = [
    'parentNode',
    'firstChild',
    'lastChild',
    'nextSibling',
    'previousSibling',
    'nodeType',
    'shadowRoot',
    'localName',
  ];
  const prototype = Object.create(null, Object.fromEntries(properties.map((name) => [name, own(name)])));
  const stand = { prototype, TEXT_NODE: 3, ELEMENT_NODE: 1 };
  Object.assign(globalThis, { Node: stand, Element: stand, ShadowRoot: class {} });
  return import('../src/page/text.ts');
}
