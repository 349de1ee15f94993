/** What happens on the page while a card is open, as events of the card. Only what a person did counts. */
import type { CardEvent } from './state.ts';

interface Places {
  /** The card's element in the page. */
  element: HTMLElement;
  mention: () => readonly DOMRect[];
}

interface Changes {
  /** Words and card may stand elsewhere now. */
  moved: () => void;
  /** Another layer has come over the card, or the one that it is in has gone. */
  covered: () => void;
}

export function watchPage(
  { element, mention }: Places,
  send: (event: CardEvent) => void,
  { moved, covered }: Changes,
  signal: AbortSignal,
): void {
  const on = <K extends keyof WindowEventMap>(type: K, handle: (event: WindowEventMap[K]) => void) =>
    window.addEventListener(type, (event) => event.isTrusted && handle(event), {
      capture: true,
      passive: type === 'scroll',
      signal,
    });
  const inside = (event: Event) => event.target === element;
  let stood = placeOf(mention());

  on('keydown', (event) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    send({ type: 'escape' });
  });
  on('pointerdown', (event) => {
    if (inside(event)) send({ type: 'press' });
    else if (!mention().some((rect) => holds(rect, event))) send({ type: 'pressOutside' });
  });
  for (const type of ['pointerup', 'pointercancel'] as const) on(type, () => send({ type: 'release' }));
  on('selectstart', (event) => {
    if (!inside(event)) send({ type: 'select' });
  });
  on('scroll', (event) => {
    if (inside(event)) return;
    const stands = placeOf(mention());
    // What scrolls elsewhere on the page, a ticker perhaps, has not moved it.
    if (stands === stood) return;
    stood = stands;
    send({ type: 'scroll' });
    moved();
  });
  on('resize', moved);
  window.addEventListener('fullscreenchange', covered, { capture: true, signal });
  on('toggle', ({ target, newState }) => {
    if (target instanceof HTMLDialogElement && (newState === 'closed' || target.matches(':modal'))) covered();
  });
  element.addEventListener('pointerenter', (event) => event.isTrusted && send({ type: 'enterCard' }), {
    signal,
  });
  element.addEventListener('pointerleave', (event) => event.isTrusted && send({ type: 'leaveCard' }), {
    signal,
  });
  // Somebody else hid the popover.
  element.addEventListener('toggle', (event) => event.newState === 'closed' && send({ type: 'close' }), {
    signal,
  });
}

function placeOf([first]: readonly DOMRect[]): string {
  return `${first?.left} ${first?.top}`;
}

function holds({ left, right, top, bottom }: DOMRect, { clientX, clientY }: PointerEvent): boolean {
  return left <= clientX && clientX <= right && top <= clientY && clientY <= bottom;
}
