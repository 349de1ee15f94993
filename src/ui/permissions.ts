/** What the browser lets the extension read: asked, asked for, and watched. */

/** The part of `browser.permissions` that is needed. */
interface BrowserPermissions {
  getAll(): Promise<{ origins?: string[] | undefined }>;
  request(wanted: { origins: string[] }): Promise<boolean>;
  onAdded: Changes;
  onRemoved: Changes;
}

interface Changes {
  addListener(changed: () => void): void;
  removeListener(changed: () => void): void;
}

export interface Permissions {
  /** Match patterns. */
  granted(): Promise<string[]>;
  /** The browser's question. It asks only where this is called first in a click. */
  request(origins: string[]): Promise<boolean>;
  watch(changed: () => void, signal: AbortSignal): void;
}

export function permissions(browser: BrowserPermissions): Permissions {
  return {
    granted: async () => (await browser.getAll()).origins ?? [],
    request: (origins) => browser.request({ origins }),
    watch(changed, signal) {
      for (const event of [browser.onAdded, browser.onRemoved]) {
        event.addListener(changed);
        signal.addEventListener('abort', () => event.removeListener(changed));
      }
    },
  };
}
