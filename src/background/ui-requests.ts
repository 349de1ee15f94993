/** Answers what the extension's own pages ask. */
import { browser } from 'wxt/browser';
import { SidelightError } from '../errors.ts';
import type { UiRequestName, UiRequests } from '../messages/ui.ts';
import { type Entry, entries, type Mode } from '../settings/schema.ts';
import type { Where } from '../settings/store.ts';
import { siteNamed } from '../sites/read-site.ts';
import { packOf } from './annotate.ts';
import { choicesOf } from './choices.ts';
import { jump } from './jump.ts';
import { modeOf } from './mode.ts';
import { takePanelEntity } from './panel.ts';
import { pauseFor } from './pause.ts';
import { readOnce } from './read-once.ts';
import type { Services } from './services.ts';
import { tabState } from './tab-state.ts';
import { applySettings, tellAll } from './tabs.ts';

type Handlers = {
  [Name in UiRequestName]: (
    services: Services,
    request: UiRequests[Name]['request'],
  ) => Promise<UiRequests[Name]['answer']>;
};

export const uiHandlers: Handlers = {
  async tabState({ library, settings }, { tabId }) {
    return tabState(tabId, settings, library);
  },

  readOnce: ({ settings }, { tabId }) => readOnce(tabId, settings),

  async setMode({ save }, { site, mode, tabId }) {
    await save([ruleFor(site, mode)], await windowOf(tabId));
    return null;
  },

  async pause({ save }, { until }) {
    await save([entries.pause(pauseFor(until, Date.now()))]);
    return null;
  },

  async permissionsChanged() {
    await applySettings();
    return null;
  },

  async jump({ library, settings }, { tabId, entity, direction }) {
    const { url, incognito } = await browser.tabs.get(tabId);
    const page = { tabId, url: url ?? '', isPrivate: incognito };
    const { mode } = await modeOf(page, await settings(page));
    if (mode === 'off') return null;
    const flash = mode === 'marks' && !(await library.quietOnly()).has(packOf(entity));
    return jump(tabId, entity, direction, flash);
  },

  packs: ({ library }) => library.packs(),

  async setPack({ library, save }, { packId, on }) {
    await save([entries.packOff(packId, !on)]);
    return library.packs();
  },

  async setBundled({ library, save }, { on }) {
    await save([entries.withoutBundled(!on)]);
    await library.settleBundled();
    await tellAll({ order: 'refresh' });
    return library.packs();
  },

  async packsChanged({ library }) {
    library.forget();
    await tellAll({ order: 'refresh' });
    return null;
  },

  search: ({ library }, { text, limit }) => library.search(text, limit),

  async describe({ library }, { entities }) {
    const cards = await Promise.all(entities.map((key) => library.describe(key)));
    return cards.filter((card) => card !== null);
  },

  sample: ({ library }, { entities }) => library.sample(entities),

  choices: async ({ library, settings }, { tabId }) =>
    choicesOf(await settings(await windowOf(tabId)), library),

  async setDefaultMode({ save }, { mode }) {
    await save([entries.defaultMode(mode)]);
    return null;
  },

  async setReadingMode({ save }, { mode }) {
    await save([entries.readingMode(mode)]);
    return null;
  },

  async setPrivateWindows({ save }, { choice }) {
    await save([entries.privateWindows(choice)]);
    return null;
  },

  async setBadge({ save }, { on }) {
    await save([entries.badge(on)]);
    return null;
  },

  async setMarkStyle({ save }, { style }) {
    await save([entries.markStyle(style)]);
    return null;
  },

  async setRules({ save }, { rules }) {
    await save(rules.map(({ site, mode }) => ruleFor(site, mode)));
    return null;
  },

  async mute({ save }, { entity, on, tabId }) {
    await save([entries.muted(entity, on)], await windowOf(tabId));
    return null;
  },

  async refuse({ save }, { site, entity, on, tabId }) {
    await save([entries.refused(site, entity, on)], await windowOf(tabId));
    return null;
  },

  panelEntity: (_, { windowId }) => takePanelEntity(windowId),
};

/** @throws {SidelightError} `refused` for what names no site */
function ruleFor(written: string, mode: Mode | null): Entry {
  const site = siteNamed(written);
  if (site === undefined) throw new SidelightError('refused', `"${written}" is no site.`);
  return entries.site(site, mode ?? undefined);
}

async function windowOf(tabId: number | undefined): Promise<Where> {
  if (tabId === undefined) return { isPrivate: false };
  return { isPrivate: (await browser.tabs.get(tabId)).incognito };
}
