/** All transitions of the card: one file, because each row is one line of the same table and they are read together. */
import { describe, expect, it } from 'vitest';
import {
  type CardEvent,
  type CardState,
  CLOSED,
  changeTo,
  type Notice,
  noticesOf,
  reduce,
  shown,
} from '../../../src/card/state.ts';
import type { CardContent } from '../../../src/dataset/card-content.ts';
import { describe as describeEntity } from '../../../src/dataset/describe.ts';
import type { OpenedBy } from '../../../src/messages/card-seam.ts';
import { harbour } from '../../support/packs.ts';

function content(id: string): CardContent {
  const found = describeEntity(harbour, id, ['en']);
  if (found === null) throw new Error(`the invented pack has lost ${id}`);
  return found;
}

const vane = content('osric-vane');
const oakes = content('bram-oakes');
const edu = content('edu');

const opening = (openedBy: OpenedBy, name = 'Osric Vane'): CardEvent => ({
  type: 'open',
  request: { entities: ['harbour/osric-vane'], type: 'person', name, openedBy },
});
const answered = (turn = 1, ...contents: CardContent[]): CardEvent => ({
  type: 'answered',
  turn,
  contents: contents.length === 0 ? [vane] : contents,
});
const over = (grace = 1): CardEvent => ({ type: 'graceOver', grace });
const follow: CardEvent = {
  type: 'follow',
  view: { entities: ['harbour/edu'], type: 'organization', name: 'EDU' },
};
const notice = (step: Notice['step'], kind: Notice['kind'] = 'mute', of = vane): CardEvent => ({
  type: 'notice',
  notice: { ...changeTo([of], kind), step },
});

const after = (...events: CardEvent[]): CardState => events.reduce(reduce, CLOSED);
const byPointer = [opening('pointer'), answered()];
const byKeyboard = [opening('keyboard'), answered()];
const byTouch = [opening('touch'), answered()];

type Simple = 'leaveMention' | 'scroll' | 'escape' | 'pin' | 'pressOutside';
const does = (type: Simple): CardEvent => ({ type });

const isOpen = ({ views }: CardState) => views.length > 0;
const grace = (state: CardState) => state.grace !== null;
const status = (state: CardState) => shown(state)?.status;
/** The content of the one candidate that is looked at, or of the entity. */
const looked = (state: CardState): CardContent[] => {
  const { contents = [], chosen = 0 } = shown(state) ?? {};
  return contents.slice(chosen, chosen + 1);
};
/** What is said of it. */
const said = (state: CardState) =>
  noticesOf(state, looked(state)).map(({ kind, name, step }) => `${kind} ${name}: ${step}`);

/** What a reader does, and what then holds: each row is a sentence of the card's behaviour. */
const behaviour: [string, CardState, (state: CardState) => unknown, unknown][] = [
  ['shows nothing before its content comes', after(opening('pointer')), status, undefined],
  ['shows its content as soon as it comes', after(...byPointer), status, 'ready'],
  [
    'shows a skeleton when the content keeps it waiting',
    after(opening('pointer'), { type: 'skeletonDue', turn: 1 }),
    status,
    'skeleton',
  ],
  ['shows no skeleton over content', after(...byPointer, { type: 'skeletonDue', turn: 1 }), status, 'ready'],
  [
    'says so when nothing is known any more',
    after(opening('pointer'), { type: 'answered', turn: 1, contents: null }),
    status,
    'gone',
  ],
  [
    'says so when the question failed',
    after(opening('pointer'), { type: 'failed', turn: 1 }),
    status,
    'failed',
  ],
  [
    'says so when the extension has gone',
    after(opening('pointer'), { type: 'orphaned' }),
    status,
    'orphaned',
  ],
  [
    'asks again on request, and takes the new answer',
    after(opening('pointer'), { type: 'failed', turn: 1 }, { type: 'retry' }, answered(2)),
    status,
    'ready',
  ],
  [
    'is not opened by an answer that comes after it was left',
    after(opening('pointer'), does('leaveMention'), over(), answered()),
    isOpen,
    false,
  ],
  [
    'is not changed by an answer meant for another mention',
    after(opening('pointer'), opening('pointer', 'Mara Tennick'), answered(1)),
    status,
    undefined,
  ],

  ['stays while the pointer is on the mention', after(...byPointer), grace, false],
  ['gives grace when the pointer leaves the mention', after(...byPointer, does('leaveMention')), grace, true],
  ['closes when the grace is over', after(...byPointer, does('leaveMention'), over()), isOpen, false],
  [
    'stays when the pointer has travelled into it',
    after(...byPointer, does('leaveMention'), { type: 'enterCard' }, over()),
    isOpen,
    true,
  ],
  [
    'stays when the pointer has come back to the mention',
    after(...byPointer, does('leaveMention'), { type: 'enterMention' }, over()),
    isOpen,
    true,
  ],
  [
    'gives grace when the pointer leaves it',
    after(...byPointer, does('leaveMention'), { type: 'enterCard' }, { type: 'leaveCard' }),
    grace,
    true,
  ],
  [
    'is not closed by a grace that was taken back',
    after(...byPointer, does('leaveMention'), { type: 'enterCard' }, { type: 'leaveCard' }, over(1)),
    isOpen,
    true,
  ],
  [
    'stays while a selection is dragged out of it',
    after(
      ...byPointer,
      does('leaveMention'),
      { type: 'enterCard' },
      { type: 'press' },
      { type: 'leaveCard' },
    ),
    grace,
    false,
  ],
  [
    'gives grace when that drag ends outside',
    after(
      ...byPointer,
      does('leaveMention'),
      { type: 'enterCard' },
      { type: 'press' },
      { type: 'leaveCard' },
      { type: 'release' },
    ),
    grace,
    true,
  ],
  ['gives grace when the page scrolls the mention away', after(...byPointer, does('scroll')), grace, true],
  [
    'stays when the page scrolls under the pointer that is in it',
    after(...byPointer, { type: 'enterCard' }, does('scroll')),
    grace,
    false,
  ],
  ['closes when a selection begins in the page', after(...byPointer, { type: 'select' }), isOpen, false],
  ['closes when the page is pressed', after(...byPointer, { type: 'pressOutside' }), isOpen, false],
  ['closes on Escape', after(...byPointer, does('escape')), isOpen, false],
  ['closes when it is told to', after(...byPointer, { type: 'close' }), isOpen, false],

  ['stays when it is pinned', after(...byPointer, does('pin'), does('leaveMention')), grace, false],
  [
    'stays when it is pinned and the page is pressed',
    after(...byPointer, does('pin'), { type: 'pressOutside' }),
    isOpen,
    true,
  ],
  [
    'stays when it is pinned and a selection begins',
    after(...byPointer, does('pin'), { type: 'select' }),
    isOpen,
    true,
  ],
  ['closes on Escape although it is pinned', after(...byPointer, does('pin'), does('escape')), isOpen, false],
  [
    'gives grace again when the pin is taken out and the pointer is elsewhere',
    after(...byPointer, does('pin'), does('leaveMention'), does('pin')),
    grace,
    true,
  ],
  [
    'stays with its mention when it is pinned and the pointer rests on another',
    after(...byPointer, does('pin'), opening('pointer', 'Mara Tennick')),
    (state) => shown(state)?.name,
    'Osric Vane',
  ],
  [
    'obeys the keyboard although it is pinned',
    after(...byPointer, does('pin'), opening('keyboard', 'Mara Tennick'), answered(2)),
    (state) => [shown(state)?.name, state.pinned],
    ['Mara Tennick', false],
  ],

  [
    'stays when the keyboard opened it and the pointer leaves',
    after(...byKeyboard, does('leaveMention')),
    grace,
    false,
  ],
  [
    'stays when the keyboard opened it and the page scrolls',
    after(...byKeyboard, does('scroll')),
    grace,
    false,
  ],
  ['stays when a tap opened it and the page scrolls', after(...byTouch, does('scroll')), grace, false],
  ['closes with a tap elsewhere', after(...byTouch, { type: 'pressOutside' }), isOpen, false],

  [
    'keeps showing where one came from until the related entity is there',
    after(...byPointer, follow),
    (state) => shown(state)?.name,
    'Osric Vane',
  ],
  [
    'shows the related entity',
    after(...byPointer, follow, answered(2)),
    (state) => shown(state)?.name,
    'EDU',
  ],
  [
    'goes back to where one came from',
    after(...byPointer, follow, answered(2), { type: 'back' }),
    (state) => shown(state)?.name,
    'Osric Vane',
  ],
  ['does not go back beyond the mention', after(...byPointer, { type: 'back' }), status, 'ready'],
  [
    'ignores the answer to a related entity that was left',
    after(...byPointer, follow, { type: 'back' }, answered(2)),
    (state) => state.views.length,
    1,
  ],
  [
    'shows the candidate that was chosen',
    after(...byPointer, { type: 'choose', index: 1 }),
    (state) => shown(state)?.chosen,
    1,
  ],

  ['says what was changed', after(...byPointer, notice('done')), said, ['mute Osric Vane: done']],
  [
    'says only the last of what became of a change',
    after(...byPointer, notice('saving'), notice('done'), notice('undoing'), notice('kept')),
    said,
    ['mute Osric Vane: kept'],
  ],
  [
    'stays until a change is saved',
    after(...byPointer, notice('saving'), does('leaveMention')),
    grace,
    false,
  ],
  [
    'keeps its last words until they are closed by hand',
    after(...byPointer, does('leaveMention'), { type: 'orphaned' }, over()),
    (state) => [isOpen(state), grace(state)],
    [true, false],
  ],
  [
    'gives grace when the change is saved and the pointer has gone',
    after(...byPointer, notice('saving'), does('leaveMention'), notice('done')),
    grace,
    true,
  ],
  [
    'does not say of a related entity what was changed of another',
    after(...byPointer, notice('done'), follow, answered(2, edu)),
    said,
    [],
  ],
  [
    'says it again when one is back there',
    after(...byPointer, notice('done'), follow, answered(2, edu), { type: 'back' }),
    said,
    ['mute Osric Vane: done'],
  ],
  [
    'says it where it was changed although it was saved later',
    after(...byPointer, notice('saving'), follow, answered(2, edu), notice('done'), { type: 'back' }),
    said,
    ['mute Osric Vane: done'],
  ],
  [
    'says everywhere that the site is off',
    after(...byPointer, notice('done', 'siteOff'), follow, answered(2, edu)),
    said,
    ['siteOff Osric Vane: done'],
  ],
  [
    'says of one candidate alone that it is refused',
    after(opening('pointer'), answered(1, vane, oakes), notice('done', 'notThisPerson'), {
      type: 'choose',
      index: 1,
    }),
    said,
    [],
  ],
  [
    'keeps what was changed of one candidate when another is changed too',
    after(
      opening('pointer'),
      answered(1, vane, oakes),
      notice('done', 'notThisPerson'),
      { type: 'choose', index: 1 },
      notice('done', 'notThisPerson', oakes),
      { type: 'choose', index: 0 },
    ),
    said,
    ['notThisPerson Osric Vane: done'],
  ],
  [
    'says no more that a change has failed or was undone when one goes on',
    after(...byPointer, notice('failed'), notice('undone', 'notThisPerson'), follow, { type: 'back' }),
    said,
    [],
  ],
  [
    'forgets with the next mention what was changed at the last',
    after(...byPointer, notice('done'), opening('pointer'), answered(2)),
    said,
    [],
  ],

  [
    'keeps what it shows when a question fails that came late',
    after(...byPointer, follow, answered(2, edu), { type: 'back' }, { type: 'failed', turn: 2 }),
    status,
    'ready',
  ],
  [
    'shows a skeleton while it asks again',
    after(opening('pointer'), { type: 'failed', turn: 1 }, { type: 'retry' }),
    status,
    'skeleton',
  ],
  [
    'does not take the old answer for the one that it asked for again',
    after(opening('pointer'), { type: 'failed', turn: 1 }, { type: 'retry' }, answered(1)),
    status,
    'skeleton',
  ],
  [
    'says so when the question for a related entity failed, and goes back',
    after(...byPointer, follow, { type: 'failed', turn: 2 }),
    (state) => [status(state), status(reduce(state, { type: 'back' }))],
    ['failed', 'ready'],
  ],
  [
    'says over its content that the extension has gone',
    after(...byPointer, follow, answered(2, edu), { type: 'orphaned' }),
    (state) => [status(state), shown(state)?.contents],
    ['orphaned', []],
  ],
  [
    'is closed by a press elsewhere when the extension has gone, although it was pinned',
    after(...byPointer, does('pin'), { type: 'orphaned' }, does('pressOutside')),
    isOpen,
    false,
  ],
  [
    'shows where a finger tapped although it was pinned',
    after(...byPointer, does('pin'), opening('touch', 'Mara Tennick'), answered(2)),
    (state) => [shown(state)?.name, state.pinned],
    ['Mara Tennick', false],
  ],
  [
    'stays when it is pinned and the page scrolls',
    after(...byPointer, does('pin'), does('scroll')),
    grace,
    false,
  ],
];

describe('the card', () => {
  it.each(behaviour)('%s', (_, state, question, answer) => {
    expect(question(state)).toEqual(answer);
  });

  it('does nothing while it is closed, whatever happens', () => {
    const events: CardEvent[] = [
      answered(),
      over(),
      follow,
      notice('done'),
      { type: 'orphaned' },
      { type: 'skeletonDue', turn: 1 },
      { type: 'choose', index: 1 },
      ...(['enterMention', 'leaveMention', 'enterCard', 'leaveCard', 'press', 'release'] as const).map(
        (type): CardEvent => ({ type }),
      ),
      ...(['scroll', 'select', 'pressOutside', 'escape', 'close', 'pin', 'back', 'retry'] as const).map(
        (type): CardEvent => ({ type }),
      ),
    ];
    for (const event of events) expect(reduce(CLOSED, event)).toBe(CLOSED);
  });

  it('never gives two openings the same turn, nor two graces the same number', () => {
    const first = after(...byPointer, does('leaveMention'), over());
    const second = [opening('pointer'), does('leaveMention')].reduce(reduce, first);
    expect(second.views[0]?.turn).toBe(2);
    expect(second.grace).toBe(2);
  });
});
