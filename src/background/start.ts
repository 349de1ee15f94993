/** Wires the background. Listeners are registered before anything is awaited: a background that was woken misses its event otherwise. */
import { browser } from 'wxt/browser';
import { parsePack } from '../dataset/parse.ts';
import type { Pack } from '../dataset/schema.ts';
import { detach, report, SidelightError } from '../errors.ts';
import { parseMessage, type RawSender } from '../messages/gate.ts';
import { affects } from '../settings/schema.ts';
import {
  forgetPrivateSettings,
  migrateSettings,
  readSettings,
  watchSettings,
  writeSettings,
} from '../settings/store.ts';
import { createAllowance, TEXT_LIMITS, WRITE_LIMITS } from './allowance.ts';
import { createBadge } from './badge.ts';
import { createFollower } from './changes.ts';
import { followCommand } from './commands.ts';
import { forgetTab } from './documents.ts';
import { isGone } from './gone.ts';
import { sweepTabs } from './leftovers.ts';
import { createLibrary } from './library.ts';
import { createMenu, followFront, followMenu, followTab } from './menu.ts';
import { endAllOnce, endOnce } from './once.ts';
import { pageHandlers } from './page-requests.ts';
import type { Services } from './services.ts';
import { uiHandlers } from './ui-requests.ts';
import { openWelcome } from './welcome.ts';

const SHIPPED_PACK = 'packs/uk-conference-2020.json';

export function startBackground(): void {
  const services = createServices();
  const { allowance, writes, badge } = services;
  const self = { id: browser.runtime.id, origin: new URL(browser.runtime.getURL('/')).origin };
  const follow = createFollower(badge);
  const start = async () => {
    await createMenu();
    await follow('sites');
  };

  browser.runtime.onMessage.addListener((message: unknown, sender: RawSender) =>
    answer(services, message, sender, self),
  );
  watchSettings((keys) => detach(Promise.all(keys.map(affects).map(follow))));
  browser.permissions.onAdded.addListener(() => detach(follow('sites')));
  browser.permissions.onRemoved.addListener(() => detach(endAllOnce().then(() => follow('sites'))));
  browser.runtime.onInstalled.addListener(({ reason }) => {
    detach(migrateSettings().then(sweepTabs).then(start));
    detach(openWelcome(reason));
  });
  browser.runtime.onStartup.addListener(() => detach(start()));
  browser.alarms.onAlarm.addListener(() => detach(follow('sites')));
  browser.commands.onCommand.addListener((command, tab) => detach(followCommand(command, tab)));
  browser.contextMenus.onClicked.addListener((click, tab) => followMenu(click, tab, services.library));
  browser.tabs.onActivated.addListener(() => detach(followFront()));
  browser.windows.onFocusChanged.addListener(() => detach(followFront()));
  browser.tabs.onUpdated.addListener((_, { status }, tab) => {
    if (tab.active && status !== undefined) detach(followTab(tab));
  });
  browser.tabs.onRemoved.addListener((tabId) => {
    allowance.forget(tabId);
    writes.forget(tabId);
    badge.forget(tabId);
    detach(Promise.all([forgetTab(tabId), endOnce(tabId)]));
  });
  browser.windows.onRemoved.addListener(() => detach(forgetWithLastPrivateWindow()));
}

function createServices(): Services {
  const library = createLibrary({
    settings: readSettings,
    readShipped,
    shippedWith: browser.runtime.getManifest().version,
    langs: [browser.i18n.getUILanguage()],
  });
  return {
    library,
    settings: readSettings,
    save: writeSettings,
    allowance: createAllowance(TEXT_LIMITS, () => performance.now()),
    writes: createAllowance(WRITE_LIMITS, () => performance.now()),
    badge: createBadge(library),
  };
}

async function answer(
  services: Services,
  message: unknown,
  sender: RawSender,
  self: { id: string; origin: string },
): Promise<unknown> {
  try {
    const ask = parseMessage(message, sender, self);
    return ask.from === 'ui'
      ? await uiHandlers[ask.name](services, ask.request as never)
      : await pageHandlers[ask.name](services, ask.request as never, ask.sender);
  } catch (error) {
    if (!isGone(error)) report(error);
    throw error;
  }
}

async function forgetWithLastPrivateWindow(): Promise<void> {
  const windows = await browser.windows.getAll();
  if (!windows.some(({ incognito }) => incognito)) await forgetPrivateSettings();
}

async function readShipped(): Promise<Pack> {
  const file = await fetch(browser.runtime.getURL(`/${SHIPPED_PACK}`));
  const parsed = parsePack(await file.text());
  if (!parsed.ok)
    throw new SidelightError('bad-file', 'The pack of this version is damaged: install it again.');
  return parsed.pack;
}
