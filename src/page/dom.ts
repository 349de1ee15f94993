/**
 * The few DOM properties that a page can clobber: `<form><input name="parentNode">` shadows the form's own property,
 * for this world too. Getters of the prototypes are out of its reach.
 */
const parentNode = getter<Node, Node | null>(Node.prototype, 'parentNode');
const firstChild = getter<Node, Node | null>(Node.prototype, 'firstChild');
const lastChild = getter<Node, Node | null>(Node.prototype, 'lastChild');
const nextSibling = getter<Node, Node | null>(Node.prototype, 'nextSibling');
const previousSibling = getter<Node, Node | null>(Node.prototype, 'previousSibling');
const nodeType = getter<Node, number>(Node.prototype, 'nodeType');
const localName = getter<Element, string>(Element.prototype, 'localName');

export const parentOf = (node: Node) => parentNode.call(node);
export const firstChildOf = (node: Node) => firstChild.call(node);
export const lastChildOf = (node: Node) => lastChild.call(node);
export const nextOf = (node: Node) => nextSibling.call(node);
export const previousOf = (node: Node) => previousSibling.call(node);
export const nameOf = (element: Element) => localName.call(element);
export const isText = (node: Node): node is Text => nodeType.call(node) === Node.TEXT_NODE;
export const isElement = (node: Node): node is Element => nodeType.call(node) === Node.ELEMENT_NODE;

function getter<Owner, Value>(prototype: Owner, property: string): { call(owner: Owner): Value } {
  const get = Object.getOwnPropertyDescriptor(prototype, property)?.get;
  if (get === undefined) throw new TypeError(`no getter for ${property}`);
  return get;
}
