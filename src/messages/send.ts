/** The only place that sends messages. A message is `{name, request}`; the answer comes back as it is, or as an error. */
import { SidelightError } from '../errors.ts';
import type { AskAsPage, PageOrder, PageRequestName, PageRequests } from './page.ts';
import type { AskAsUi, UiRequestName, UiRequests } from './ui.ts';

export interface Message {
  name: string;
  request: unknown;
}

/** The part of `browser.runtime` that sending needs: passed in, because pages do without the polyfill. */
interface Sender {
  sendMessage(message: Message): Promise<unknown>;
}

interface TabSender {
  sendMessage(tabId: number, order: PageOrder, options?: { frameId: number }): Promise<unknown>;
}

export function askAsPage(runtime: Sender): AskAsPage {
  return (name, request) => ask<PageRequests, PageRequestName>(runtime, name, request);
}

export function askAsUi(runtime: Sender): AskAsUi {
  return (name, request) => ask<UiRequests, UiRequestName>(runtime, name, request);
}

/**
 * Milliseconds without an answer after which a question is asked again, twice as long each time. A question that reaches a
 * background as it ends may get none in Chromium, not even that there is none: a page would wait for it for ever.
 */
const SILENCE_MS = 4_000;
const TIMES = 4;

async function ask<Contract extends Record<Name, { request: unknown; answer: unknown }>, Name extends string>(
  runtime: Sender,
  name: Name,
  request: Contract[Name]['request'],
): Promise<Contract[Name]['answer']> {
  // Async, because without its extension a page's script is thrown an error at once.
  const send = () => untilAnswered(async () => runtime.sendMessage({ name, request }));
  // No answer of the contract is undefined. Chromium gives it for a background that ended with the question in its hands:
  // being asked again wakes it, and nothing that is asked does harm twice.
  let answer = await send();
  if (answer === undefined) answer = await send();
  if (answer === undefined) throw new SidelightError('gone', `Nobody answered ${name}.`);
  // Both ends are one build of one extension: the answer has the type of the contract.
  return answer as Contract[Name]['answer'];
}

/** What comes first of all that is asked counts. */
function untilAnswered(send: () => Promise<unknown>): Promise<unknown> {
  return new Promise((resolve, reject) => {
    let timer: ReturnType<typeof setTimeout>;
    const attempt = (left: number, silence: number) => {
      if (left > 1) timer = setTimeout(() => attempt(left - 1, silence * 2), silence);
      send()
        .finally(() => clearTimeout(timer))
        .then(resolve, reject);
    };
    attempt(TIMES, SILENCE_MS);
  });
}

/** Tells the scripts in all frames of a tab, or in one. Resolves to false where none listens. */
export async function orderPage(
  tabs: TabSender,
  tabId: number,
  order: PageOrder,
  frame?: { frameId: number },
): Promise<boolean> {
  return tabs.sendMessage(tabId, order, frame).then(
    () => true,
    () => false,
  );
}

/** Asks the script in a frame for the order of its blocks with mentions. What a page answers has to be parsed. */
export async function askSequence(
  tabs: TabSender,
  tabId: number,
  document: string,
  frameId: number,
): Promise<unknown> {
  return tabs.sendMessage(tabId, { order: 'sequence', document }, { frameId }).catch(() => undefined);
}
