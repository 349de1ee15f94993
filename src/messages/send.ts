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

async function ask<Contract extends Record<Name, { request: unknown; answer: unknown }>, Name extends string>(
  runtime: Sender,
  name: Name,
  request: Contract[Name]['request'],
): Promise<Contract[Name]['answer']> {
  const message = { name, request };
  // No answer of the contract is undefined. Chromium gives it for a background that ended with the question in its hands:
  // being asked again wakes it, and nothing that is asked does harm twice.
  let answer = await runtime.sendMessage(message);
  if (answer === undefined) answer = await runtime.sendMessage(message);
  if (answer === undefined) throw new SidelightError('gone', `Nobody answered ${name}.`);
  // Both ends are one build of one extension: the answer has the type of the contract.
  return answer as Contract[Name]['answer'];
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
