/**
 * Which elements the style of marks is for: those that marked text stands in, by name. The style is asked for once for all
 * marks that are painted together, because the browser works through the page each time.
 */
import { ANY_ELEMENT, STYLED_ELEMENT } from '../messages/page.ts';
import { elementAround, hostAround, nameOf } from './dom.ts';

/** More names are taken for all: a page of custom elements, say. */
const MOST_NAMES = 40;

export interface Styles {
  /** Text is marked in these nodes. */
  add(nodes: readonly Text[]): void;
  /** The look of marks has changed. */
  renew(): void;
  /** No mark is left. */
  clear(): void;
}

/** @param put puts the style in for elements of these names, in place of that for the names before; none takes it out */
export function createStyles(put: (elements: string[], before: string[]) => void): Styles {
  const names = new Set<string>();
  let there: string[] = [];
  let waiting = false;

  function putSoon(): void {
    if (waiting) return;
    waiting = true;
    queueMicrotask(() => {
      waiting = false;
      if (names.size > 0) putNow();
    });
  }

  function putNow(): void {
    const before = there;
    there = names.has(ANY_ELEMENT) ? [ANY_ELEMENT] : [...names];
    put(there, before);
  }

  return {
    add(nodes) {
      const known = names.size;
      if (names.has(ANY_ELEMENT)) return;
      for (const node of nodes) names.add(styledName(node));
      if (names.size > MOST_NAMES) names.add(ANY_ELEMENT);
      if (names.size > known) putSoon();
    },
    renew() {
      if (there.length > 0) putNow();
    },
    clear() {
      names.clear();
      if (there.length > 0) putNow();
    },
  };
}

/** A sheet of the document does not reach into shadow trees; what stands there takes after the host. */
function styledName(text: Text): string {
  const element = hostAround(text) ?? elementAround(text);
  const name = element === null ? ANY_ELEMENT : nameOf(element);
  return STYLED_ELEMENT.test(name) ? name : ANY_ELEMENT;
}
