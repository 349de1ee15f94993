/**
 * What the card does over time, as one pure function. Timers, rectangles and the DOM only send it events;
 * `mount.tsx` runs the timers that the state asks for (`grace`, a view that is `waiting`) and paints `shown`.
 */
import type { CardContent } from '../dataset/card-content.ts';
import type { OpenedBy, OpenRequest } from '../messages/card-seam.ts';
import type { PageWrite } from '../messages/page.ts';

/** One entity, or the candidates for one mention, and how far we know them. */
export interface View {
  /** Answers carry it back: an answer to a view that is gone is late. */
  turn: number;
  entities: OpenRequest['entities'];
  name: string;
  type: OpenRequest['type'];
  /** `waiting` is not painted yet; `skeleton` is. `gone`: nothing is known of it any more. */
  status: 'waiting' | 'skeleton' | 'ready' | 'gone' | 'failed' | 'orphaned';
  contents: readonly CardContent[];
  /** Index of the entity looked at, where there are several. */
  chosen: number;
}

/** A change that the reader makes from the card. */
export interface Change {
  kind: PageWrite['kind'];
  /** The entity it is made to, in every pack that knows it. */
  entities: OpenRequest['entities'];
  name: string;
}

/** What has become of a change, which can be taken back in place. `kept`: taking it back has failed. */
export interface Notice extends Change {
  step: 'saving' | 'done' | 'failed' | 'undoing' | 'undone' | 'kept';
}

export interface CardState {
  /** The way to the view that is looked at; empty when the card is closed. */
  views: readonly View[];
  turns: number;
  openedBy: OpenedBy;
  pinned: boolean;
  overMention: boolean;
  overCard: boolean;
  /** A button is held down that was pressed in the card: a selection may be dragged out of it. */
  pressing: boolean;
  /** The number of the grace that runs. */
  grace: number | null;
  graces: number;
  notices: readonly Notice[];
}

export type CardEvent =
  | { type: 'open'; request: Pick<OpenRequest, 'entities' | 'type' | 'name' | 'openedBy'> }
  | { type: 'answered'; turn: number; contents: readonly CardContent[] | null }
  | { type: 'failed'; turn: number }
  /** The extension was reloaded or removed: nobody answers any more. */
  | { type: 'orphaned' }
  | { type: 'skeletonDue'; turn: number }
  | { type: 'enterMention' | 'leaveMention' | 'enterCard' | 'leaveCard' }
  | { type: 'press' | 'release' }
  | { type: 'graceOver'; grace: number }
  /** The page was scrolled, a selection was begun in it, it was pressed outside card and mention. */
  | { type: 'scroll' | 'select' | 'pressOutside' }
  | { type: 'escape' | 'close' | 'pin' | 'back' | 'retry' }
  | { type: 'follow'; view: Pick<View, 'entities' | 'type' | 'name'> }
  | { type: 'choose'; index: number }
  | { type: 'notice'; notice: Notice };

export const CLOSED: CardState = {
  views: [],
  turns: 0,
  openedBy: 'pointer',
  pinned: false,
  overMention: false,
  overCard: false,
  pressing: false,
  grace: null,
  graces: 0,
  notices: [],
};

export function reduce(state: CardState, event: CardEvent): CardState {
  if (event.type === 'open') return open(state, event.request);
  if (state.views.length === 0) return state;
  switch (event.type) {
    case 'answered':
      return mapView(state, event.turn, (view) => answer(view, event.contents));
    case 'failed':
      return mapView(state, event.turn, (view) => ({ ...view, status: 'failed' }));
    case 'orphaned':
      return settle(
        replaceLast({ ...state, pinned: false }, (view) => ({ ...view, status: 'orphaned', contents: [] })),
      );
    case 'skeletonDue':
      return mapView(state, event.turn, (view) =>
        view.status === 'waiting' ? { ...view, status: 'skeleton' } : view,
      );
    case 'enterMention':
      return settle({ ...state, overMention: true });
    case 'leaveMention':
      return settle({ ...state, overMention: false });
    case 'enterCard':
      return settle({ ...state, overCard: true });
    case 'leaveCard':
      return settle({ ...state, overCard: false });
    case 'press':
      return settle({ ...state, pressing: true });
    case 'release':
      return settle({ ...state, pressing: false });
    case 'graceOver':
      return event.grace === state.grace ? close(state) : state;
    case 'scroll':
      // The mention moves away under a pointer that rests: no other event would say so.
      return settle({ ...state, overMention: false });
    case 'select':
    case 'pressOutside':
      return state.pinned ? state : close(state);
    case 'escape':
    case 'close':
      return close(state);
    case 'pin':
      return settle({ ...state, pinned: !state.pinned });
    case 'follow':
      return push(state, event.view);
    case 'back':
      return state.views.length < 2 ? state : forget({ ...state, views: state.views.slice(0, -1) });
    case 'retry':
      return retry(state);
    case 'choose':
      return replaceLast(state, (view) => ({ ...view, chosen: event.index }));
    case 'notice':
      return settle({ ...state, notices: [...without(state.notices, event.notice), event.notice] });
  }
}

/** What is painted: the last view that has something to show. */
export function shown(state: CardState): View | undefined {
  return state.views.findLast(({ status }) => status !== 'waiting');
}

/** What is to be said of an entity: changes made to it, or to the whole site. */
export function noticesOf({ notices }: CardState, contents: readonly CardContent[]): Notice[] {
  return notices.filter(
    ({ kind, entities }) => kind === 'siteOff' || contents.some(({ key }) => entities.includes(key)),
  );
}

export function changeTo(contents: readonly CardContent[], kind: Change['kind']): Change {
  return { kind, entities: contents.map(({ key }) => key), name: contents[0]?.name.text ?? '' };
}

function open(state: CardState, request: Pick<OpenRequest, 'entities' | 'type' | 'name' | 'openedBy'>) {
  if (state.pinned && request.openedBy === 'pointer') return state;
  const { entities, type, name, openedBy } = request;
  return push(
    { ...CLOSED, turns: state.turns, graces: state.graces, openedBy, overMention: openedBy === 'pointer' },
    { entities, type, name },
  );
}

function close(state: CardState): CardState {
  return { ...CLOSED, turns: state.turns, graces: state.graces };
}

function push(state: CardState, { entities, type, name }: Pick<View, 'entities' | 'type' | 'name'>) {
  const turn = state.turns + 1;
  const view: View = { turn, entities, type, name, status: 'waiting', contents: [], chosen: 0 };
  return forget({ ...state, turns: turn, views: [...state.views, view] });
}

/** Whoever goes on has read it; a change that holds is still to be told where it was made. */
function forget(state: CardState): CardState {
  return { ...state, notices: state.notices.filter(({ step }) => step !== 'failed' && step !== 'undone') };
}

function without(notices: readonly Notice[], { kind, entities }: Change): Notice[] {
  return notices.filter((each) => each.kind !== kind || each.entities[0] !== entities[0]);
}

function retry(state: CardState): CardState {
  const turn = state.turns + 1;
  return replaceLast({ ...state, turns: turn }, (view) => ({ ...view, turn, status: 'skeleton' }));
}

function answer(view: View, contents: readonly CardContent[] | null): View {
  return contents === null || contents.length === 0
    ? { ...view, status: 'gone', contents: [] }
    : { ...view, status: 'ready', contents };
}

/** Grace runs while nothing holds the card. What was opened by hand, and last words, stay until they are closed by hand. */
function settle(state: CardState): CardState {
  const held =
    state.pinned ||
    state.openedBy !== 'pointer' ||
    state.overMention ||
    state.overCard ||
    state.pressing ||
    state.notices.some(({ step }) => step === 'saving') ||
    state.views.at(-1)?.status === 'orphaned';
  if (held) return state.grace === null ? state : { ...state, grace: null };
  if (state.grace !== null) return state;
  return { ...state, grace: state.graces + 1, graces: state.graces + 1 };
}

function mapView(state: CardState, turn: number, change: (view: View) => View): CardState {
  if (!state.views.some((view) => view.turn === turn)) return state;
  return { ...state, views: state.views.map((view) => (view.turn === turn ? change(view) : view)) };
}

function replaceLast(state: CardState, change: (view: View) => View): CardState {
  const last = state.views.at(-1);
  return last === undefined ? state : { ...state, views: [...state.views.slice(0, -1), change(last)] };
}
