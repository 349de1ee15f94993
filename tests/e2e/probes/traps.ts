/** Getters on objects of the page that nobody of its own reads, a script that reads or writes them is noticed. */
import { type Probe, Tally } from './probe.ts';

const touched = new Tally();
/** On the window: what scripts of extensions look for or leave. */
const ON_WINDOW = ['sidelight', 'sidelightIsHere', 'sidelightMountCard', '__sidelight__', 'Sidelight'];
const ON_NODES = ['sidelight', 'data-sidelight', '_annotated', '__mark', 'highlight'];

export function setTraps(): Probe[] {
  for (const name of ON_WINDOW) trap(window, name, `window.${name}`);
  addEventListener('DOMContentLoaded', () => {
    for (const element of [document.documentElement, document.body, document.querySelector('p')]) {
      for (const name of ON_NODES) if (element) trap(element, name, `${element.localName}.${name}`);
    }
    const text = document.querySelector('p')?.firstChild;
    // An own property of a text node: worlds beside the page's own read the node, not this.
    if (text)
      for (const name of ['data', 'nodeType', 'parentNode', 'textContent']) trap(text, name, `text.${name}`);
  });
  return [{ name: 'traps on objects of the page', kind: 'history', read: () => touched.names() }];
}

function trap(owner: object, key: string, name: string): void {
  const beneath = Object.getPrototypeOf(owner);
  Object.defineProperty(owner, key, {
    configurable: true,
    get() {
      touched.add(name);
      return Reflect.get(beneath, key, owner);
    },
    set(value: unknown) {
      touched.add(name);
      Reflect.set(beneath, key, value, owner);
    },
  });
}
