/** The document as it stands: nodes, style sheets, what scripts have left on objects. */
import { pageRoots } from './changes.ts';
import type { Probe, Value } from './probe.ts';

/** Frames and roots that the page can look into. */
function frameDocuments(): Document[] {
  return [...document.querySelectorAll('iframe, frame')].flatMap((frame) => {
    // Of its own realm: no instance of what is called so here.
    const inner: Document | null | undefined = Reflect.get(frame, 'contentDocument');
    return inner ?? [];
  });
}

function roots(): ShadowRoot[] {
  const open = [...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []);
  return [...new Set([...open, ...pageRoots])];
}

function rulesOf(sheets: Iterable<CSSStyleSheet>): Value {
  return [...sheets].map((sheet) => {
    try {
      return [...sheet.cssRules].map(({ cssText }) => cssText).join(' ');
    } catch {
      return 'of another origin';
    }
  });
}

function countNodes(): Value {
  const counts: Record<string, number> = {};
  const iterator = document.createNodeIterator(document);
  for (let node = iterator.nextNode(); node; node = iterator.nextNode()) {
    counts[node.nodeName] = (counts[node.nodeName] ?? 0) + 1;
  }
  return Object.entries(counts)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, count]) => `${name} ${count}`);
}

const attributesOf = (element: Element | null): Value =>
  element === null ? null : [...element.attributes].map(({ name, value }) => `${name}=${value}`);

const keysOf = (object: object | null): Value =>
  object === null ? null : Reflect.ownKeys(object).map(String).sort();

/** Interfaces whose prototypes a script might extend. */
const PROTOTYPES = ['Node', 'Element', 'HTMLElement', 'Document', 'Window', 'Event', 'EventTarget', 'Range'];
const BUILT_INS = ['Object', 'Array', 'Function', 'String', 'Promise', 'Map', 'RegExp', 'Error', 'Symbol'];

function keysOfPrototypes(names: string[]): Value {
  return names.map((name) => {
    const made: unknown = Reflect.get(globalThis, name);
    return typeof made === 'function' ? keysOf(Reflect.get(made, 'prototype')) : null;
  });
}

const read: Record<string, () => Value | Promise<Value>> = {
  'tree: the whole document as HTML': () => document.documentElement.outerHTML,
  'tree: nodes of each name': countNodes,
  'tree: elements of the body': () => document.body?.childElementCount ?? 0,
  'tree: elements beside head and body': () =>
    [...document.documentElement.children].map(({ localName }) => localName),
  'tree: nodes beside the root element': () => [...document.childNodes].map(({ nodeName }) => nodeName),
  'tree: attributes of the root element': () => attributesOf(document.documentElement),
  'tree: attributes of the body': () => attributesOf(document.body),
  'tree: text of the body': () => document.body?.textContent ?? '',
  'tree: lengths of the text nodes': () => {
    const walker = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
    const lengths: number[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      lengths.push(node.nodeValue?.length ?? 0);
    return lengths;
  },
  'tree: text as it is rendered': () => document.body?.innerText ?? '',
  'tree: scripts': () => [...document.scripts].map(({ src, text }) => src || text.length),
  'tree: shadow roots of the page': () =>
    roots().map(({ innerHTML, adoptedStyleSheets }) => [innerHTML, adoptedStyleSheets.length]),
  'tree: documents in frames': () => frameDocuments().map(({ documentElement }) => documentElement.outerHTML),
  'tree: number of frames': () => window.length,
  'tree: names in custom elements': () =>
    ['side-light', 'sidelight-card', 'sidelight-mark', 'annotation-card'].filter((name) =>
      customElements.get(name),
    ),
  'tree: elements that are open above others': () =>
    [...document.querySelectorAll(':popover-open, :modal, :fullscreen')].map(({ localName }) => localName),
  'tree: editing': () => [document.designMode, document.querySelectorAll('[contenteditable]').length],
  'style: sheets of the document': () => rulesOf(document.styleSheets),
  'style: adopted sheets': () => rulesOf(document.adoptedStyleSheets),
  'style: sheets in frames': () =>
    frameDocuments().map((inner) => rulesOf([...inner.styleSheets, ...inner.adoptedStyleSheets])),
  'style: fonts': () => [document.fonts.size, [...document.fonts].map(({ family }) => family)],
  'style: animations': () => document.getAnimations().length,
  'globals: of the window': () => keysOf(window),
  'globals: of the document': () => keysOf(document),
  'globals: of head, body and root': () =>
    [document.documentElement, document.head, document.body].map(keysOf),
  'globals: of the prototypes of the DOM': () => keysOfPrototypes(PROTOTYPES),
  'globals: of the prototypes of the language': () => keysOfPrototypes(BUILT_INS),
  'globals: of navigator and chrome': () => [
    keysOf(navigator),
    keysOf(Object(Reflect.get(window, 'chrome'))),
    typeof Reflect.get(window, 'browser'),
  ],
  'globals: in frames': () => frameDocuments().map(({ defaultView }) => keysOf(defaultView)),
};

export const treeProbes: Probe[] = Object.entries(read).map(([name, readIt]) => ({
  name,
  kind: 'state',
  read: readIt,
}));
