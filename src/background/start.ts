/** Wires the background. Listeners are registered before anything is awaited: a background that was woken misses its event otherwise. */
import { browser } from 'wxt/browser';
import { parsePack } from '../dataset/parse.ts';
import type { Pack } from '../dataset/schema.ts';
import { detach, report, SidelightError } from '../errors.ts';
import { parseMessage, type RawSender } from '../messages/gate.ts';
import { affects } from '../settings/schema.ts';
import { migrateSettings, readSettings, watchSettings, writeSettings } from '../settings/store.ts';
import { createAllowance, TEXT_LIMITS } from './allowance.ts';
import { followCommand } from './commands.ts';
import { forgetTab } from './documents.ts';
import { createLibrary } from './library.ts';
import { pageHandlers } from './page-requests.ts';
import { settlePause } from './pause.ts';
import type { Services } from './services.ts';
import { applySettings, tellAll } from './tabs.ts';
import { uiHandlers } from './ui-requests.ts';

const SHIPPED_PACK = 'packs/uk-conference-2020.json';

export function startBackground(): void {
  const allowance = createAllowance(TEXT_LIMITS, () => performance.now());
  const services: Services = {
    library: createLibrary({
      settings: readSettings,
      readShipped,
      shippedWith: browser.runtime.getManifest().version,
      langs: [browser.i18n.getUILanguage()],
    }),
    settings: readSettings,
    save: writeSettings,
    allowance,
  };
  const self = { id: browser.runtime.id, origin: new URL(browser.runtime.getURL('/')).origin };

  browser.runtime.onMessage.addListener((message: unknown, sender: RawSender) =>
    answer(services, message, sender, self),
  );
  watchSettings((keys) => detach(follow(keys)));
  browser.permissions.onAdded.addListener(() => detach(applySettings()));
  browser.permissions.onRemoved.addListener(() => detach(applySettings()));
  browser.runtime.onInstalled.addListener(() => detach(migrateSettings().then(begin)));
  browser.runtime.onStartup.addListener(() => detach(begin()));
  browser.alarms.onAlarm.addListener(() => detach(begin()));
  browser.commands.onCommand.addListener((command, tab) => detach(followCommand(command, tab?.id)));
  browser.tabs.onRemoved.addListener((tabId) => {
    allowance.forget(tabId);
    detach(forgetTab(tabId));
  });
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
    if (!isAskerGone(error)) report(error);
    throw error;
  }
}

/** The tab or frame that asked has gone meanwhile, and nobody waits for the answer. Browsers say so in words alone. */
function isAskerGone(error: unknown): boolean {
  return (
    error instanceof Error &&
    /^(No tab with id|Invalid tab ID|No frame with id|Frame with ID)/i.test(error.message)
  );
}

async function follow(keys: string[]): Promise<void> {
  const kinds = new Set(keys.map(affects));
  if (kinds.has('sites')) await begin();
  if (kinds.has('mentions')) await tellAll({ order: 'refresh' });
  if (kinds.has('style')) await tellAll({ order: 'restyle' });
}

async function begin(): Promise<void> {
  await settlePause(await readSettings());
  await applySettings();
}

async function readShipped(): Promise<Pack> {
  const file = await fetch(browser.runtime.getURL(`/${SHIPPED_PACK}`));
  const parsed = parsePack(await file.text());
  if (!parsed.ok)
    throw new SidelightError('bad-file', 'The pack of this version is damaged: install it again.');
  return parsed.pack;
}
