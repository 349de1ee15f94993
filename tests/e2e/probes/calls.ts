/**
 * Built-ins of the page's own world that a script of the page replaces with ones that count: who works in that world
 * cannot help calling them. Each is a probe of its own.
 */
import { isRecording, type Probe, Tally } from './probe.ts';

/** Paths from the global object. Methods and constructors are wrapped as they are, accessors as getter and setter. */
export const WATCHED = [
  // Making and moving nodes
  'Element.prototype.attachShadow',
  'Element.prototype.append',
  'Element.prototype.prepend',
  'Element.prototype.setAttribute',
  'Element.prototype.innerHTML',
  'Element.prototype.insertAdjacentHTML',
  'Node.prototype.appendChild',
  'Node.prototype.insertBefore',
  'Node.prototype.removeChild',
  'Node.prototype.cloneNode',
  'Text.prototype.splitText',
  'Range.prototype.surroundContents',
  'Document.prototype.createElement',
  'Document.prototype.createTextNode',
  'Document.prototype.adoptedStyleSheets',
  'CSSStyleSheet.prototype.replaceSync',
  'CustomElementRegistry.prototype.define',
  // Reading text
  'Node.prototype.nodeType',
  'Node.prototype.textContent',
  'Node.prototype.firstChild',
  'Node.prototype.nextSibling',
  'Node.prototype.parentNode',
  'Node.prototype.isConnected',
  'CharacterData.prototype.data',
  'Element.prototype.localName',
  'Element.prototype.closest',
  'Element.prototype.shadowRoot',
  'HTMLElement.prototype.innerText',
  'HTMLElement.prototype.isContentEditable',
  'Document.prototype.body',
  'Document.prototype.title',
  'Document.prototype.createTreeWalker',
  'Document.prototype.createNodeIterator',
  'TreeWalker.prototype.nextNode',
  'Document.prototype.querySelectorAll',
  'Document.prototype.getSelection',
  'NodeList.prototype.@@iterator',
  // Where things are
  'Document.prototype.createRange',
  'Range.prototype.setStart',
  'Range.prototype.getClientRects',
  'Element.prototype.getBoundingClientRect',
  'Element.prototype.checkVisibility',
  'Document.prototype.elementFromPoint',
  'Document.prototype.caretPositionFromPoint',
  'getComputedStyle',
  'matchMedia',
  // Highlights
  'Highlight',
  'HighlightRegistry.prototype.set',
  'HighlightRegistry.prototype.delete',
  'Highlight.prototype.add',
  'StaticRange',
  // Watching
  'EventTarget.prototype.addEventListener',
  'EventTarget.prototype.dispatchEvent',
  'MutationObserver',
  'MutationObserver.prototype.observe',
  'IntersectionObserver',
  'ResizeObserver',
  'PerformanceObserver',
  'Event.prototype.composedPath',
  'Event.prototype.preventDefault',
  // Time and turns
  'requestAnimationFrame',
  'requestIdleCallback',
  'setTimeout',
  'queueMicrotask',
  'Promise.prototype.then',
  'Performance.prototype.now',
  'Performance.prototype.mark',
  // Talking
  'postMessage',
  'MessagePort.prototype.postMessage',
  'BroadcastChannel',
  'CustomEvent',
  'fetch',
  'XMLHttpRequest.prototype.open',
  'Navigator.prototype.sendBeacon',
  'WebSocket',
  'Worker',
  'Image',
  // Keeping
  'Document.prototype.cookie',
  'Storage.prototype.getItem',
  'Storage.prototype.setItem',
  'IDBFactory.prototype.open',
  // Odds and ends that scripts of an extension like
  'Crypto.prototype.randomUUID',
  'String.prototype.normalize',
  'AbortController',
  'console.error',
];

const counts = new Tally();
/** Calls from a script whose address is an extension's. */
const fromExtensions = new Tally();
/** Stacks that are looked at for each built-in: a page may call one a million times. */
const STACKS_LOOKED_AT = 50;

export function watchCalls(): Probe[] {
  const probes = WATCHED.map((path): Probe => {
    const current = replace(path);
    return {
      name: `calls: ${path}`,
      kind: 'history',
      // Another function in its place is as telling as a call.
      read: () => (current === null ? null : [current(), counts.count(path)]),
    };
  });
  return [
    ...probes,
    { name: 'calls from a script of an extension', kind: 'history', read: () => fromExtensions.counts() },
  ];
}

/** Wraps what stands at a path. @returns whether the wrapper is still there; `null` where this browser has no such thing */
function replace(path: string): (() => boolean) | null {
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const key = last === '@@iterator' ? Symbol.iterator : last;
  const owner = keys.reduce<unknown>(
    (inner, name) => (isObject(inner) ? Reflect.get(inner, name) : undefined),
    globalThis,
  );
  const descriptor = isObject(owner) ? Object.getOwnPropertyDescriptor(owner, key) : undefined;
  if (!isObject(owner) || descriptor === undefined) return null;
  const wrapped: PropertyDescriptor = { ...descriptor };
  for (const part of ['value', 'get', 'set'] as const) {
    const inner: unknown = wrapped[part];
    if (isCallable(inner)) wrapped[part] = counting(path, inner);
  }
  Object.defineProperty(owner, key, wrapped);
  return () => {
    const now = Object.getOwnPropertyDescriptor(owner, key);
    return now?.value === wrapped.value && now?.get === wrapped.get && now?.set === wrapped.set;
  };
}

/** What a descriptor takes as value, getter and setter alike. */
type Callable = (...args: unknown[]) => unknown;

function isCallable(value: unknown): value is Callable {
  return typeof value === 'function';
}

/** The function itself, for whoever calls or constructs it. */
function counting(path: string, inner: Callable): Callable {
  return new Proxy(inner, {
    apply(target, self, args) {
      note(path);
      return Reflect.apply(target, self, args);
    },
    construct(target, args, newTarget) {
      note(path);
      return Reflect.construct(target, args, newTarget);
    },
  });
}

function note(path: string): void {
  if (!isRecording()) return;
  counts.add(path);
  const count = counts.count(path);
  if (count > STACKS_LOOKED_AT) return;
  const stack = new Error().stack ?? '';
  if (stack.includes('-extension://')) fromExtensions.add(path);
}

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}
