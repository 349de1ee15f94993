/** Where the page is, who has the focus, what is kept for its origin, which files of an extension it can reach. */
import type { Probe, Surroundings, Value } from './probe.ts';

/** Marks requests of the probes themselves. */
const OWN = '?probe';

const entriesOf = (type: string): string[] =>
  performance
    .getEntriesByType(type)
    .map(({ name }) => name)
    .filter((name) => !name.endsWith(OWN))
    .sort();

const pairsOf = (storage: Storage): Value => Object.entries(storage).map(([key, value]) => `${key}=${value}`);

/** Reading may be forbidden: in a sandbox, or on an address that has no origin. */
async function orRefusal(read: () => Value | Promise<Value>): Promise<Value> {
  try {
    return await read();
  } catch (error) {
    return error instanceof Error ? error.name : String(error);
  }
}

const read: Record<string, () => Value | Promise<Value>> = {
  'place: address': () => location.href,
  'place: title': () => document.title,
  'place: history': () => [history.length, JSON.stringify(history.state) ?? null],
  'place: entries of navigation': () =>
    'navigation' in window
      ? Reflect.get(Object(Reflect.get(window, 'navigation')), 'entries').call(window.navigation).length
      : null,
  'place: referrer and name': () => [document.referrer, window.name],
  'reader: focus': () => [document.activeElement?.localName ?? null, document.hasFocus()],
  'reader: selection': () => {
    const selection = getSelection();
    return selection ? [selection.type, selection.rangeCount, selection.toString()] : null;
  },
  'performance: marks': () => entriesOf('mark'),
  'performance: measures': () => entriesOf('measure'),
  'kept: cookies': () => document.cookie,
  'kept: local storage': () => pairsOf(localStorage),
  'kept: session storage': () => pairsOf(sessionStorage),
  'kept: databases': async () => (await indexedDB.databases()).map(({ name }) => name ?? ''),
  'kept: caches': () => caches.keys(),
  'kept: service workers': async () => (await navigator.serviceWorker.getRegistrations()).length,
  'kept: locks': async () => ((await navigator.locks.query()).held ?? []).map(({ name }) => name ?? ''),
};

export function placeProbes({ origin, files, still }: Surroundings): Probe[] {
  const reachable = (reach: (url: string) => Promise<boolean>) => async () => {
    const found = await Promise.all(files.map((file) => reach(`${origin}/${file}${OWN}`)));
    return files.filter((_, at) => found[at]);
  };
  return [
    ...Object.entries(read).map(
      ([name, readIt]): Probe => ({ name, kind: 'state', read: () => orRefusal(readIt) }),
    ),
    {
      name: 'performance: resources',
      kind: 'state',
      // How much of its own a page with a life of its own has fetched is chance.
      read: () => entriesOf('resource').filter((name) => !still || name.includes('-extension://')),
    },
    { name: 'files of the extension: fetched', kind: 'state', read: reachable(canFetch) },
    { name: 'files of the extension: as elements', kind: 'state', read: reachable(canLoad) },
  ];
}

function canFetch(url: string): Promise<boolean> {
  return fetch(url).then(
    () => true,
    () => false,
  );
}

/** As a picture: the oldest way, and the one that no policy for scripts forbids. */
function canLoad(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const image = new Image();
    image.onload = () => resolve(true);
    image.onerror = () => resolve(false);
    image.src = url;
  });
}
