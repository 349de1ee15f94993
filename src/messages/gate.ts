/**
 * Everything that arrives in the background is parsed here. Who sent it is taken from the browser, never from the message:
 * the extension's own pages may ask for what `ui.ts` lists, a page's process only for what `page.ts` lists.
 */
import * as v from 'valibot';
import { SidelightError } from '../errors.ts';
import { MarkStyle, Mode, PrivateWindows, ReadingMode } from '../settings/schema.ts';
import { BATCH_LIMIT, type PageRequestName, type PageRequests } from './page.ts';
import type { UiRequestName, UiRequests } from './ui.ts';

/** What the browser tells of the sender of a message. */
export interface RawSender {
  id?: string | undefined;
  url?: string | undefined;
  frameId?: number | undefined;
  tab?:
    | {
        id?: number | undefined;
        url?: string | undefined;
        incognito?: boolean | undefined;
        windowId?: number | undefined;
      }
    | undefined;
}

/** A frame of a tab, with the address that decides the mode: that of the top-level page. */
export interface PageSender {
  tabId: number;
  frameId: number;
  /** Empty where the browser does not tell it any more: the permission was taken back. */
  topUrl: string;
  isPrivate: boolean;
  windowId: number;
}

type PageAsk = {
  [Name in PageRequestName]: {
    from: 'page';
    name: Name;
    request: PageRequests[Name]['request'];
    sender: PageSender;
  };
}[PageRequestName];

type UiAsk = {
  [Name in UiRequestName]: { from: 'ui'; name: Name; request: UiRequests[Name]['request'] };
}[UiRequestName];

/** As browsers write it. */
const NO_WINDOW = -1;

const short = v.pipe(v.string(), v.maxLength(500));
const document = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9]{8,40}$/));
const key = v.pipe(v.string(), v.regex(/^[a-z0-9._-]{1,100}\/[a-z0-9._-]{1,100}$/));
const keys = v.pipe(v.array(key), v.maxLength(20));
const number = v.pipe(v.number(), v.integer(), v.minValue(0));
const numbers = v.pipe(v.array(number), v.maxLength(BATCH_LIMIT));
const nothing = v.strictObject({});
const on = v.boolean();
const site = v.pipe(v.string(), v.regex(/^(\[[0-9a-f:.]+\]|[^\s/]{1,253})$/));

const pageRequests: { [Name in PageRequestName]: v.GenericSchema<unknown, PageRequests[Name]['request']> } = {
  hello: v.strictObject({ document }),
  annotate: v.strictObject({
    document,
    blocks: numbers,
    asides: numbers,
    gone: numbers,
    text: v.pipe(v.string(), v.maxLength(BATCH_LIMIT)),
    title: short,
    whole: v.exactOptional(v.literal(true)),
  }),
  style: v.strictObject({ document, on }),
  describe: v.strictObject({ document, entities: keys }),
  visibility: v.strictObject({ document, shown: numbers, hidden: numbers }),
  frames: nothing,
  loadCard: nothing,
  write: v.strictObject({
    document,
    write: v.variant('kind', [
      v.strictObject({ kind: v.literal('mute'), entity: key, on }),
      v.strictObject({ kind: v.literal('notThisPerson'), entity: key, on }),
      v.strictObject({ kind: v.literal('siteOff'), on }),
    ]),
  }),
  openPanel: v.strictObject({ document, entity: key }),
  trouble: v.strictObject({ text: v.pipe(v.string(), v.maxLength(5_000)) }),
};

const uiRequests: { [Name in UiRequestName]: v.GenericSchema<unknown, UiRequests[Name]['request']> } = {
  tabState: v.strictObject({ tabId: number }),
  readOnce: v.strictObject({ tabId: number }),
  setMode: v.strictObject({ site, mode: v.nullable(Mode), tabId: v.exactOptional(number) }),
  pause: v.strictObject({ until: v.nullable(v.picklist(['resumed', 'hour'])) }),
  permissionsChanged: nothing,
  jump: v.strictObject({ tabId: number, entity: key, direction: v.picklist([1, -1]) }),
  packs: nothing,
  setPack: v.strictObject({ packId: short, on }),
  setBundled: v.strictObject({ on }),
  packsChanged: nothing,
  search: v.strictObject({ text: short, limit: number }),
  describe: v.strictObject({ entities: keys }),
  sample: v.strictObject({ entities: keys }),
  choices: v.strictObject({ tabId: v.exactOptional(number) }),
  setDefaultMode: v.strictObject({ mode: Mode }),
  setReadingMode: v.strictObject({ mode: ReadingMode }),
  setPrivateWindows: v.strictObject({ choice: PrivateWindows }),
  setBadge: v.strictObject({ on }),
  setMarkStyle: v.strictObject({ style: MarkStyle }),
  setRules: v.strictObject({ rules: v.array(v.strictObject({ site, mode: v.nullable(Mode) })) }),
  mute: v.strictObject({ entity: key, on, tabId: v.exactOptional(number) }),
  refuse: v.strictObject({ site, entity: key, on, tabId: v.exactOptional(number) }),
  panelEntity: v.strictObject({ windowId: number }),
};

const Message = v.strictObject({ name: v.string(), request: v.unknown() });

/**
 * @param self the extension's own id and the origin of its pages
 * @throws {SidelightError} `refused` for what no script of ours sends
 */
export function parseMessage(
  message: unknown,
  sender: RawSender,
  self: { id: string; origin: string },
): PageAsk | UiAsk {
  if (sender.id !== self.id) throw refused('a stranger');
  const parsed = v.safeParse(Message, message);
  if (!parsed.success) throw refused('not a message');
  const { name, request } = parsed.output;
  if (sender.url?.startsWith(`${self.origin}/`)) {
    if (!isOwn(uiRequests, name)) throw refused(`unknown request ${name}`);
    return { from: 'ui', name, request: parseRequest(uiRequests[name], request, name) } as UiAsk;
  }
  const { tab, frameId } = sender;
  const topUrl = (frameId === 0 ? sender.url : tab?.url) ?? '';
  if (tab?.id === undefined || frameId === undefined) throw refused('no tab');
  if (!isOwn(pageRequests, name)) throw refused(`unknown request ${name}`);
  return {
    from: 'page',
    name,
    request: parseRequest(pageRequests[name], request, name),
    sender: {
      tabId: tab.id,
      frameId,
      topUrl,
      isPrivate: tab.incognito ?? false,
      windowId: tab.windowId ?? NO_WINDOW,
    },
  } as PageAsk;
}

/** What a page says of its order: numbers of blocks, or nothing where it is anything else. */
export function parseSequence(answer: unknown): number[] {
  return v.is(numbers, answer) ? answer : [];
}

function parseRequest(schema: v.GenericSchema, request: unknown, name: string): unknown {
  const parsed = v.safeParse(schema, request);
  if (!parsed.success) throw refused(`a malformed ${name}: ${parsed.issues[0].message}`);
  return parsed.output;
}

function isOwn<Names extends object>(names: Names, name: string): name is Extract<keyof Names, string> {
  return Object.hasOwn(names, name);
}

function refused(why: string): SidelightError {
  return new SidelightError('refused', `Message refused: ${why}.`);
}
