/** An open card on the page: one surface, placed anew when the page moves, the content changes or its size does. */
import { render, type VNode } from 'preact';
import { report } from '../errors.ts';
import type { OpenRequest } from '../messages/card-seam.ts';
import { topLayer } from './dom.ts';
import { watchPage } from './page-events.ts';
import { place, type Side } from './position.ts';
import type { CardEvent, View } from './state.ts';
import { openSurface } from './surface.ts';

export interface Painted {
  render(card: VNode, view: View): void;
  remove(): undefined;
}

/** `pinned`: the card stays where it stands. */
export function paintOn(
  request: OpenRequest,
  pinned: () => boolean,
  send: (event: CardEvent) => void,
): Painted {
  const open = new AbortController();
  const surface = openSurface(request.container, open.signal);
  let side: Side | undefined;
  let settledView: View | undefined;
  let placed = false;

  const put = (keepSide: boolean): void => {
    const card = surface.card();
    const line = request.line();
    if (card === null || pinned() || (line === null && placed)) return;
    placed = true;
    place(
      card,
      { line: line ?? new DOMRect(0, 0, 0, 0), mention: request.mention() },
      keepSide ? side : undefined,
    )
      .then((now) => {
        side = now;
      })
      .catch(report);
  };
  // What stays open stays in reach.
  const covered = (): void => {
    if (pinned()) surface.raise(topLayer());
    else send({ type: 'close' });
  };
  const resized = new ResizeObserver(() => put(true));
  watchPage(
    { element: surface.element, mention: () => request.mention() },
    send,
    { moved: () => put(true), covered },
    open.signal,
  );

  return {
    render(card, view) {
      render(card, surface.root);
      const element = surface.card();
      if (element === null) return;
      const first = settledView === undefined;
      // A skeleton says nothing of the room that the content will need.
      if (first || (settledView?.turn === view.turn && settledView.status !== view.status)) put(false);
      if (first) {
        resized.observe(element);
        if (request.openedBy === 'keyboard') surface.focus();
      }
      settledView = view;
    },
    remove() {
      open.abort();
      resized.disconnect();
      // Before the content goes: whether the focus is in it decides where the focus goes.
      surface.remove();
      render(null, surface.root);
    },
  };
}
