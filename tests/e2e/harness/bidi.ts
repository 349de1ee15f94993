/** The few commands of WebDriver BiDi that puppeteer has no words for: nodes in closed roots, and Firefox's own scope. */
import type { Browser, Page } from 'puppeteer-core';

interface Connection {
  send(method: string, parameters: object): Promise<{ result: unknown }>;
}

export async function sendBidi(browser: Browser, method: string, parameters: object): Promise<unknown> {
  const connection: unknown = Reflect.get(browser, 'connection');
  if (!isConnection(connection)) throw new Error('puppeteer no longer holds its BiDi connection here');
  return (await connection.send(method, parameters)).result;
}

function isConnection(value: unknown): value is Connection {
  return typeof value === 'object' && value !== null && 'send' in value && typeof value.send === 'function';
}

/** @returns BiDi's id of the page's top browsing context */
export function contextOf(page: Page): string {
  return String(Reflect.get(page.mainFrame(), '_id'));
}

/** @param answer of `script.callFunction` or `script.evaluate`, whose result was a JSON text */
export function parsed<Result>(answer: unknown): Result {
  const value = path(answer, 'result', 'value');
  if (typeof value !== 'string') throw new Error(`in the browser: ${JSON.stringify(answer).slice(0, 500)}`);
  return JSON.parse(value);
}

/** @returns what stands at the end of the keys, or `undefined` where one is missing */
export function path(value: unknown, ...keys: (string | number)[]): unknown {
  return keys.reduce<unknown>(
    (inner, key) => (inner instanceof Object ? Reflect.get(inner, key) : undefined),
    value,
  );
}

/** @returns the shared ids of all closed roots in a serialized value, in document order */
export function closedRoots(value: unknown): string[] {
  if (!(value instanceof Object)) return [];
  const own = path(value, 'value', 'mode') === 'closed' ? [String(path(value, 'sharedId'))] : [];
  return [...own, ...Object.values(value).flatMap(closedRoots)];
}
