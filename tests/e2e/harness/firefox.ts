import { type Browser, launch, type Page, TimeoutError } from 'puppeteer-core';
import { closedRoots, contextOf, parsed, path, sendBidi } from './bidi.ts';
import { builtExtension, type Driver, type LaunchOptions, type Place, VIEWPORT } from './driver.ts';
import { createViews, type Privileged } from './firefox-view.ts';

const ID = 'sidelight@sidelight.example';
/** Any will do; Firefox would draw one for each profile. */
const UUID = '5e0a3c52-8f0a-4d6c-9b1e-7b1f5a0c2d41';
const ORIGIN = `moz-extension://${UUID}`;
/** In Firefox's own scope. */
const EXTENSION = `WebExtensionPolicy.getByID('${ID}').extension`;
const RELOAD = `ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs')
  .AddonManager.getAddonByID('${ID}').then((addon) => addon.reload())`;
/** What the switches of about:addons give. */
const SWITCHES: Record<Place, string> = {
  'private windows': 'internal:privateBrowsingAllowed',
  files: 'internal:fileSchemeAllowed',
};
/**
 * What the browser's own console holds of the extension's scripts. That a page went away while an answer was under way is
 * noted there by Firefox itself: it is no error of a script, and is left out.
 */
const ERRORS = `Services.console.getMessageArray().map(String)
  .filter((text) => text.startsWith('[JavaScript') && text.includes('${ORIGIN}'))`;

export async function launchFirefox({
  headless,
  proxyPort,
  extension = builtExtension('firefox'),
  display,
  preferences,
}: LaunchOptions): Promise<Driver> {
  const browser = await launch({
    browser: 'firefox',
    executablePath: process.env.FIREFOX_PATH ?? '/usr/bin/firefox-esr',
    headless,
    defaultViewport: headless ? VIEWPORT : null,
    ...(display === undefined ? {} : { env: { ...process.env, DISPLAY: display } }),
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [ID]: UUID }),
      ...(proxyPort === undefined ? {} : proxyPreferences(proxyPort)),
      ...preferences,
    },
  });
  const privileged = await privilegedScope(browser);
  const views = createViews(privileged, EXTENSION);
  if (extension !== null) await browser.installExtension(extension);

  return {
    kind: 'firefox',
    browser,
    origin: extension === null ? '' : ORIGIN,
    newPage: () => browser.newPage(),
    async openExtensionPage(path) {
      const page = await browser.newPage();
      await openPrivileged(page, `${ORIGIN}/${path}`);
      return page;
    },
    pressAction: views.popupOver,
    sidePanel: views.panel,
    async stopBackground() {
      await privileged(`${EXTENSION}.terminateBackground()`);
    },
    isBackgroundRunning: () => privileged(`${EXTENSION}.backgroundState === 'running'`),
    async inClosedRoots(page, read, argument) {
      const target = { context: contextOf(page) };
      const serialized = await sendBidi(browser, 'script.callFunction', {
        // The host of a closed root that is not the page's own has no children beside it.
        functionDeclaration: '() => [...Document.prototype.querySelectorAll.call(document, ":not(:has(*))")]',
        awaitPromise: false,
        target,
        serializationOptions: { maxDomDepth: 0, includeShadowTree: 'all' },
      });
      const call = (sharedId: string) =>
        sendBidi(browser, 'script.callFunction', {
          functionDeclaration: `(root) => JSON.stringify((${read})(root, ${JSON.stringify(argument)}) ?? null)`,
          arguments: [{ sharedId }],
          awaitPromise: false,
          target,
        });
      const answers = await Promise.all(closedRoots(serialized).map(call));
      return answers.map((answer) => parsed(answer));
    },
    async clickMenu(page, menuItemId, selectionText) {
      await page.bringToFront();
      const click = { menuItemId, selectionText, pageUrl: page.url(), frameId: 0, editable: false };
      await privileged(
        `void ${EXTENSION}.emit('webext-menu-menuitem-click', ${JSON.stringify(click)}, gBrowser.selectedTab)`,
      );
    },
    async pressShortcut(page, command) {
      await page.bringToFront();
      await privileged(`void ${EXTENSION}.shortcuts.onCommand('${command}')`);
    },
    async letInto(place) {
      await privileged(`ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs')
        .ExtensionPermissions.add('${ID}', { permissions: ['${SWITCHES[place]}'], origins: [] })`);
      await privileged(RELOAD);
    },
    async setColorScheme(_page, scheme) {
      const value = scheme === 'dark' ? 0 : 1;
      await privileged(
        `Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', ${value})`,
      );
    },
    async setMedia(page, media) {
      await page.bringToFront();
      await privileged(
        `void (gBrowser.selectedBrowser.browsingContext.mediumOverride = '${media === 'print' ? media : ''}')`,
      );
    },
    async setForcedColors(_page, on) {
      // 2: always the reader's own.
      await privileged(`Services.prefs.setIntPref('browser.display.document_color_use', ${on ? 2 : 0})`);
    },
    async reloadExtension() {
      await privileged(RELOAD);
    },
    extensionErrors: () =>
      privileged(`${ERRORS}.filter((text) => !/context (unloaded|is inactive)/.test(text))`),
    close: () => browser.close(),
  };
}

function proxyPreferences(port: number): Record<string, unknown> {
  return {
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': port,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': port,
  };
}

/** @returns what evaluates an expression with the browser's own rights (`--remote-allow-system-access`) */
async function privilegedScope(browser: Browser): Promise<Privileged> {
  const tree = await sendBidi(browser, 'browsingContext.getTree', { 'moz:scope': 'chrome' });
  const context = path(tree, 'contexts', 0, 'context');
  return async (expression) =>
    parsed(
      await sendBidi(browser, 'script.evaluate', {
        expression: `(async () => JSON.stringify((await (${expression})) ?? null))()`,
        awaitPromise: true,
        target: { context },
      }),
    );
}

/** A navigation to an address of the extension never tells puppeteer that it has ended. */
async function openPrivileged(page: Page, url: string): Promise<void> {
  await page.goto(url, { timeout: 500 }).catch((error: unknown) => {
    if (!(error instanceof TimeoutError)) throw error;
  });
  await page.waitForFunction(
    (expected) => location.href === expected && document.readyState === 'complete',
    {},
    url,
  );
}
