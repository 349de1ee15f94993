/**
 * Puts state, surface and position together. Everything that happens goes through `send`; everything that the state
 * asks for (timers, questions to the background, painting) is done in `follow`.
 */

import { t, warmFormats } from '../i18n.ts';
import type { MountCard, OpenRequest } from '../messages/card-seam.ts';
import { Card } from './Card.tsx';
import { GRACE_MS, SKELETON_MS } from './delays.ts';
import { isGone } from './gone.ts';
import { LastWords } from './LastWords.tsx';
import { type Painted, paintOn } from './painted.ts';
import { type CardEvent, type CardState, CLOSED, reduce, shown, type View } from './state.ts';
import { writer } from './writer.ts';

export const mountCard: MountCard = (host, signal) => {
  /** Fetched while there is somebody to fetch them from. */
  const lastWords = {
    words: { text: t('card.orphaned'), lang: t('uiLang') },
    closing: t('card.close'),
    close: () => send({ type: 'close' }),
  };
  let state = CLOSED;
  let offered: OpenRequest | undefined;
  /** What the open card was opened for: the last offer that the state accepted. */
  let request: OpenRequest | undefined;
  let painted: Painted | undefined;
  let asked = 0;
  let graceTimer: ReturnType<typeof setTimeout> | undefined;
  // The pointer has not rested for long enough yet: nobody waits.
  setTimeout(warmFormats);

  const send = (event: CardEvent): void => {
    const before = state;
    state = signal.aborted ? CLOSED : reduce(before, event);
    if (state === before) return;
    if (event.type === 'open') {
      request = offered;
      painted = painted?.remove();
    }
    try {
      follow(before);
    } catch (error) {
      // Not even the words of the interface can be had any more: what is left of the drawing goes.
      if (!isGone(error)) throw error;
      painted = painted?.remove();
      send({ type: 'orphaned' });
    }
  };

  const follow = (before: CardState): void => {
    const { grace } = state;
    if (grace !== before.grace) {
      clearTimeout(graceTimer);
      if (grace !== null) graceTimer = setTimeout(() => send({ type: 'graceOver', grace }), GRACE_MS);
    }
    const last = state.views.at(-1);
    if (last !== undefined && last.turn > asked) ask(last);
    paint();
    if (last === undefined && before.views.length > 0) host.closed();
  };

  /** The first view's answer was asked for by the page, before this script was there. */
  const ask = ({ turn, entities, status }: View): void => {
    asked = turn;
    if (status === 'waiting') setTimeout(() => send({ type: 'skeletonDue', turn }), SKELETON_MS);
    const first = state.views.length === 1 && status === 'waiting';
    const answer = first && request ? request.content : host.describe(entities);
    answer.then(
      (contents) => send({ type: 'answered', turn, contents }),
      (error) => send(isGone(error) ? { type: 'orphaned' } : { type: 'failed', turn }),
    );
  };

  const paint = (): void => {
    const view = shown(state);
    if (view === undefined || request === undefined) {
      // While the first answer of a new opening is awaited, the card of the last one must not stand there.
      if (state.views.length <= 1) painted = painted?.remove();
      return;
    }
    painted ??= paintOn(request, () => state.pinned, send);
    const { because, count } = request;
    painted.render(
      view.status === 'orphaned' ? (
        <LastWords {...lastWords} name={view.name} />
      ) : (
        <Card
          state={state}
          view={view}
          because={because}
          found={count}
          send={send}
          copy={copy}
          write={host.write && writer(host.write, send)}
          {...(host.openPanel === undefined ? {} : { openPanel })}
        />
      ),
      view,
    );
  };

  const openPanel = (entity: string): void => {
    host.openPanel?.(entity);
    send({ type: 'close' });
  };

  signal.addEventListener('abort', () => {
    clearTimeout(graceTimer);
    state = CLOSED;
    painted = painted?.remove();
  });

  return {
    open(next) {
      offered = next;
      send({ type: 'open', request: next });
    },
    pointerLeft: () => send({ type: 'leaveMention' }),
    pointerOver() {
      send({ type: 'enterMention' });
      return state.views.length > 0 && state.openedBy === 'pointer';
    },
    close: () => send({ type: 'close' }),
    orphan: () => send({ type: 'orphaned' }),
  };
};

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Refused: no https, a restricted frame, no focus. The reader is shown the text to copy by hand.
    return false;
  }
}
