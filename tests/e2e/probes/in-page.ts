/**
 * What the probe page runs in its own world, before anything else: everything a page can do to learn whether somebody
 * annotates it. Loaded at the start of the document; `globalThis.subject` is how the test speaks to it.
 */
import { watchCalls } from './calls.ts';
import { watchChanges } from './changes.ts';
import { watchEvents } from './events.ts';
import { paintedProbes, watchHighlights } from './painted.ts';
import { placeProbes } from './place.ts';
import { type Probe, type Snapshot, type Surroundings, unheard } from './probe.ts';
import { setTraps } from './traps.ts';
import { treeProbes } from './tree.ts';

/** As they were before they were wrapped. */
const ownFrame = requestAnimationFrame;
const ownSetTimeout = setTimeout;
let probes: Probe[] = [];
let flush = () => {};

export function start(surroundings: Surroundings): void {
  if (window !== top) return;
  makeRepeatable(surroundings.still ?? false);
  const changes = watchChanges();
  flush = changes.flush;
  watchHighlights();
  const events = watchEvents(new URL(surroundings.origin).host);
  const traps = setTraps();
  probes = [
    ...treeProbes,
    ...paintedProbes,
    ...placeProbes(surroundings),
    ...changes.probes,
    ...events,
    ...traps,
    // Last, so that what the others have wrapped counts as the page's own.
    ...watchCalls(),
  ];
}

/** A page that draws lots, or counts what time passes, would never be the same twice. */
function makeRepeatable(still: boolean): void {
  let seed = 1;
  Math.random = () => {
    seed = (seed * 48271) % 2147483647;
    return seed / 2147483647;
  };
  if (!still) return;
  const always = Date.UTC(2026, 0, 1);
  window.Date = new Proxy(Date, {
    construct: (date, given) => (given.length === 0 ? new date(always) : Reflect.construct(date, given)),
  });
  Date.now = () => always;
  let moving = true;
  addEventListener('load', () => ownSetTimeout.call(window, () => (moving = false)), { once: true });
  for (const name of ['setTimeout', 'setInterval', 'requestAnimationFrame', 'requestIdleCallback'] as const) {
    const own: unknown = Reflect.get(window, name);
    if (typeof own !== 'function') continue;
    Reflect.set(window, name, (work: TimerHandler, ...rest: unknown[]) =>
      own.call(
        window,
        (...args: unknown[]) => moving && typeof work === 'function' && work(...args),
        ...rest,
      ),
    );
  }
}

export const kinds = (): Record<string, Probe['kind']> =>
  Object.fromEntries(probes.map(({ name, kind }) => [name, kind]));

/** The values of all probes, one after the other: no probe is read while another waits. */
export function collect(): Promise<Snapshot> {
  flush();
  return unheard(async () => {
    const snapshot: Snapshot = {};
    for (const { name, read } of probes) snapshot[name] = await read();
    return snapshot;
  });
}

/** Through the whole page and back, as far down as a reader goes. */
export async function scrollThrough(): Promise<void> {
  for (const share of [0.5, 1, 0]) {
    scrollTo({ top: share * document.documentElement.scrollHeight, behavior: 'instant' });
    await nextFrame();
    await nextFrame();
  }
}

/** Adds a paragraph to the end of the page, as a script of the page would. */
export function addParagraph(words: string): Promise<void> {
  return unheard(() => {
    const paragraph = document.createElement('p');
    paragraph.dataset.added = '';
    paragraph.textContent = words;
    (document.body ?? document.documentElement).append(paragraph);
  });
}

export function removeParagraph(): Promise<void> {
  return unheard(() => document.querySelector('[data-added]')?.remove());
}

/** The middle of words in one text node, scrolled into view, in client coordinates. */
export function pointOf(words: string): Promise<{ x: number; y: number } | null> {
  return unheard(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.nodeValue?.indexOf(words) ?? -1;
      if (at === -1) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + words.length);
      node.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    }
    return null;
  });
}

/** Not through `unheard`: what others do while a frame passes counts. */
function nextFrame(): Promise<void> {
  return new Promise((resolve) => ownFrame.call(window, () => resolve()));
}
