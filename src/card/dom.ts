/**
 * The few DOM methods that the card needs, out of the page's reach: `<img name="createElement">` shadows the document's
 * own, for this world too, but not what the prototypes hold.
 */
const { createElement, createElementNS, createTextNode, querySelectorAll } = Document.prototype;
const activeElement = getter<Document, Element | null>(Document.prototype, 'activeElement');
const documentElement = getter<Document, Element>(Document.prototype, 'documentElement');
const { append: appendTo, matches } = Element.prototype;
const { focus } = HTMLElement.prototype;

export const page = {
  focused: () => activeElement.call(document),
  root: () => documentElement.call(document),
};

export const makeElement = (name: 'div'): HTMLDivElement =>
  createElement.call(document, name) as HTMLDivElement;

export const append = (parent: Element, child: Node): void => appendTo.call(parent, child);

export const focusOn = (element: HTMLElement): void => focus.call(element, { preventScroll: true });

/** Elements that show nothing of what is put into them. */
const HOLDS_NOTHING = 'video, audio, canvas, img, iframe, object, embed, picture, input, textarea, select';

/**
 * The element outside which nothing can be used now, a modal dialog or one in full screen; `null` where there is none.
 * Of several the last in the document, which is the inner one where they lie in each other.
 */
export function topLayer(): Element | null {
  const layers: Element[] = [...querySelectorAll.call(document, ':modal, :fullscreen')];
  return layers.findLast((layer) => !matches.call(layer, HOLDS_NOTHING)) ?? null;
}

/**
 * Preact makes what it renders with the methods of `ownerDocument`. In this world, which only our own scripts share,
 * every node names a maker that no page can shadow.
 */
export function shieldMaking(): void {
  const maker = {
    createElementNS: (...given: Parameters<Document['createElementNS']>) =>
      createElementNS.apply(document, given),
    createTextNode: (words: string) => createTextNode.call(document, words),
  };
  Object.defineProperty(Node.prototype, 'ownerDocument', { configurable: true, get: () => maker });
}

function getter<Owner, Value>(prototype: Owner, property: string): { call(owner: Owner): Value } {
  const get = Object.getOwnPropertyDescriptor(prototype, property)?.get;
  if (get === undefined) throw new TypeError(`no getter for ${property}`);
  return get;
}
