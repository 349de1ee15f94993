/** Messages as a page's process could send them once it was taken over: well formed, nearly so, and not at all. */
import * as fc from 'fast-check';
import type { PageRequestName } from '../../../src/messages/page.ts';
import type { UiRequestName } from '../../../src/messages/ui.ts';

export interface Known {
  /** The name of a document that is open. */
  document: string;
  /** Keys that the page mentions. */
  mentioned: readonly string[];
  /** Keys that it does not. */
  others: readonly string[];
  /** Texts that it may send to be read. */
  texts: readonly string[];
}

type Requests<Name extends string> = Record<Name, fc.Arbitrary<unknown>>;

/** Sites that are not the sender's. */
const SITES = ['other.example', 'kept.example', 'localhost', '127.0.0.1', '*', ''];
const MODES = ['marks', 'quiet', 'off', 'elsewhere', null];
const JUNK_NAMES = ['toString', '__proto__', 'constructor', 'wipe', 'import', 'writeSettings', ''];

/** Messages as JSON texts. */
export function forgedMessages(known: Known, count: number, seed: number): string[] {
  return fc.sample(anyMessage(known), { numRuns: count, seed }).map((message) => JSON.stringify(message));
}

/** Names of messages that no page may send. */
export function namesForUi(known: Known): string[] {
  const forPages = Object.keys(pageRequests(known));
  return Object.keys(uiRequests(known)).filter((name) => !forPages.includes(name));
}

function anyMessage(known: Known): fc.Arbitrary<unknown> {
  const toPage = pageRequests(known);
  const toUi = uiRequests(known);
  const named = (requests: Requests<string>) =>
    fc.oneof(
      ...Object.entries(requests).map(([name, request]) => fc.record({ name: fc.constant(name), request })),
    );
  const everyName = [...Object.keys(toPage), ...Object.keys(toUi), ...JUNK_NAMES];
  const message = fc.oneof(
    { weight: 6, arbitrary: named(toPage) },
    { weight: 4, arbitrary: named(toUi) },
    { weight: 2, arbitrary: fc.record({ name: fc.constantFrom(...everyName), request: fc.jsonValue() }) },
    { weight: 1, arbitrary: fc.jsonValue() },
  );
  return fc.oneof(
    { weight: 4, arbitrary: message },
    // What a message must not say of its sender.
    {
      weight: 1,
      arbitrary: fc.tuple(message, fc.constantFrom(...SITES)).map(([plain, site]) => withMore(plain, site)),
    },
  );
}

function withMore(message: unknown, site: string): unknown {
  const more = {
    site,
    topUrl: `https://${site}/`,
    sender: { id: site, tab: { id: 1 } },
    from: 'ui',
    tabId: 1,
  };
  if (typeof message !== 'object' || message === null) return more;
  const request = 'request' in message ? message.request : {};
  return { ...message, request: typeof request === 'object' ? { ...request, ...more } : more };
}

function pageRequests({
  document,
  mentioned,
  others,
  texts,
}: Known): Requests<Exclude<PageRequestName, 'trouble'>> {
  const anyDocument = fc.oneof(
    { weight: 6, arbitrary: fc.constant(document) },
    { weight: 1, arbitrary: fc.constantFrom('h0123456789abcdef', 'a){}', '', '__proto__') },
  );
  const entity = anyEntity(mentioned, others);
  const numbers = fc.array(fc.oneof(fc.nat(50), fc.constantFrom(-1, 1.5, 2 ** 53)), { maxLength: 4 });
  return {
    hello: fc.record({ document: anyDocument }),
    annotate: fc.record({
      document: anyDocument,
      blocks: fc.array(fc.nat(50), { maxLength: 4 }),
      asides: numbers,
      gone: numbers,
      text: fc.oneof(fc.constantFrom(...texts), fc.string()),
      title: fc.string({ maxLength: 20 }),
    }),
    style: fc.record({ document: anyDocument, on: fc.boolean() }),
    visibility: fc.record({ document: anyDocument, shown: numbers, hidden: numbers }),
    frames: fc.constant({}),
    describe: fc.record({ document: anyDocument, entities: fc.array(entity, { maxLength: 25 }) }),
    loadCard: fc.constant({}),
    write: fc.record({
      document: anyDocument,
      write: fc.oneof(
        fc.record({ kind: fc.constantFrom('mute', 'notThisPerson'), entity, on: fc.boolean() }),
        fc.record({ kind: fc.constantFrom('siteOff', 'wipe', 'import'), on: fc.boolean() }),
      ),
    }),
    openPanel: fc.record({ document: anyDocument, entity }),
  };
}

/** As the popup and the options page send them. */
function uiRequests({ mentioned, others }: Known): Requests<UiRequestName> {
  const entity = anyEntity(mentioned, others);
  const site = fc.constantFrom(...SITES);
  const mode = fc.constantFrom(...MODES);
  const on = fc.boolean();
  const tabId = fc.nat(20);
  return {
    tabState: fc.record({ tabId }),
    readOnce: fc.record({ tabId }),
    setMode: fc.record({ site, mode }),
    pause: fc.record({ until: fc.constantFrom('resumed', 'hour', null) }),
    permissionsChanged: fc.constant({}),
    jump: fc.record({ tabId, entity, direction: fc.constantFrom(1, -1) }),
    packs: fc.constant({}),
    setPack: fc.record({ packId: fc.constantFrom('harbour', 'uk-conference-2020'), on }),
    setBundled: fc.record({ on }),
    packsChanged: fc.constant({}),
    search: fc.record({ text: fc.constantFrom('a', 'e', 'os', ''), limit: fc.nat(100) }),
    describe: fc.record({ entities: fc.array(entity, { maxLength: 5 }) }),
    sample: fc.record({ entities: fc.array(entity, { maxLength: 5 }) }),
    choices: fc.constant({}),
    setDefaultMode: fc.record({ mode }),
    setReadingMode: fc.record({ mode }),
    setPrivateWindows: fc.record({ choice: fc.constantFrom('off', 'as-elsewhere', 'ask') }),
    setBadge: fc.record({ on }),
    setMarkStyle: fc.record({ style: fc.constantFrom('thick', 'dotted', 'none') }),
    setRules: fc.record({ rules: fc.array(fc.record({ site, mode }), { maxLength: 3 }) }),
    mute: fc.record({ entity, on }),
    refuse: fc.record({ site, entity, on }),
    panelEntity: fc.record({ windowId: tabId }),
  };
}

function anyEntity(mentioned: readonly string[], others: readonly string[]): fc.Arbitrary<string> {
  return fc.constantFrom(...mentioned, ...mentioned, ...others, 'no-pack/nobody', '__proto__/x', '../x', '');
}
