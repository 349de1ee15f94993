/**
 * The few DOM properties that reading needs, out of the page's reach: `<form><input name="parentNode">` shadows the
 * form's own property, for this world too, but not the getters of the prototypes.
 */
const parentNode = getter<Node, Node | null>(Node.prototype, 'parentNode');
const firstChild = getter<Node, Node | null>(Node.prototype, 'firstChild');
const lastChild = getter<Node, Node | null>(Node.prototype, 'lastChild');
const nextSibling = getter<Node, Node | null>(Node.prototype, 'nextSibling');
const previousSibling = getter<Node, Node | null>(Node.prototype, 'previousSibling');
const nodeType = getter<Node, number>(Node.prototype, 'nodeType');
const localName = getter<Element, string>(Element.prototype, 'localName');
const shadowRoot = getter<Element, ShadowRoot | null>(Element.prototype, 'shadowRoot');

export const parentOf = (node: Node) => parentNode.call(node);
export const firstChildOf = (node: Node) => firstChild.call(node);
export const lastChildOf = (node: Node) => lastChild.call(node);
export const nextOf = (node: Node) => nextSibling.call(node);
export const previousOf = (node: Node) => previousSibling.call(node);
export const nameOf = (element: Element) => localName.call(element);
export const isText = (node: Node): node is Text => nodeType.call(node) === Node.TEXT_NODE;
export const isElement = (node: Node): node is Element => nodeType.call(node) === Node.ELEMENT_NODE;

/** The node around a node, across the border of a shadow tree. */
export const aroundOf = (node: Node): Node | null =>
  parentNode.call(node) ?? (node instanceof ShadowRoot ? node.host : null);

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
