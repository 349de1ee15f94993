/** The card, in every state, over a page of somebody's. */
import { mountCard } from '../../src/card/mount.tsx';
import type { CardContent } from '../../src/dataset/card-content.ts';
import type { CardHost, OpenRequest } from '../../src/messages/card-seam.ts';
import { bundled, byKey, content, harbour, hostile, inTwoPacks } from './contents.ts';
import { type State, type Step, until } from './state.ts';

const never = new Promise<never>(() => {});

interface Scene {
  contents?: () => CardContent[] | null;
  request?: () => Partial<OpenRequest>;
  host?: Partial<CardHost>;
  /** Where the paragraph with the mention stands in the page. */
  at?: 'top' | 'bottom';
  fontSize?: string;
  clipboard?: 'refused';
  steps?: readonly Step[];
}

function card(name: string, scene: Scene, once = false): State {
  return { name: `card-${name}`, once, steps: scene.steps ?? [], draw: () => play(scene) };
}

async function play(scene: Scene): Promise<void> {
  const contents = scene.contents?.() ?? null;
  const [first] = contents ?? [];
  const mention = page(first?.name.text ?? 'Osric Vane', scene.at ?? 'top');
  const host: CardHost = {
    describe: async (entities) => entities.map(byKey).filter((found) => found !== null),
    write: async () => {},
    openPanel: () => {},
    closed: () => {},
    ...scene.host,
  };
  const control = mountCard(host, new AbortController().signal);
  control.open({
    entities: contents?.map(({ key }) => key) ?? ['harbour/osric-vane'],
    type: first?.type ?? 'person',
    name: first?.name.text ?? 'Osric Vane',
    because: { rule: 'full-name', words: [] },
    count: 2,
    content: Promise.resolve(contents),
    line: () => mention.getClientRects()[0] ?? null,
    mention: () => [...mention.getClientRects()],
    openedBy: 'pointer',
    ...scene.request?.(),
  });
  const drawn = await until(() => cardOf(), 'the card');
  if (scene.fontSize !== undefined) drawn.style.fontSize = scene.fontSize;
  if (scene.clipboard === 'refused') Object.defineProperty(navigator, 'clipboard', { value: undefined });
}

/** The gallery makes shadow roots open, so that they can be looked into. */
function cardOf(): HTMLElement | null | undefined {
  return document.querySelector('[popover]')?.shadowRoot?.querySelector<HTMLElement>('.card');
}

function page(name: string, at: 'top' | 'bottom'): HTMLElement {
  const main = document.createElement('main');
  main.className = `page ${at}`;
  const mention = document.createElement('span');
  mention.className = 'mention';
  mention.textContent = name.length > 60 ? 'the harbour master' : name;
  const text = document.createElement('p');
  text.append(
    'The hearing was told that ',
    mention,
    ' had been asked to attend and did not, for reasons that were read out.',
  );
  const heading = document.createElement('h1');
  heading.textContent = 'The hearing resumes';
  main.append(heading, text);
  document.body.append(main);
  return mention;
}

const of = (id: string) => () => [content(harbour, id)];
const real = (id: string) => () => [content(bundled, id)];

const MUTE = '.foot .acts button';
const OPEN_QUOTE = 'section > .quote';
const UNDO = '.notice button';

export const cards: State[] = [
  card('person', { contents: of('osric-vane') }),
  card('person-native', { contents: of('paria-saheli') }),
  card('person-disputed', { contents: of('mara-tennick') }),
  card('event', { contents: of('gull-street-fire') }),
  card('organization', { contents: of('edu') }),
  card('document', { contents: of('tide-report') }),
  card('agreement', { contents: of('quay-accord') }),
  card('real-person', { contents: real('ebrahim-raisi') }),
  card('real-event', { contents: real('massacre-1988') }),
  card('real-speaker', { contents: real('maryam-rajavi') }),
  card('because', {
    contents: of('osric-vane'),
    request: () => ({
      because: { rule: 'context-words', words: ['harbour master', 'Port Ellery'] },
      count: 1,
    }),
  }),
  card('loading', { request: () => ({ content: never }) }),
  card('gone', { contents: () => [], request: () => ({ content: Promise.resolve(null) }) }),
  card('failed', { request: () => ({ content: Promise.reject(new Error('no')) }) }),
  card('orphaned', {
    request: () => ({ content: Promise.reject(Object.assign(new Error('gone'), { trouble: 'gone' })) }),
  }),
  card('candidates', { contents: () => [content(harbour, 'osric-vane'), content(harbour, 'bram-oakes')] }),
  card('two-packs', { contents: inTwoPacks }),
  card('pinned', {
    contents: of('osric-vane'),
    steps: [{ press: '.icon-button', brings: '.icon-button:nth-child(2)' }],
  }),
  card('keyboard', { contents: of('osric-vane'), request: () => ({ openedBy: 'keyboard' }) }),
  card('related', {
    contents: of('osric-vane'),
    steps: [{ press: '.related button', brings: '.back' }],
  }),
  card('related-deep', {
    contents: of('osric-vane'),
    steps: [
      { press: '.related button', brings: '[data-type=event] .back' },
      { press: '.related button', index: 1, brings: '[data-type=person] .back' },
      { press: '.related button', brings: '[data-type=organization] .back' },
    ],
  }),
  card('related-gone', {
    contents: of('osric-vane'),
    host: { describe: async () => null },
    steps: [{ press: '.related button', brings: '.back' }],
  }),
  card('related-failed', {
    contents: of('osric-vane'),
    host: { describe: () => Promise.reject(new Error('no')) },
    steps: [{ press: '.related button', brings: '.trouble button' }],
  }),
  card('muted', { contents: of('osric-vane'), steps: [{ press: MUTE, brings: UNDO }] }),
  card('site-off', { contents: of('osric-vane'), steps: [{ press: MUTE, index: 1, brings: UNDO }] }),
  card('undone', {
    contents: of('osric-vane'),
    steps: [
      { press: MUTE, brings: UNDO },
      { press: UNDO, brings: MUTE },
    ],
  }),
  card('saving', {
    contents: of('osric-vane'),
    host: { write: () => never },
    steps: [{ press: MUTE, brings: '.notice' }],
  }),
  card('not-undone', {
    contents: of('osric-vane'),
    host: { write: ({ on }) => (on ? Promise.resolve() : Promise.reject(new Error('no'))) },
    steps: [
      { press: MUTE, brings: UNDO },
      { press: UNDO, brings: UNDO },
    ],
  }),
  card('not-this-person', {
    contents: of('osric-vane'),
    steps: [{ press: '.why button', brings: '.why [role=status]' }],
  }),
  card('not-saved', {
    contents: of('osric-vane'),
    host: { write: () => Promise.reject(new Error('no')) },
    steps: [{ press: MUTE, brings: '.notice' }],
  }),
  card('unfolded', {
    contents: real('maryam-rajavi'),
    steps: [
      { press: '.folded summary', brings: '.folded[open]' },
      { press: '.folded .acts button', brings: '.folded blockquote p:nth-child(2)' },
      { scrollTo: '.folded' },
    ],
  }),
  card('sic', {
    contents: of('mara-tennick'),
    steps: [
      { press: '.folded summary', brings: '.folded[open]' },
      { press: '.folded .acts button', brings: '.sic' },
      { scrollTo: '.folded' },
    ],
  }),
  card('inserted', {
    contents: of('paria-saheli'),
    steps: [
      { press: '.folded summary', brings: '.folded[open]' },
      { press: '.folded .acts button', brings: '.inserted' },
      { scrollTo: '.folded' },
    ],
  }),
  card('copied', {
    contents: of('osric-vane'),
    steps: [
      { press: `${OPEN_QUOTE} .acts button:last-of-type`, brings: `${OPEN_QUOTE} [role=status]:not(:empty)` },
      { scrollTo: OPEN_QUOTE },
    ],
  }),
  card('copy-refused', {
    contents: of('osric-vane'),
    clipboard: 'refused',
    steps: [
      { press: `${OPEN_QUOTE} .acts button:last-of-type`, brings: 'textarea' },
      { scrollTo: 'textarea' },
    ],
  }),
  card('references', {
    contents: of('osric-vane'),
    steps: [{ press: '.references summary', brings: '[open]' }, { scrollTo: '.references' }],
  }),
  card('above', { contents: of('osric-vane'), at: 'bottom' }),
  card('hostile', { contents: () => [hostile()] }),
  card('hostile-loading', { request: () => ({ name: hostile().name.text, content: never }) }),
  card('hostile-candidates', {
    contents: () => [hostile(), { ...hostile(), key: 'port/osric-vane', sameAs: [] }],
  }),
  card('hostile-muted', { contents: () => [hostile()], steps: [{ press: MUTE, brings: UNDO }] }),
  card('hostile-whole', {
    contents: () => [hostile()],
    steps: [
      { press: `${OPEN_QUOTE} .acts button`, brings: '[aria-expanded=true]' },
      { scrollTo: `${OPEN_QUOTE} figcaption` },
    ],
  }),
  card(
    'hostile-all',
    {
      contents: () => [hostile()],
      // Five of 499 at first, then twenty with each press.
      steps: Array.from({ length: 25 }, (_, pressed) => ({
        press: '.folded ~ .more',
        brings: `.folded:nth-of-type(${Math.min(5 + 20 * (pressed + 1), 499)})`,
      })),
    },
    true,
  ),
  card('text-200', { contents: of('osric-vane'), fontSize: '28px' }, true),
];
