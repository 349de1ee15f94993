/**
 * What a careless extension would do, to show that the probes notice it. Each function is put as it is into the script
 * of a copy of the build; it may use nothing but what it finds there.
 */
import { WATCHED } from './calls.ts';

export interface Leak {
  name: string;
  /** The world that it runs in: beside the page's own, or in the page's own from a file of the extension. */
  world: 'isolated' | 'page';
  run: (watched: string[]) => void;
  /** It shows only when a pointer moves. */
  needsPointer?: true;
  /** One probe that must notice it; others will too. */
  noticedBy: string;
}

export const LEAKS: Leak[] = [
  {
    name: 'sets attributes',
    world: 'isolated',
    noticedBy: 'tree: attributes of the root element',
    run() {
      document.documentElement.dataset.sidelight = 'here';
      document.body.classList.add('sidelight');
    },
  },
  {
    name: 'adds a style element',
    world: 'isolated',
    noticedBy: 'style: sheets of the document',
    run() {
      const style = document.createElement('style');
      style.textContent = `
        @keyframes sidelight { from { opacity: 0.5 } }
        body { padding: 8px; max-width: 30em; animation: sidelight 60s infinite }
        p { cursor: help }
        p::before { content: "•" }
        ::highlight(sidelight) { background: gold }`;
      document.head.append(style);
    },
  },
  {
    name: 'adopts a style sheet',
    world: 'isolated',
    noticedBy: 'style: adopted sheets',
    run() {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('::highlight(x) { color: red }');
      document.adoptedStyleSheets.push(sheet);
    },
  },
  {
    name: 'dispatches events',
    world: 'isolated',
    noticedBy: 'events: dispatched by a script',
    run() {
      document.dispatchEvent(new CustomEvent('sidelight:ready'));
      const types =
        'storage focusin visibilitychange selectionchange toggle animationend copy keydown error beforeprint popstate resize slotchange scroll invalid securitypolicyviolation';
      for (const type of types.split(' ')) document.body.dispatchEvent(new Event(type));
    },
  },
  {
    name: 'posts a message',
    world: 'isolated',
    noticedBy: 'events: messages from other windows and worlds',
    run: () => postMessage('sidelight is here', '*'),
  },
  {
    name: 'registers a highlight',
    world: 'isolated',
    noticedBy: 'highlights: words under them',
    run() {
      const range = document.createRange();
      range.selectNodeContents(document.querySelector('h1') ?? document.body);
      CSS.highlights.set('sidelight', new Highlight(range));
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('::highlight(sidelight) { background: gold }');
      document.adoptedStyleSheets.push(sheet);
    },
  },
  {
    name: 'opens an element with a closed shadow root above the page',
    world: 'isolated',
    noticedBy: 'tree: elements that are open above others',
    run() {
      const host = document.createElement('div');
      host.popover = 'manual';
      host.style.cssText = 'position: fixed; inset: 0; width: 100%; height: 100%; opacity: 0.1';
      host.attachShadow({ mode: 'closed' }).textContent = 'A card';
      document.body.append(host);
      host.showPopover();
    },
  },
  {
    name: 'adds nodes where no reader sees them',
    world: 'isolated',
    noticedBy: 'tree: elements beside head and body',
    run() {
      document.documentElement.append(document.createElement('div'));
      document.append(document.createComment('sidelight'));
    },
  },
  {
    name: 'wraps words',
    world: 'isolated',
    noticedBy: 'tree: lengths of the text nodes',
    run() {
      const text = document.querySelector('p')?.firstChild;
      if (!(text instanceof Text)) return;
      text.splitText(7);
      text.data = 'Ebrahi\u200bm';
      const mark = document.createElement('mark');
      text.replaceWith(mark);
      mark.append(text);
    },
  },
  {
    name: 'works in a frame and in a shadow root of the page',
    world: 'isolated',
    noticedBy: 'changes: in frames',
    run() {
      document.getElementById('open')?.shadowRoot?.append(document.createElement('mark'));
      const frame = document.querySelector('iframe');
      const inner = frame?.contentDocument;
      inner?.body.setAttribute('data-sidelight', '');
      inner?.head.append(inner.createElement('style'));
      document.body.append(document.createElement('iframe'));
    },
  },
  {
    name: 'stands in the way of pointers',
    world: 'isolated',
    needsPointer: true,
    noticedBy: 'pointer events that wait for a listener',
    run() {
      addEventListener('wheel', () => {}, { passive: false });
      addEventListener('mousemove', (event) => event.preventDefault(), { capture: true });
      addEventListener('mouseover', (event) => event.stopImmediatePropagation(), { capture: true });
    },
  },
  {
    name: 'acts for the reader',
    world: 'isolated',
    noticedBy: 'reader: selection',
    run() {
      getSelection()?.selectAllChildren(document.querySelector('h1') ?? document.body);
      document.querySelector('a')?.focus({ preventScroll: true });
      document.title += ' (annotated)';
      window.name = 'sidelight';
      history.pushState('sidelight', '', '#sidelight');
      setInterval(() => scrollTo(0, 40), 10);
    },
  },
  {
    name: 'lets the reader write',
    world: 'isolated',
    noticedBy: 'tree: editing',
    run() {
      document.designMode = 'on';
      document.body.contentEditable = 'true';
    },
  },
  {
    name: 'leaves marks on the timeline',
    world: 'isolated',
    noticedBy: 'performance: marks',
    run() {
      performance.mark('sidelight');
      performance.measure('sidelight');
    },
  },
  {
    name: 'calls and reads in the world of the page',
    world: 'page',
    noticedBy: 'calls from a script of an extension',
    run(watched) {
      for (const path of watched) {
        const keys = path.split('.');
        const last = keys.pop() ?? '';
        const key = last === '@@iterator' ? Symbol.iterator : last;
        const owner: object = keys.reduce<object>((inner, name) => Reflect.get(inner, name), globalThis);
        const found = Object.getOwnPropertyDescriptor(owner, key);
        const work = found?.value ?? found?.get ?? found?.set;
        try {
          if (/^[A-Z]\w*$/u.test(path)) Reflect.construct(work, []);
          else Reflect.apply(work, keys.length === 0 ? window : document.body, []);
        } catch {
          // That it was called is enough.
        }
      }
      for (const name of ['sidelight', 'sidelightIsHere']) Reflect.get(window, name);
    },
  },
  {
    name: 'leaves things in the world of the page',
    world: 'page',
    noticedBy: 'globals: of the window',
    run() {
      const owners = [window, document, document.body, Node.prototype, Array.prototype, navigator];
      for (const owner of [...owners, document.querySelector('iframe')?.contentWindow]) {
        if (owner) Reflect.set(owner, 'sidelightWasHere', true);
      }
      customElements.define('side-light', class extends HTMLElement {});
      document.fonts.add(new FontFace('sidelight', 'local(serif)'));
      void navigator.locks.request('sidelight', () => new Promise(() => {}));
      window.fetch = () => Promise.reject(new Error('nobody'));
      const inner = document.querySelector('iframe')?.contentWindow;
      const frame: object = inner ?? {};
      Reflect.get(frame, 'CSS')?.highlights.set('h', Reflect.construct(Reflect.get(frame, 'Highlight'), []));
    },
  },
  {
    name: 'asks for things in the name of the page, against its policy',
    world: 'page',
    noticedBy: 'events: the policy of the page',
    run() {
      // Chromium says nothing of a script whose address is an extension's.
      const script = document.createElement('script');
      script.textContent = `
        new Audio('/plain.html').load();
        fetch('/plain.html').then((answer) => answer.text());`;
      document.body.append(script);
    },
  },
  // The last: what is kept for the origin is there for all visits after it.
  {
    name: 'keeps things for the origin of the page',
    world: 'isolated',
    noticedBy: 'kept: databases',
    run() {
      // biome-ignore lint/suspicious/noDocumentCookie: the store of cookies is not in all browsers
      document.cookie = 'sidelight=here';
      localStorage.setItem('sidelight', 'here');
      sessionStorage.setItem('sidelight', 'here');
      indexedDB.open('sidelight');
      void caches.open('sidelight');
      void navigator.serviceWorker.register('/probe-worker.js');
    },
  },
];

/**
 * For the head of the script that runs in pages: does the leak whose name the test has put into the storage as `leak`,
 * and puts it there as `done`.
 */
export function leakyStart(): string {
  return `{
    const { runtime, storage } = globalThis.browser ?? chrome;
    const leaks = ${functions('isolated')};
    const inPage = (leak) => new Promise((resolve) => {
      const script = document.createElement('script');
      script.src = runtime.getURL('${LEAK_FILE}?' + encodeURIComponent(leak));
      script.onload = resolve;
      document.documentElement.append(script);
    });
    const start = async () => {
      const { leak } = await storage.local.get('leak');
      // What is in frames is there then.
      if (document.readyState !== 'complete') await new Promise((resolve) => addEventListener('load', resolve));
      if (leak in leaks) leaks[leak]();
      else if (leak !== 'nothing') await inPage(leak);
      await storage.local.set({ done: leak });
    };
    if (top === window) start();
  }\n`;
}

export const LEAK_FILE = 'leak.js';

/** A file of the extension that runs in the page's own world. */
export function leakInPage(): string {
  return `{
    const leaks = ${functions('page')};
    leaks[decodeURIComponent(new URL(document.currentScript.src).search.slice(1))](${JSON.stringify(WATCHED)});
  }`;
}

/** An object of the leaks of one world, by name. */
function functions(world: Leak['world']): string {
  const leaks = LEAKS.filter((leak) => leak.world === world);
  return `{${leaks.map(({ name, run }) => `${JSON.stringify(name)}: ${sourceOf(run)}`).join()}}`;
}

/** A function or a method, as an expression. */
function sourceOf(run: Leak['run']): string {
  const source = String(run);
  return /^run\s*\(/u.test(source) ? `function ${source}` : source;
}
