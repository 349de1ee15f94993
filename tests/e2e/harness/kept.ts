/** What the extension keeps on the disk, to be held against what it kept before. */
import type { Page } from 'puppeteer-core';
import type { browser } from 'wxt/browser';

/** In a page of the extension; Firefox has it under this name too. */
declare const chrome: typeof browser;

/**
 * `storage.local`, the scripts that are registered for good, and every store of every database: by name, the whole content
 * as text, or its SHA-256 where that is long.
 */
export function kept(desk: Page): Promise<Record<string, string>> {
  return desk.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const asText = async (value: unknown) => {
      const text = JSON.stringify(value, (_, inner) =>
        ArrayBuffer.isView(inner)
          ? [...new Uint8Array(inner.buffer, inner.byteOffset, inner.byteLength)]
          : inner instanceof ArrayBuffer
            ? [...new Uint8Array(inner)]
            : inner,
      );
      if (text.length < 2_000) return text;
      const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
      return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    };
    const scripts = await chrome.scripting.getRegisteredContentScripts();
    const lasting = scripts.filter(({ persistAcrossSessions }) => persistAcrossSessions);
    const content: Record<string, string> = {
      'storage.local': await asText(await chrome.storage.local.get(null)),
      scripts: await asText(lasting),
    };
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const rows = database.transaction(store).objectStore(store);
        const [keys, values] = await Promise.all([done(rows.getAllKeys()), done(rows.getAll())]);
        content[`${name}: ${store}`] = await asText([keys, values]);
      }
      database.close();
    }
    return content;
  });
}
