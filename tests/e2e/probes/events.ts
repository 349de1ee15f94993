/** Everything that is dispatched in the document, heard on its way down at the window. */
import { type Probe, Tally } from './probe.ts';

/** Which probe an event belongs to. Pointers have one of their own: how often they move is chance. */
const GROUPS: Record<string, string[]> = {
  'messages from other windows and worlds': ['message', 'messageerror'],
  'stored values that change': ['storage', 'cookiechange'],
  focus: ['focus', 'blur', 'focusin', 'focusout'],
  visibility: ['visibilitychange', 'pagehide', 'pageshow', 'freeze', 'resume'],
  selection: ['selectionchange', 'selectstart'],
  'things that open and close': ['toggle', 'beforetoggle', 'close', 'cancel', 'fullscreenchange', 'command'],
  'style that is under way': [
    ...['transitionrun', 'transitionstart', 'transitionend', 'transitioncancel'],
    ...['animationstart', 'animationiteration', 'animationend', 'animationcancel'],
  ],
  'editing and the clipboard': ['beforeinput', 'input', 'change', 'copy', 'cut', 'paste', 'beforecopy'],
  keys: ['keydown', 'keyup', 'keypress'],
  errors: ['error', 'unhandledrejection', 'rejectionhandled'],
  'the policy of the page': ['securitypolicyviolation'],
  printing: ['beforeprint', 'afterprint'],
  'where the page is': ['hashchange', 'popstate', 'beforeunload', 'unload'],
  size: ['resize', 'orientationchange'],
  slots: ['slotchange'],
};

/** Names that an extension might announce itself by, or be called by. */
const GUESSED = [
  'sidelight',
  'sidelight:ready',
  'sidelight-ready',
  'extension-loaded',
  'extension',
  'annotate',
  'annotation',
  'content-script-started',
  'highlight',
];

const OTHERS = 'all others';
const POINTER =
  /^(?:pointer|mouse|touch|wheel|drag|click|dblclick|auxclick|contextmenu|gotpointer|lostpointer)/u;
const SCROLL = /^scroll/u;

export function watchEvents(extensionId: string): Probe[] {
  const groupOf = new Map(
    Object.entries(GROUPS).flatMap(([group, types]) => types.map((type) => [type, group] as const)),
  );
  const tallies = new Map([...Object.keys(GROUPS), OTHERS].map((group) => [group, new Tally()] as const));
  const scrolling = new Tally();
  const untrusted = new Tally();
  const guessed = new Tally();
  for (const type of new Set([...allTypes(), ...groupOf.keys()])) {
    if (POINTER.test(type)) continue;
    const tally = SCROLL.test(type) ? scrolling : tallies.get(groupOf.get(type) ?? OTHERS);
    hear(type, (event) => {
      const what = `${type} at ${nameOf(event.target)}${detailsOf(event)}`;
      tally?.add(what);
      if (!event.isTrusted) untrusted.add(what);
    });
  }
  for (const type of [...GUESSED, `${extensionId}:page:wxt:content-script-started`]) {
    hear(type, (event) => guessed.add(`${type} at ${nameOf(event.target)}`));
  }
  return [
    ...[...tallies].map(
      ([group, tally]): Probe => ({ name: `events: ${group}`, kind: 'history', read: () => tally.counts() }),
    ),
    // How often is chance.
    { name: 'events: scrolling', kind: 'history', read: () => scrolling.names() },
    { name: 'events: dispatched by a script', kind: 'history', read: () => untrusted.counts() },
    { name: 'events: names that might be guessed', kind: 'history', read: () => guessed.counts() },
    ...watchPointers(untrusted),
  ];
}

/** How often a pointer moves is chance; what becomes of its events is not. */
function watchPointers(untrusted: Tally): Probe[] {
  const down = new Tally();
  const back = new Tally();
  const prevented = new Tally();
  const cancelable = new Tally();
  const types = allTypes().filter((type) => POINTER.test(type));
  for (const type of types) {
    hear(type, (event) => {
      if (!event.isTrusted) untrusted.add(`${type} at ${nameOf(event.target)}`);
      if (event.bubbles) down.add(type);
      // Where a listener may prevent an event the browser waits for it, and the event says so.
      if (event.isTrusted) cancelable.add(`${type} ${event.cancelable}`);
    });
    addEventListener(
      type,
      (event) => {
        back.add(type);
        if (event.defaultPrevented) prevented.add(type);
      },
      { passive: true },
    );
  }
  return [
    {
      name: 'pointer events that do not come back',
      kind: 'history',
      read: () => types.filter((type) => down.count(type) > back.count(type)),
    },
    { name: 'pointer events that were prevented', kind: 'history', read: () => prevented.names() },
    { name: 'pointer events that wait for a listener', kind: 'history', read: () => cancelable.names() },
  ];
}

function hear(type: string, on: (event: Event) => void): void {
  addEventListener(type, on, { capture: true, passive: true });
}

/** All types that this browser has a handler for. */
function allTypes(): string[] {
  const types = new Set<string>();
  for (const owner of [
    window,
    Document.prototype,
    HTMLElement.prototype,
    SVGElement.prototype,
    Element.prototype,
  ]) {
    for (const key of Object.getOwnPropertyNames(owner)) if (key.startsWith('on')) types.add(key.slice(2));
  }
  return [...types];
}

function nameOf(target: EventTarget | null): string {
  return target instanceof Element ? target.nodeName : (target?.constructor.name ?? 'nothing');
}

function detailsOf(event: Event): string {
  if (event instanceof MessageEvent) return ` ${JSON.stringify(event.data)}`;
  if (event instanceof SecurityPolicyViolationEvent) return ` ${event.violatedDirective} ${event.blockedURI}`;
  if (event instanceof ErrorEvent) return ` ${event.message}`;
  return '';
}
