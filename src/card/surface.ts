/**
 * The one element that an open card adds to a page: a popover with a closed shadow root, above everything else there.
 * It is made when a card is painted and taken out when it closes, so that the page is left as it was found.
 */
import { ownGlobal } from '../messages/card-seam.ts';
import contentStyle from './content.css?inline';
import { append, focusOn, makeElement, page } from './dom.ts';
import { holdFocus } from './focus.ts';
import frameStyle from './frame.css?inline';
import tokensStyle from './tokens.css?inline';

export interface Surface {
  root: ShadowRoot;
  element: HTMLElement;
  /** The card itself, once it was painted. */
  card(): HTMLElement | null;
  /** Shows it once more, over what has come above it since: in this element, or in the page. */
  raise(over: Element | null): void;
  /** Moves the focus into the card, where it goes round until the card closes. */
  focus(): void;
  /** Takes the element out and gives the focus back, if it was inside. */
  remove(): void;
}

/** What must not reach the page's own handlers: its shortcuts, its "click outside closes the menu". */
const KEPT_INSIDE = [
  'keydown',
  'keyup',
  'keypress',
  'click',
  'mousedown',
  'mouseup',
  'pointerdown',
  'pointerup',
];

/** All that the content reacts to. An event that a script made reaches none of it. */
const TRUSTED_ONLY = [
  ...KEPT_INSIDE,
  'pointerenter',
  'pointerleave',
  'toggle',
  'focusin',
  'focusout',
  'change',
];

/** Read when the script comes, and not when the reader waits for the card. */
const sheet = styleSheet();

export function openSurface(container: Element | undefined, signal: AbortSignal): Surface {
  const element = makeElement('div');
  claim(element);
  const root = element.attachShadow({ mode: 'closed' });
  root.adoptedStyleSheets = [sheet];
  for (const type of TRUSTED_ONLY) root.addEventListener(type, refuseSynthetic, { capture: true, signal });
  for (const type of KEPT_INSIDE)
    element.addEventListener(type, (event) => event.stopPropagation(), { signal });
  holdFocus(root, signal);

  const before = page.focused();
  element.setAttribute('popover', 'manual');
  const raise = (over: Element | null) => {
    append(over ?? page.root(), element);
    element.showPopover();
  };
  raise(container ?? null);
  const card = () => root.querySelector<HTMLElement>('.card');
  return {
    root,
    element,
    card,
    raise,
    focus: () => card()?.focus({ preventScroll: true }),
    remove() {
      const inside = root.activeElement !== null;
      element.remove();
      if (inside && before instanceof HTMLElement) focusOn(before);
    },
  };
}

/** So that its words are not read as the page's. */
function claim(element: Element): void {
  const own = ownGlobal('sidelightOwn') ?? new WeakSet();
  globalThis.sidelightOwn = own.add(element);
}

/** A constructed sheet: a page's Content-Security-Policy has no say in it. */
function styleSheet(): CSSStyleSheet {
  const made = new CSSStyleSheet();
  made.replaceSync(`${tokensStyle}${contentStyle}${frameStyle}`);
  return made;
}

function refuseSynthetic(event: Event): void {
  if (!event.isTrusted) event.stopImmediatePropagation();
}
