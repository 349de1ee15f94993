import { type Browser, type CDPSession, launch, type Protocol, ProtocolError } from 'puppeteer-core';
import { builtExtension, type Driver, type LaunchOptions, type Place, VIEWPORT } from './driver.ts';
import { openedPanel, pressButton, viewOf } from './toolbar.ts';
import { followWorkers } from './workers.ts';

const ARGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Chromium's own errands, which a test that listens for requests would hear.
  '--disable-features=NetworkTimeServiceQuerying',
];

/** Chromium refuses to run as root with its sandbox. */
const NO_SANDBOX = '--no-sandbox';

export async function launchChromium({
  headless,
  proxyPort,
  extension = builtExtension('chromium'),
  profile,
  display,
}: LaunchOptions): Promise<Driver> {
  const open = (more: string[]) =>
    launch({
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      headless,
      pipe: true,
      enableExtensions: true,
      defaultViewport: headless ? VIEWPORT : null,
      ...(profile === undefined ? {} : { userDataDir: profile }),
      ...(display === undefined ? {} : { env: { ...process.env, DISPLAY: display } }),
      args: [
        ...ARGS,
        ...(proxyPort === undefined ? [] : [`--proxy-server=http://127.0.0.1:${proxyPort}`]),
        ...more,
      ],
    });
  const browser = await (process.getuid?.() === 0 ? open([NO_SANDBOX]) : openBoxed(open));
  const workers = await followWorkers(browser);
  const { errors } = workers;
  const origin = extension === null ? '' : `chrome-extension://${await install(browser, extension)}`;

  const newPage = async () => {
    const page = await browser.newPage();
    page.on('pageerror', (error) => {
      const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
      if (origin !== '' && stack.includes(origin)) errors.push(stack);
    });
    page.on('console', (message) => {
      const places = [message.location(), ...message.stackTrace()].map(({ url }) => url ?? '');
      const said = [message.text(), ...places].join(' ');
      if (origin !== '' && message.type() === 'error' && said.includes(origin)) errors.push(said);
    });
    return page;
  };
  return {
    kind: 'chromium',
    browser,
    origin,
    newPage,
    async openExtensionPage(path) {
      const page = await newPage();
      await page.goto(`${origin}/${path}`);
      return page;
    },
    pressAction: async (page) => viewOf(await pressButton({ browser, origin }, page)),
    sidePanel: async () => viewOf(await openedPanel({ browser, origin })),
    stopBackground: () => workers.stop(origin),
    isBackgroundRunning: () => workers.isRunning(origin),
    async inClosedRoots(page, read, argument) {
      const session = await page.createCDPSession();
      try {
        const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
        const roots = closedRoots(root);
        return await Promise.all(roots.map((id) => callWith(session, id, read, argument)));
      } finally {
        await session.detach();
      }
    },
    async clickMenu(page, item, selectionText) {
      await page.bringToFront();
      await workers.evaluate(origin, tellOfClick, item, selectionText, page.url());
    },
    async pressShortcut(page, command) {
      await page.bringToFront();
      await workers.evaluate(origin, tellOfShortcut, command, page.url());
    },
    async letInto(place) {
      // One that runs is left behind as a target that is never told to be gone.
      await workers.stop(origin);
      const settings = await browser.newPage();
      await settings.goto('chrome://extensions');
      await settings.evaluate(turnSwitch, new URL(origin).hostname, SWITCHES[place]);
      await settings.close();
    },
    async setColorScheme(page, scheme) {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    },
    setMedia: (page, media) => page.emulateMediaType(media),
    async setForcedColors(page, on) {
      const session = await page.createCDPSession();
      const features = [{ name: 'forced-colors', value: on ? 'active' : 'none' }];
      // For as long as the session lasts, which is as long as the page.
      await session.send('Emulation.setEmulatedMedia', { features });
    },
    async reloadExtension() {
      if (extension !== null) await install(browser, extension);
    },
    extensionErrors: async () => errors,
    close: () => browser.close(),
  };
}

/** @returns the extension's id */
async function install(browser: Browser, path: string): Promise<string> {
  const session = await browser.target().createCDPSession();
  try {
    const { id } = await session.send('Extensions.loadUnpacked', { path });
    return id;
  } finally {
    await session.detach();
  }
}

/** Some containers leave no sandbox to anybody; Chromium then ends at once, and says why only on its standard error. */
async function openBoxed(open: (more: string[]) => Promise<Browser>): Promise<Browser> {
  try {
    return await open([]);
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error;
    console.warn('Chromium ended at once: it is tried without its sandbox, for pages of this computer only.');
    return open([NO_SANDBOX]);
  }
}

/** The switches of an extension in chrome://extensions. */
const SWITCHES: Record<Place, string> = { 'private windows': 'incognitoAccess', files: 'fileAccess' };

/** In a page of chrome://extensions. Resolves when the extension, which is loaded anew, is there again. */
async function turnSwitch(extensionId: string, name: string): Promise<void> {
  const { developerPrivate } = chrome;
  // Without it Chromium does not load an unpacked extension a second time.
  await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
  const loaded = new Promise<void>((resolve) => {
    developerPrivate.onItemStateChanged.addListener((change) => {
      if (change.event_type === 'LOADED' && change.item_id === extensionId) resolve();
    });
  });
  await developerPrivate.updateExtensionConfiguration({ extensionId, [name]: true });
  await loaded;
}

/** What no type tells: events can be dispatched by the extension's own scripts, and chrome://extensions has an API of its own. */
declare const chrome: {
  tabs: { query(about: { active: boolean }): Promise<{ url?: string }[]> };
  commands: { onCommand: { dispatch(command: string, tab: object | undefined): void } };
  contextMenus: { onClicked: { dispatch(click: object, tab: object | undefined): void } };
  developerPrivate: {
    updateProfileConfiguration(update: { inDeveloperMode: boolean }): Promise<void>;
    updateExtensionConfiguration(update: {
      extensionId: string;
      [name: string]: string | boolean;
    }): Promise<void>;
    onItemStateChanged: {
      addListener(listener: (change: { event_type: string; item_id: string }) => void): void;
    };
  };
};

async function tellOfClick(menuItemId: string, selectionText: string, pageUrl: string): Promise<void> {
  const tabs = await chrome.tabs.query({ active: true });
  const tab = tabs.find(({ url }) => url === pageUrl);
  chrome.contextMenus.onClicked.dispatch(
    { menuItemId, selectionText, pageUrl, frameId: 0, editable: false },
    tab,
  );
}

/** In the background. */
async function tellOfShortcut(command: string, pageUrl: string): Promise<void> {
  const tabs = await chrome.tabs.query({ active: true });
  const tab = tabs.find(({ url }) => url === pageUrl);
  chrome.commands.onCommand.dispatch(command, tab);
}

/** @returns the backend ids of all closed roots, in document order */
function closedRoots(node: Protocol.DOM.Node): number[] {
  const own = node.shadowRootType === 'closed' ? [node.backendNodeId] : [];
  const inner = [...(node.shadowRoots ?? []), ...(node.children ?? [])];
  return [...own, ...inner.flatMap(closedRoots)];
}

async function callWith<Result, Argument>(
  session: CDPSession,
  backendNodeId: number,
  read: (root: ShadowRoot, argument: Argument) => Result,
  argument: Argument,
): Promise<Result> {
  const { object } = await session.send('DOM.resolveNode', { backendNodeId });
  const objectId = object.objectId;
  if (objectId === undefined) throw new Error('the closed root is gone');
  const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', {
    objectId,
    functionDeclaration: `function (argument) { return (${read})(this, argument); }`,
    arguments: [{ value: argument }],
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}
