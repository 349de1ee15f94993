/**
 * The life of the script in a page: it asks what it may do, does it, follows orders, and goes without a trace.
 * Whatever it starts hangs on one signal.
 */
import { detach, setReporter } from '../errors.ts';
import { ownGlobal } from '../messages/card-seam.ts';
import type { AskAsPage, Mode, PageOrder } from '../messages/page.ts';
import { page } from './dom.ts';
import { type Session, startSession } from './session.ts';
import { sleep } from './slices.ts';
import { SMALLEST_FRAME } from './trees.ts';
import { createTurns } from './turns.ts';

export interface PageParts {
  ask: AskAsPage;
  /** Calls back with each order of the background until the signal aborts, and answers it where it is a question. */
  onOrder: (follow: (order: PageOrder) => number[] | undefined, signal: AbortSignal) => void;
  /** The extension that this script belongs to is still there: not reloaded, updated or removed. */
  isAlive: () => boolean;
  /** The browser lets a click in a page open the side panel. */
  canOpenPanel: boolean;
}

const TROUBLE_LIMIT = 5_000;
/**
 * Milliseconds before something is said after an error, once and once more. In a page that the reader has left no timer ends until it comes
 * back: nobody would answer there, and Firefox calls asking an error.
 */
const AGAIN_MS = [20, 500] as const;
/** Milliseconds between two looks whether the extension is still there: one that was reloaded or removed says nothing. */
const ALIVE_MS = 2_000;

/** Runs once in a document; where a script of ours is at work already, or there is nothing to read, it starts nothing. */
export async function livePage({ ask, onOrder, isAlive, canOpenPanel }: PageParts): Promise<void> {
  const atWork = ownGlobal('sidelightLook');
  if (atWork !== undefined) return atWork();
  if (!isReadable() || isSmallFrame()) return;
  /** Random for each document: nothing that a page could know us by. */
  const name = `h${crypto.randomUUID().replaceAll('-', '').slice(0, 16)}`;
  const life = new AbortController();
  let mode: Mode = 'off';
  let reading: AbortController | undefined;
  let session: Session | undefined;
  let read: Document | undefined;

  const askWhileAlive: AskAsPage = async (request, what) => {
    for (const pause of AGAIN_MS) {
      try {
        return await ask(request, what);
      } catch (error) {
        if (!isAlive()) {
          leave();
          throw error;
        }
        // The background may have ended with the question in its hands; nothing that is asked does harm twice.
        await sleep(pause);
      }
    }
    return ask(request, what);
  };
  // In a page nothing may reach the console; when the background is gone too, nobody is left to tell.
  setReporter((error) => {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    setTimeout(() => {
      if (!life.signal.aborted) ask('trouble', { text: text.slice(0, TROUBLE_LIMIT) }).catch(leave);
    }, AGAIN_MS[0]);
  });

  const watch = setInterval(() => isAlive() || leave(), ALIVE_MS);

  function leave(): void {
    if (life.signal.aborted) return;
    clearInterval(watch);
    reading?.abort();
    globalThis.sidelightLook = undefined;
    if (isAlive() || session === undefined) {
      life.abort();
      return;
    }
    session.orphan();
    detach(session.whenCardClosed().then(() => life.abort()));
  }

  /** A card that is open has the Undo of what switched this site off: it stays, and with it the script. */
  function leaveWhenClosed(): void {
    const closed = session?.whenCardClosed() ?? Promise.resolve();
    detach(closed.then(() => (turns.isOff() ? leave() : undefined)));
  }

  /** Begins anew, also in the mode that held before: the background forgets what a document showed when it is asked. */
  function begin(now: Mode): void {
    if (life.signal.aborted) return;
    mode = now;
    reading?.abort();
    if (mode === 'off') return;
    reading = new AbortController();
    read = document;
    session = startSession({
      ask: askWhileAlive,
      name,
      canOpenPanel,
      replaced: turns.again,
      reading: reading.signal,
      life: life.signal,
    });
  }

  const turns = createTurns({
    ask: async () => (await askWhileAlive('hello', { document: name })).mode,
    begin,
    idle: leaveWhenClosed,
  });

  // Firefox gives the world of a frame's first, empty document to the document that follows it.
  globalThis.sidelightLook = () => {
    if (read !== document) detach(turns.again());
  };
  onOrder((order) => {
    if (order.order === 'refresh') session?.refresh();
    else if (order.order === 'restyle') session?.restyle();
    else if (order.order === 'step') session?.step(order.direction);
    // Where marks are not shown nothing is painted, whatever the order says.
    else if (order.order === 'jump') session?.jump({ ...order, flash: order.flash && mode === 'marks' });
    else if (order.order === 'mode') turns.order(order.mode);
    else if (order.order === 'sequence' && order.document === name) return session?.sequence();
    return undefined;
  }, life.signal);
  // A page that comes back from the back/forward cache may find another mode, and a background that has forgotten it.
  addEventListener('pageshow', ({ persisted }) => persisted && turns.again(), { signal: life.signal });
  await turns.again();
}

/** Not a frameset, and not XML: a browser shows its source as a page of its own making. */
function isReadable(): boolean {
  const isXml = page.type().endsWith('xml') && page.type() !== 'application/xhtml+xml';
  return page.body() instanceof HTMLBodyElement && !isXml;
}

function isSmallFrame(): boolean {
  return window !== top && (innerWidth < SMALLEST_FRAME.width || innerHeight < SMALLEST_FRAME.height);
}

declare global {
  /** The script that is at work in this world already, to be told that it was started again. */
  var sidelightLook: (() => void) | undefined;
}
