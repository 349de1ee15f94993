/** Highlights, computed style, boxes and what lies at a point. */
import { type Probe, Tally, type Value } from './probe.ts';

/** Elements whose style and boxes are read: enough to notice a rule, few enough for a long page. */
const SAMPLE = 'html, body, main, h1, h2, p, li, a, b, em, td, blockquote';
const SAMPLE_SIZE = 60;
const PSEUDO_ELEMENTS = ['::before', '::after', '::selection', '::first-line', '::marker', '::backdrop'];
const GUESSED_HIGHLIGHTS = [
  'sidelight',
  'sidelight-person',
  'person',
  'mention',
  'mark',
  'annotation',
  'h',
  'h-0',
];
/** Points of the viewport in each direction. */
const GRID = 12;

const sample = () => [...document.querySelectorAll(SAMPLE)].slice(0, SAMPLE_SIZE);

/** Names of highlights that were ever seen here: their style is asked for even when they have gone. */
const namesSeen = new Set<string>();
const registered = new Tally();

/** Looks at the registry in each frame, as a page would that waits for somebody to come. */
export function watchHighlights(): void {
  const raf = requestAnimationFrame;
  const look = () => {
    for (const name of CSS.highlights.keys()) {
      namesSeen.add(name);
      registered.add('a highlight');
    }
    raf(look);
  };
  raf(look);
}

function highlights(): [string, Highlight][] {
  for (const name of CSS.highlights.keys()) namesSeen.add(name);
  return [...CSS.highlights.entries()];
}

function textOf({ startContainer, startOffset, endContainer, endOffset }: AbstractRange): string {
  const range = document.createRange();
  range.setStart(startContainer, startOffset);
  range.setEnd(endContainer, endOffset);
  return range.toString();
}

const frames = () =>
  [...document.querySelectorAll('iframe')].flatMap(({ contentWindow }) => {
    try {
      // Throws where the frame is of another origin.
      return contentWindow?.document ? [contentWindow] : [];
    } catch {
      return [];
    }
  });

/** Those of the names that a rule gives a style: an unstyled one takes after the element. */
function styled(names: Iterable<string>): Value {
  const element = document.body ?? document.documentElement;
  const looks = (name: string) => {
    const style = getComputedStyle(element, `::highlight(${name})`);
    return [style.textDecoration, style.backgroundColor, style.color, style.textUnderlineOffset].join();
  };
  const plain = looks('nobody-uses-this');
  return [...names].filter((name) => looks(name) !== plain);
}

function styleOf(element: Element, pseudo?: string): string {
  const style = getComputedStyle(element, pseudo);
  // In an order of its own: that of custom properties is chance.
  return [...style]
    .sort()
    .map((property) => `${property}:${style.getPropertyValue(property)}`)
    .join(';');
}

const boxOf = (element: Element): Value => {
  const { x, y, width, height } = element.getBoundingClientRect();
  return [x, y, width, height].map((length) => Math.round(length * 100) / 100);
};

function atPoints(read: (x: number, y: number) => Value): Value {
  const values: Value[] = [];
  for (let row = 0; row < GRID; row++) {
    for (let column = 0; column < GRID; column++) {
      values.push(read(((column + 0.5) / GRID) * innerWidth, ((row + 0.5) / GRID) * innerHeight));
    }
  }
  return values;
}

/** Where an element stands among all of its name. */
function place(element: Element | null | undefined): string {
  if (!element) return '';
  return `${element.localName} ${[...document.querySelectorAll(element.localName)].indexOf(element)}`;
}

const read: Record<string, () => Value> = {
  'highlights: how many': () => CSS.highlights.size,
  'highlights: names': () => highlights().map(([name]) => name),
  'highlights: words under them': () => highlights().flatMap(([, ranges]) => [...ranges].map(textOf)),
  'highlights: kinds of ranges': () =>
    highlights().flatMap(([, ranges]) => [...ranges].map((range) => range.constructor.name)),
  'highlights: priority and type': () => highlights().map(([, { priority, type }]) => [priority, type]),
  'highlights: at points': () => {
    if (!('highlightsFromPoint' in CSS.highlights)) return null;
    const from: unknown = Reflect.get(CSS.highlights, 'highlightsFromPoint');
    if (typeof from !== 'function') return null;
    return highlights().flatMap(([, ranges]) =>
      [...ranges].map((range) => {
        const box = range instanceof Range ? range.getClientRects()[0] : undefined;
        if (!box) return 0;
        return Reflect.apply(from, CSS.highlights, [box.x + box.width / 2, box.y + box.height / 2]).length;
      }),
    );
  },
  'highlights: style under names that were seen': () => {
    highlights();
    return styled(namesSeen);
  },
  'highlights: style under names that might be guessed': () => styled(GUESSED_HIGHLIGHTS),
  'highlights: in frames': () => frames().map((frame) => Reflect.get(frame, 'CSS').highlights.size),
  'style: computed, of elements': () => sample().map((element) => styleOf(element)),
  'style: computed, of pseudo-elements': () =>
    PSEUDO_ELEMENTS.map((pseudo) =>
      sample()
        .slice(0, 5)
        .map((element) => styleOf(element, pseudo)),
    ),
  'boxes: of elements': () => sample().map(boxOf),
  'boxes: lines of text': () => sample().map((element) => element.getClientRects().length),
  'boxes: of text, to the character': () => {
    const range = document.createRange();
    return sample().map((element) => {
      range.selectNodeContents(element);
      // Firefox has a box without width for the space between two blocks, or has none, as its layout happens to come.
      return [...range.getClientRects()]
        .filter(({ width }) => width > 0)
        .map(({ x, width }) => `${x.toFixed(2)} ${width.toFixed(2)}`);
    });
  },
  'boxes: offset sizes': () =>
    sample().map((element) =>
      element instanceof HTMLElement ? [element.offsetWidth, element.offsetHeight] : null,
    ),
  'boxes: size of the document': () => {
    const { scrollWidth, scrollHeight, clientWidth, clientHeight } = document.documentElement;
    return [scrollWidth, scrollHeight, clientWidth, clientHeight, innerWidth, innerHeight];
  },
  'boxes: scrolled to': () => [scrollX, scrollY, visualViewport?.scale ?? 1],
  'points: topmost elements': () => atPoints((x, y) => place(document.elementFromPoint(x, y))),
  'points: depth of elements': () => atPoints((x, y) => document.elementsFromPoint(x, y).length),
  'points: carets': () =>
    atPoints((x, y) => {
      const caret = document.caretPositionFromPoint?.(x, y);
      return caret ? [caret.offsetNode.nodeName, caret.offset] : null;
    }),
  'points: cursors': () =>
    atPoints((x, y) => {
      const element = document.elementFromPoint(x, y);
      return element ? getComputedStyle(element).cursor : null;
    }),
};

export const paintedProbes: Probe[] = [
  ...Object.entries(read).map(([name, readIt]): Probe => ({ name, kind: 'state', read: readIt })),
  { name: 'highlights: at any time', kind: 'history', read: () => registered.names() },
];
