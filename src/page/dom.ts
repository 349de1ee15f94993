/**
 * The few DOM properties that this folder needs, out of the page's reach: `<form><input name="parentNode">` shadows the
 * form's own property and `<img name="body">` the document's, for this world too, but not what the prototypes hold.
 * Texts, ranges, shadow roots and elements that are neither forms nor custom have nothing that can be shadowed.
 */
const parentNode = getter<Node, Node | null>(Node.prototype, 'parentNode');
const firstChild = getter<Node, Node | null>(Node.prototype, 'firstChild');
const lastChild = getter<Node, Node | null>(Node.prototype, 'lastChild');
const nextSibling = getter<Node, Node | null>(Node.prototype, 'nextSibling');
const previousSibling = getter<Node, Node | null>(Node.prototype, 'previousSibling');
const nodeType = getter<Node, number>(Node.prototype, 'nodeType');
const localName = getter<Element, string>(Element.prototype, 'localName');
const shadowRoot = getter<Element, ShadowRoot | null>(Element.prototype, 'shadowRoot');
const isConnected = getter<Node, boolean>(Node.prototype, 'isConnected');
const isContentEditable = getter<HTMLElement, boolean>(HTMLElement.prototype, 'isContentEditable');
const body = getter<Document, HTMLElement | null>(Document.prototype, 'body');
const documentElement = getter<Document, Element | null>(Document.prototype, 'documentElement');
const scrollingElement = getter<Document, Element | null>(Document.prototype, 'scrollingElement');
const title = getter<Document, string>(Document.prototype, 'title');
const contentType = getter<Document, string>(Document.prototype, 'contentType');
const visibilityState = getter<Document, DocumentVisibilityState>(Document.prototype, 'visibilityState');
const { compareDocumentPosition, contains } = Node.prototype;
const { closest, checkVisibility, getBoundingClientRect, scrollIntoView } = Element.prototype;
const scrollTop = getter<Element, number>(Element.prototype, 'scrollTop');
const scrollLeft = getter<Element, number>(Element.prototype, 'scrollLeft');
const scroll: (options: ScrollToOptions) => void = Element.prototype.scrollTo;
const { caretPositionFromPoint, createTreeWalker, getSelection, querySelectorAll } = Document.prototype;

export const parentOf = (node: Node) => parentNode.call(node);
export const firstChildOf = (node: Node) => firstChild.call(node);
export const lastChildOf = (node: Node) => lastChild.call(node);
export const nextOf = (node: Node) => nextSibling.call(node);
export const previousOf = (node: Node) => previousSibling.call(node);
export const nameOf = (element: Element) => localName.call(element);
export const isInPage = (node: Node) => isConnected.call(node);
export const isText = (node: Node): node is Text => nodeType.call(node) === Node.TEXT_NODE;
export const isElement = (node: Node): node is Element => nodeType.call(node) === Node.ELEMENT_NODE;

/** The node around a node, across the border of a shadow tree. */
export const aroundOf = (node: Node): Node | null =>
  parentNode.call(node) ?? (node instanceof ShadowRoot ? node.host : null);

/** The element that a text stands in. */
export const elementAround = (text: Text): Element | null => {
  const parent = parentOf(text);
  return parent instanceof ShadowRoot ? parent.host : parent !== null && isElement(parent) ? parent : null;
};

/** Whether `one` comes before `other` in the document. */
export const isBefore = (one: Node, other: Node) =>
  (compareDocumentPosition.call(one, other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

/** Whether a node stands in `outer`, or in a shadow tree of something that does. */
export function isAround(outer: EventTarget | null, node: Node | undefined): boolean {
  for (let at: Node | null = node ?? null; at !== null; at = aroundOf(at)) if (at === outer) return true;
  return false;
}

/** Whether it is `root` or stands under it. */
export const isIn = (root: Node, node: Node) => contains.call(root, node);

/** Goes through the elements and texts under a node. */
export const walkerIn = (root: Node) =>
  createTreeWalker.call(document, root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);

/** Whether the reader writes in it. */
export const isEditable = (node: Node | null) => node instanceof HTMLElement && isContentEditable.call(node);

export const closestOf = (element: Element, selector: string) => closest.call(element, selector);

export const isVisible = (element: Element) =>
  checkVisibility.call(element, { visibilityProperty: true, opacityProperty: true });

export const boxOf = (element: Element) => getBoundingClientRect.call(element);

export const centre = (element: Element) =>
  scrollIntoView.call(element, { block: 'center', behavior: 'instant' });

/** From where it stands: Firefox's own `scrollBy` counts from where a scroll that is still moving will end. */
export const scrollBy = (element: Element, top: number, left: number) =>
  scroll.call(element, {
    top: scrollTop.call(element) + top,
    left: scrollLeft.call(element) + left,
    behavior: 'instant',
  });

/** What the document says of itself. */
export const page = {
  body: () => body.call(document),
  root: () => documentElement.call(document),
  scroller: () => scrollingElement.call(document),
  title: () => title.call(document),
  type: () => contentType.call(document),
  selection: () => getSelection.call(document),
  all: (selector: string): Element[] => [...querySelectorAll.call(document, selector)],
  isInFront: () => visibilityState.call(document) === 'visible',
  caretAt: (x: number, y: number, shadowRoots: ShadowRoot[]) =>
    caretPositionFromPoint.call(document, x, y, { shadowRoots }),
};

/** Other elements that may have a shadow root beside custom ones: an empty one may have a closed root. */
const HOSTS = new Set(['div', 'span', 'section', 'article', 'aside', 'main', 'p']);

/**
 * The shadow root of an element, open or closed. Closed ones are asked for only where they are likely, on custom
 * elements and on empty ones, because asking costs a hundred times as much as for an open one.
 */
export function shadowOf(element: Element, name: string): ShadowRoot | null {
  const open = shadowRoot.call(element);
  if (open !== null) return open;
  const likely = name.includes('-') || (HOSTS.has(name) && firstChildOf(element) === null);
  return likely ? openOrClosedRoot(element) : null;
}

/** Both browsers give scripts of extensions, and nobody else, the closed roots too. */
interface ExtensionDom {
  openOrClosedShadowRoot?: ShadowRoot | null;
}
declare const chrome: { dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null } } | undefined;

function openOrClosedRoot(element: Element & ExtensionDom): ShadowRoot | null {
  if (element.openOrClosedShadowRoot !== undefined) return element.openOrClosedShadowRoot;
  if (typeof chrome === 'undefined' || !(element instanceof HTMLElement)) return null;
  return chrome.dom?.openOrClosedShadowRoot(element) ?? null;
}

function getter<Owner, Value>(prototype: Owner, property: string): { call(owner: Owner): Value } {
  const get = Object.getOwnPropertyDescriptor(prototype, property)?.get;
  if (get === undefined) throw new TypeError(`no getter for ${property}`);
  return get;
}
