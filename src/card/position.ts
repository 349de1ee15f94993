/** Where the card stands: below or above the mention, never over it; on a narrow screen a sheet at an edge. */
import {
  computePosition,
  type Dimensions,
  flip,
  offset,
  type Platform,
  platform,
  shift,
  size,
} from '@floating-ui/dom';

/**
 * A card stands in the top layer, where nothing clips it and nothing around it counts: the viewport is all there is to
 * know. So nothing is asked of the page, whose document may answer anything.
 */
const VIEWPORT: Platform = {
  ...platform,
  getElementRects: ({ reference, floating }) => ({
    reference: reference.getBoundingClientRect(),
    floating: { x: 0, y: 0, ...sizeOf(floating) },
  }),
  getDimensions: sizeOf,
  getOffsetParent: () => window,
  convertOffsetParentRelativeRectToViewportRelativeRect: ({ rect }) => rect,
  getClippingRect: inView,
};

function sizeOf(element: Element): Dimensions {
  const { width, height } = element.getBoundingClientRect();
  return { width, height };
}

/** Without scroll bars, and only as far as a page that was zoomed with two fingers is seen. */
function inView(): { x: number; y: number; width: number; height: number } {
  if (visualViewport === null) return { x: 0, y: 0, width: innerWidth, height: innerHeight };
  const { offsetLeft: x, offsetTop: y, width, height } = visualViewport;
  return { x, y, width, height };
}

/** CSS pixels. Narrower than this, a card beside its mention would cover most of the text: `experience.md`. */
const SHEET_BELOW = 480;
/** With less height than this above and below, reading means scrolling at every line: a sheet holds more. */
const LEAST_HEIGHT = 160;
/** Between line and card: the underline of the mark stays visible. */
const GAP = 8;
/** Between card and the edge of the viewport. */
const EDGE = 8;

export interface Anchor {
  /** The line of the mention that was pointed at. */
  line: DOMRect;
  /** All lines of the mention. */
  mention: readonly DOMRect[];
}

export type Side = 'top' | 'bottom';

/**
 * Moves the card. With `side`, the card stays on that side of the mention: its content has changed, not its place.
 * Resolves to the side on which it stands.
 */
export async function place(card: HTMLElement, anchor: Anchor, side?: Side): Promise<Side> {
  keepSize(card);
  const sheet = sheetSide(anchor, { width: innerWidth, height: innerHeight });
  card.classList.toggle('sheet', sheet !== null);
  card.classList.toggle('top', sheet === 'top');
  for (const property of ['left', 'top', 'max-block-size']) card.style.removeProperty(property);
  if (sheet !== null) {
    card.style.setProperty('--room', `${sheetRoom(sheet, anchor, innerHeight)}px`);
    return sheet;
  }
  const { x, y, placement } = await computePosition({ getBoundingClientRect: () => blocked(anchor) }, card, {
    platform: VIEWPORT,
    strategy: 'fixed',
    placement: side === 'top' ? 'top-start' : 'bottom-start',
    middleware: [
      offset(GAP),
      ...(side === undefined ? [flip({ padding: EDGE, crossAxis: false })] : []),
      shift({ padding: EDGE }),
      size({
        padding: EDGE,
        apply: ({ availableHeight }) =>
          card.style.setProperty('max-block-size', `min(45em, ${Math.max(availableHeight, LEAST_HEIGHT)}px)`),
      }),
    ],
  });
  card.style.setProperty('left', `${x}px`);
  card.style.setProperty('top', `${y}px`);
  return placement.startsWith('top') ? 'top' : 'bottom';
}

/** A page that is zoomed by its own style does not zoom the card. */
function keepSize(card: HTMLElement): void {
  card.style.removeProperty('zoom');
  const { currentCSSZoom } = card;
  if (currentCSSZoom !== 1) card.style.setProperty('zoom', String(1 / currentCSSZoom));
}

/** `null`: there is room beside the mention. A sheet goes to the edge that the mention is farther from. */
export function sheetSide(anchor: Anchor, viewport: { width: number; height: number }): Side | null {
  const { top, bottom } = blocked(anchor);
  const room = Math.max(top, viewport.height - bottom) - GAP - EDGE;
  if (viewport.width >= SHEET_BELOW && room >= LEAST_HEIGHT) return null;
  return (top + bottom) / 2 > viewport.height / 2 ? 'top' : 'bottom';
}

/** The height that a sheet may have beside the mention. Where that is too little to read in, it covers what it must. */
export function sheetRoom(side: Side, anchor: Anchor, height: number): number {
  const { top, bottom } = blocked(anchor);
  return Math.max((side === 'top' ? top : height - bottom) - GAP, LEAST_HEIGHT);
}

/** As wide as the line, as high as the whole mention: a card under the first line would cover the second. */
export function blocked({ line, mention }: Anchor): { [K in keyof Omit<DOMRect, 'toJSON'>]: number } {
  const top = Math.min(line.top, ...mention.map((rect) => rect.top));
  const bottom = Math.max(line.bottom, ...mention.map((rect) => rect.bottom));
  const { left, right, width } = line;
  return { top, bottom, left, right, width, height: bottom - top, x: left, y: top };
}
