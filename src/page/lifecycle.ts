/**
 * The life of the script in a page: it asks what it may do, does it, follows orders, and goes without a trace.
 * Whatever it starts hangs on one signal.
 */
import { report, setReporter } from '../errors.ts';
import type { AskAsPage, Mode, PageOrder } from '../messages/page.ts';
import { type Session, startSession } from './session.ts';

export interface PageParts {
  ask: AskAsPage;
  /** Calls back with each order of the background until the signal aborts. */
  onOrder: (follow: (order: PageOrder) => void, signal: AbortSignal) => void;
  /** The extension that this script belongs to is still there: not reloaded, updated or removed. */
  isAlive: () => boolean;
}

/** Runs once in a document; where a script of ours is at work already, it does nothing. */
export async function livePage({ ask, onOrder, isAlive }: PageParts): Promise<void> {
  if (globalThis.sidelightIsHere || !(document.body instanceof HTMLBodyElement)) return;
  globalThis.sidelightIsHere = true;
  const { body } = document;
  const life = new AbortController();
  life.signal.addEventListener('abort', () => {
    globalThis.sidelightIsHere = false;
  });
  /** Random for each document: nothing that a page could know us by. */
  const name = `h${crypto.randomUUID().replaceAll('-', '').slice(0, 16)}`;
  let reading: AbortController | undefined;
  let session: Session | undefined;
  let current: Mode = 'off';

  const askWhileAlive: AskAsPage = async (request, what) => {
    try {
      return await ask(request, what);
    } catch (error) {
      if (!isAlive()) leave();
      throw error;
    }
  };
  setReporter((error) => {
    const text = error instanceof Error ? `${error.stack ?? error.message}` : String(error);
    if (!life.signal.aborted) ask('trouble', { text: text.slice(0, 5_000) }).catch(() => {}); // Nobody is left to tell.
  });

  function leave(): void {
    reading?.abort();
    life.abort();
  }

  async function follow(mode: Mode): Promise<void> {
    if (mode === current) return;
    current = mode;
    reading?.abort();
    reading = undefined;
    if (mode === 'off') {
      await session?.card.whenClosed();
      if (current === 'off') leave();
      return;
    }
    await askWhileAlive('hello', { document: name });
    if (current !== mode || life.signal.aborted) return;
    reading = new AbortController();
    session = startSession(askWhileAlive, name, body, reading.signal, life.signal);
  }

  onOrder((order) => {
    if (order.order === 'mode') follow(order.mode).catch(report);
    else session?.refresh();
  }, life.signal);
  const { mode } = await askWhileAlive('hello', { document: name });
  if (mode === 'off') leave();
  else await follow(mode);
}

declare global {
  var sidelightIsHere: boolean | undefined;
}
