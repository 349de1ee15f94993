/** The focus in an open card: it goes round with Tab, and does not fall back to the page with what was pressed. */

/** @param root of the card, whose parts come and go as it is rendered */
export function holdFocus(root: ShadowRoot, signal: AbortSignal): void {
  /** What has the focus and what stands around it, the innermost first; empty while the focus is elsewhere. */
  let held: Node[] = [];
  const listen = (type: 'focusin' | 'focusout', handle: (event: Event) => void) =>
    root.addEventListener(type, handle, { signal });

  listen('focusin', (event) => {
    held = event.composedPath().filter((each) => each instanceof Node);
  });
  listen('focusout', ({ target }) =>
    // Chromium says it of an element that is being taken out, too, and before it is out.
    queueMicrotask(() => {
      if (held[0] === target && held[0]?.isConnected && root.activeElement !== target) held = [];
    }),
  );
  const changed = new MutationObserver(() => {
    if (held[0]?.isConnected === false) focusOnRest(root, held);
  });
  changed.observe(root, { childList: true, subtree: true });
  signal.addEventListener('abort', () => changed.disconnect());
  root.addEventListener('keydown', (event) => goRound(root, event), { signal });
}

/** The innermost of what stood around it: what has come in its place is the next stop from there. */
function focusOnRest(root: ShadowRoot, held: readonly Node[]): void {
  const rest =
    held.find((node) => node instanceof HTMLElement && root.contains(node)) ?? root.querySelector('.card');
  if (!(rest instanceof HTMLElement)) return;
  rest.tabIndex = -1;
  rest.focus({ preventScroll: true });
}

function goRound(root: ShadowRoot, event: Event): void {
  if (!(event instanceof KeyboardEvent) || event.key !== 'Tab') return;
  const stops = [...root.querySelectorAll<HTMLElement>('a[href], button, summary, textarea')].filter((stop) =>
    stop.checkVisibility(),
  );
  const way = event.shiftKey ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING;
  const { activeElement } = root;
  const hasMore = stops.some(
    (stop) => activeElement !== null && (activeElement.compareDocumentPosition(stop) & way) !== 0,
  );
  const next = stops.at(event.shiftKey ? -1 : 0);
  if (hasMore || next === undefined) return;
  event.preventDefault();
  next.focus();
}
