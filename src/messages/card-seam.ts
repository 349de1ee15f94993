/**
 * The seam between the page's script and the card's. The two are separate files that share one isolated world of one
 * frame: the page finds out that the pointer rests on a mention, has `card.js` injected on first use, and hands over.
 * Types and names only, so that both sides may import it and neither the other.
 *
 * Who does what:
 * - page: hit testing, the dwell before opening (`DWELL_MS`), whether the reader scrolls or selects meanwhile; as the
 *   pointer comes to rest, asking the background for `loadCard` and `describe` in parallel. A mention that was left
 *   before the card's script came is never opened.
 * - card: everything from `open` on: skeleton, grace, travel into the card, Escape, page scroll, selection, outside tap,
 *   pin, related and back, undo, late answers, focus.
 */
import type { CardContent } from '../dataset/card-content.ts';
import type { EntityType } from '../dataset/schema.ts';
import type { Because, EntityKey } from '../matching/types.ts';
import type { PageWrite } from './page.ts';

/** Milliseconds a pointer rests on a mention before its card opens: `experience.md`; shorter opens on passing by. */
export const DWELL_MS = 300;

/** What the card may ask of the page's script. Every promise rejects when the extension was reloaded or removed. */
export interface CardHost {
  /** As `PageRequests.describe`; asked again for related entities and after a failure. */
  describe(entities: readonly EntityKey[]): Promise<CardContent[] | null>;
  /**
   * As `PageRequests.write`; missing where nothing is to be changed from a card. After `siteOff` the page takes its marks away and keeps the card's signal alive until
   * `closed` was called, so that Undo can be offered in place.
   */
  write?(write: PageWrite): Promise<void>;
  /** Opens the side panel on an entity of the open card. Missing where the browser does not let a page's click do it. */
  openPanel?(entity: EntityKey): void;
  /** The card has left the page. Not called after an abort. */
  closed(): void;
}

/** How the reader asked for the card. `keyboard` moves the focus into it, `touch` closes it with a tap elsewhere. */
export type OpenedBy = 'pointer' | 'keyboard' | 'touch';

export interface OpenRequest {
  /** As in `Target`: the best supported first. */
  entities: readonly EntityKey[];
  type: EntityType;
  /** The name of the first entity: the skeleton shows it at once. */
  name: string;
  because: Because;
  /** Mentions of the first entity on this page, this one included. */
  count: number;
  /** The answer to `describe`, asked for before the card's script was there. */
  content: Promise<CardContent[] | null>;
  /**
   * The rectangle, in client coordinates, of the line of the mention that the reader pointed at, where it stands now;
   * `null` when the mention has left the document. The card is placed above or below it and never over `mention`.
   */
  line(): DOMRect | null;
  /** The rectangles of all its lines now. */
  mention(): readonly DOMRect[];
  openedBy: OpenedBy;
  /** The `dialog:modal` or fullscreen element that holds the mention: a card outside it would be inert. */
  container?: Element;
}

export interface CardControl {
  /**
   * Opens the card, or shows this mention in the card that is open. A pinned card ignores a pointer's request and obeys
   * a tap or the keyboard.
   */
  open(request: OpenRequest): void;
  /** The pointer has left the mention whose card is open: grace begins, unless it is in the card. */
  pointerLeft(): void;
  /**
   * The pointer is back over the mention whose card it opened. @returns whether that card is still there: else nothing
   * was done, and it is to be opened anew
   */
  pointerOver(): boolean;
  /** Closes at once, pinned or not: the mode has changed, the page was left. */
  close(): void;
  /** The extension was reloaded or removed: a card that is open says so, and stays until it is closed by hand. */
  orphan(): void;
}

/** When `signal` aborts, card, listeners and timers are gone and the control does nothing more. */
export type MountCard = (host: CardHost, signal: AbortSignal) => CardControl;

/**
 * What one script of ours has left for another in the isolated world. `<a id="sidelightOwn">` would stand in for a global
 * that is not there, in this world too.
 */
export function ownGlobal<Name extends `sidelight${string}` & keyof typeof globalThis>(
  name: Name,
): (typeof globalThis)[Name] | undefined {
  return Object.hasOwn(globalThis, name) ? globalThis[name] : undefined;
}

declare global {
  /** Where `card.js` puts its factory. */
  var sidelightMountCard: MountCard | undefined;
  /** Elements that a card has put into the page: its words are not the page's, and are never read. */
  var sidelightOwn: WeakSet<Element> | undefined;
}
