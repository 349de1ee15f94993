/**
 * Finds out on which mention the pointer rests, and asks for its card. Only events of the reader's own hand count.
 * A moving pointer costs no more than keeping two numbers: the page is asked what lies under it when it has stopped.
 */
import { DWELL_MS, type OpenedBy } from '../messages/card-seam.ts';
import type { Blocks } from './blocks.ts';
import { closestOf, isAround } from './dom.ts';
import { type Hit, hitTest } from './hit.ts';

/**
 * Milliseconds without movement after which the page is asked what lies under the pointer, and the card of a mention is made
 * ready. As long as instant.page waits before it fetches: half of those who stay so long stay on, and passing by costs nothing.
 */
const SETTLE_MS = 60;

export interface HoverParts {
  blocks: Blocks;
  /** The shadow roots of the page, closed ones too. */
  shadows: ReadonlySet<ShadowRoot>;
  /** The pointer has come to rest on a mention: its card may be asked for soon. */
  prepare: (hit: Hit) => void;
  /** The pointer has rested on a mention, or a finger has tapped it. */
  open: (hit: Hit, x: number, y: number, openedBy: OpenedBy) => void;
  /** The pointer has left the mention that was opened. */
  left: () => void;
  /** The pointer is on it still or again. Answers whether the card that it opened is there. */
  over: () => boolean;
  signal: AbortSignal;
}

export function watchPointer({ blocks, shadows, prepare, open, left, over, signal }: HoverParts): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let x = 0;
  let y = 0;
  /** The mention whose card was asked for last, and whether the pointer is on it. */
  let opened: Hit | undefined;
  let onOpened = false;
  /** Its place on the screen has changed since. */
  let scrolled = false;
  /** The mention whose card is about to be asked for. */
  let awaited: Hit | undefined;

  const cancel = () => clearTimeout(timer);
  const after = (ms: number, then: () => void) => {
    cancel();
    timer = setTimeout(then, ms);
  };

  function settled(): void {
    const hit = hitTest(blocks, shadows, x, y);
    const same = hit !== undefined && hit.mention === opened?.mention;
    if (onOpened && !same) {
      onOpened = false;
      left();
    }
    // What was put away under a pointer that stays comes again when the pointer has been elsewhere.
    if (same && (over() || (onOpened && !scrolled))) {
      onOpened = true;
      return;
    }
    awaited = hit;
    if (hit === undefined) return;
    prepare(hit);
    after(DWELL_MS - SETTLE_MS, () => rested(hit));
  }

  function rested(before: Hit): void {
    const hit = hitTest(blocks, shadows, x, y);
    if (hit === undefined || hit.mention !== before.mention) return;
    opened = hit;
    onOpened = true;
    scrolled = false;
    open(hit, x, y, 'pointer');
  }

  const listen = <Type extends keyof WindowEventMap>(type: Type, on: (event: WindowEventMap[Type]) => void) =>
    addEventListener(type, (event) => event.isTrusted && on(event), { capture: true, passive: true, signal });

  listen('pointermove', (event) => {
    if (event.pointerType === 'touch') return;
    x = event.clientX;
    y = event.clientY;
    if (event.buttons !== 0) cancel();
    else after(SETTLE_MS, settled);
  });
  // A reader who selects, writes or clicks does not ask who that is.
  for (const type of ['pointerdown', 'keydown', 'wheel'] as const) listen(type, cancel);
  // Nor does one who scrolls, but a box that scrolls elsewhere on the page, a ticker perhaps, is not the reader's doing.
  listen('scroll', ({ target }) => {
    const moves = (hit: Hit | undefined) => target === document || isAround(target, hit?.block.nodes[0]);
    if (moves(awaited)) cancel();
    scrolled ||= moves(opened);
  });
  listen('pointerout', ({ relatedTarget }) => {
    if (relatedTarget !== null) return;
    cancel();
    if (onOpened) left();
    onOpened = false;
  });
  listen('click', (event) => {
    if (!(event instanceof PointerEvent) || event.pointerType !== 'touch') return;
    const { target } = event;
    if (target instanceof Element && closestOf(target, 'a[href],button,summary,label') !== null) return;
    const hit = hitTest(blocks, shadows, event.clientX, event.clientY);
    if (hit !== undefined) open(hit, event.clientX, event.clientY, 'touch');
  });
  signal.addEventListener('abort', cancel);
}
