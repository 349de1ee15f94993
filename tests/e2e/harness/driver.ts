/** One browser with the extension in it, driven for real: what the tests may ask of Chromium and Firefox alike. */
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'puppeteer-core';

export const BROWSER_KINDS = ['chromium', 'firefox'] as const;
export type BrowserKind = (typeof BROWSER_KINDS)[number];

export interface LaunchOptions {
  headless: boolean;
  /** Of a proxy on 127.0.0.1 that is asked for everything that is not on the loopback. */
  proxyPort?: number;
  /** Folder of an unpacked extension in place of the end-to-end build; `null` for a browser without any. */
  extension?: string | null;
  /** Folder of a profile that outlives the browser; a fresh one without it. Chromium only. */
  profile?: string;
  /** The X display for a browser with windows: `:99`. */
  display?: string;
  /** Firefox only. */
  preferences?: Record<string, boolean | number | string>;
}

/** What the browser shows beside a page: the popup of the toolbar button, or the side panel. Firefox lets no `Page` be had. */
export interface View {
  /** Calls `look` with the view's document, and gives what it answers. */
  read<Result>(look: (document: Document) => Result): Promise<Result>;
  /** Clicks into the middle of an element, as a reader does: what needs a gesture works. */
  click(selector: string): Promise<void>;
  isOpen(): Promise<boolean>;
  close(): Promise<void>;
}

export type Place = 'private windows' | 'files';

export interface Driver {
  readonly kind: BrowserKind;
  readonly browser: Browser;
  /** `chrome-extension://ID` or `moz-extension://UUID`, no slash at the end; empty without an extension. */
  readonly origin: string;
  newPage(): Promise<Page>;
  /** @param path in the extension, such as `popup.html?tab=3` */
  openExtensionPage(path: string): Promise<Page>;
  /** Presses the toolbar button over a page. @returns the popup that opens, and not a page that shows it */
  pressAction(page: Page): Promise<View>;
  /** The side panel that is open, or is about to be. */
  sidePanel(): Promise<View>;
  /** Ends the service worker or the event page at once, as the browser does when it is idle. */
  stopBackground(): Promise<void>;
  isBackgroundRunning(): Promise<boolean>;
  /**
   * Calls `read` in the page with each closed shadow root of the document, and gives what it answers.
   * Scripts of the page cannot reach a closed root; the browser's debugging protocol can.
   */
  inClosedRoots<Result, Argument>(
    page: Page,
    read: (root: ShadowRoot, argument: Argument) => Result,
    argument: Argument,
  ): Promise<Result[]>;
  /**
   * Tells the extension of a click in the context menu of a selection, as the browser does: it is the browser's own menu,
   * which no test can open. The click's permission for the page does not come with it.
   */
  clickMenu(page: Page, item: string, selectionText: string): Promise<void>;
  /** Tells the extension of the shortcut of a command over a page, as the browser does: no driver's keys get to those. */
  pressShortcut(page: Page, command: string): Promise<void>;
  /**
   * Lets the extension in where browsers keep it out until the reader opens the door in their own settings. It is loaded
   * anew for that: its own pages are closed.
   */
  letInto(place: Place): Promise<void>;
  setColorScheme(page: Page, scheme: 'light' | 'dark'): Promise<void>;
  /** Lays the page out as it would be printed, or as ever. */
  setMedia(page: Page, media: 'print' | 'screen'): Promise<void>;
  /** Lets the reader's own colours stand in for the page's. */
  setForcedColors(page: Page, on: boolean): Promise<void>;
  /** Loads the extension anew under open tabs, as an update does. Its own pages are closed. */
  reloadExtension(): Promise<void>;
  /** Errors and warnings that the extension's own scripts have left in the browser's log, wherever they ran. */
  extensionErrors(): Promise<string[]>;
  close(): Promise<void>;
}

export const VIEWPORT = { width: 1280, height: 800 };

const BUILDS: Record<BrowserKind, string> = { chromium: 'chrome-mv3', firefox: 'firefox-mv3' };

/** @returns the folder of the end-to-end build for a browser */
export function builtExtension(kind: BrowserKind): string {
  return `${shippedExtension(kind)}-e2e`;
}

/** @returns the folder of the build that readers get: it may read no page */
export function shippedExtension(kind: BrowserKind): string {
  return fileURLToPath(new URL(`../../../.output/${BUILDS[kind]}`, import.meta.url));
}
