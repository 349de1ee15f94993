/** What observers of the page are told: mutations from the start of the document, sizes, visibility. */
import { type Probe, Tally, unheard, type Value } from './probe.ts';

export interface Changes {
  probes: Probe[];
  /** Takes in what the observers have not delivered yet. */
  flush(): void;
}

const OPTIONS = {
  subtree: true,
  childList: true,
  attributes: true,
  characterData: true,
  attributeOldValue: true,
};

export function watchChanges(): Changes {
  const nodes = new Tally();
  const attributes = new Tally();
  const text = new Tally();
  const head = new Tally();
  const inRoots = new Tally();
  const inFrames = new Tally();
  const observers: { observer: MutationObserver; take: (records: MutationRecord[]) => void }[] = [];

  function observe(tree: Node, take: (records: MutationRecord[]) => void): void {
    const observer = new MutationObserver(take);
    observer.observe(tree, OPTIONS);
    observers.push({ observer, take });
  }

  observe(document, (records) => {
    for (const record of records) {
      const { type, target } = record;
      if (type === 'attributes') attributes.add(describe(record));
      else if (type === 'characterData') text.add(describe(record));
      else if (document.head?.contains(target)) head.add(describe(record));
      else nodes.add(describe(record));
    }
  });
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (init) {
    const root = attachShadow.call(this, init);
    pageRoots.push(root);
    observe(root, (records) => addAll(inRoots, records));
    return root;
  };
  // At the document: the window does not hear of what its elements have loaded.
  document.addEventListener(
    'load',
    ({ target }) => {
      const inner = target instanceof HTMLIFrameElement ? target.contentDocument : null;
      if (inner) observe(inner, (records) => addAll(inFrames, records));
    },
    true,
  );

  const counted = (name: string, tally: Tally): Probe => ({
    name,
    kind: 'history',
    read: () => tally.counts(),
  });
  return {
    probes: [
      counted('changes: nodes of the body', nodes),
      counted('changes: nodes of the head', head),
      counted('changes: attributes', attributes),
      counted('changes: text', text),
      counted('changes: in shadow roots of the page', inRoots),
      counted('changes: in frames', inFrames),
      ...watchBoxes(),
    ],
    flush() {
      for (const { observer, take } of observers) take(observer.takeRecords());
    },
  };
}

/** Shadow roots that scripts of the page have attached, closed ones too. */
export const pageRoots: ShadowRoot[] = [];

function addAll(tally: Tally, records: MutationRecord[]): void {
  for (const record of records) tally.add(describe(record));
}

function describe({ type, target, attributeName, addedNodes, removedNodes }: MutationRecord): string {
  const names = (list: NodeList) => [...list].map(({ nodeName }) => nodeName).join();
  const what = type === 'childList' ? `+${names(addedNodes)} -${names(removedNodes)}` : (attributeName ?? '');
  return `${target.nodeName} ${what}`;
}

function watchBoxes(): Probe[] {
  const sizes = new Tally();
  const uncovered = new Map<Element, Value>();
  const sizeObserver = new ResizeObserver((entries) => {
    for (const { target, contentRect } of entries) {
      sizes.add(`${target.nodeName} ${contentRect.width}x${contentRect.height}`);
    }
  });
  // Chromium tells with `trackVisibility` what lies under something else.
  const options = { threshold: [0, 1], trackVisibility: true, delay: 100 };
  const coverObserver = new IntersectionObserver((entries) => {
    for (const entry of entries) uncovered.set(entry.target, Boolean(Reflect.get(entry, 'isVisible')));
  }, options);
  addEventListener('DOMContentLoaded', () =>
    unheard(() => {
      for (const element of document.querySelectorAll('p, li, h1')) {
        sizeObserver.observe(element);
        if (element.nodeName === 'P') coverObserver.observe(element);
      }
    }),
  );
  return [
    { name: 'sizes: as an observer was told', kind: 'history', read: () => sizes.counts() },
    {
      name: 'visibility: as an observer was told last',
      kind: 'history',
      read: () => ('isVisible' in IntersectionObserverEntry.prototype ? [...uncovered.values()] : null),
    },
  ];
}
