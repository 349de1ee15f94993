/** Answers what the extension's own pages ask. */
import type { UiRequestName, UiRequests } from '../messages/ui.ts';
import { entries } from '../settings/schema.ts';
import type { Services } from './page-requests.ts';
import { tabState } from './tab-state.ts';
import { applySettings } from './tabs.ts';

type Handlers = {
  [Name in UiRequestName]: (
    services: Services,
    request: UiRequests[Name]['request'],
  ) => Promise<UiRequests[Name]['answer']>;
};

export const uiHandlers: Handlers = {
  async tabState({ library, settings }, { tabId }) {
    return tabState(tabId, await settings(), await library.isBroken());
  },

  async setMode({ save }, { site, mode }) {
    await save(entries.site(site, mode));
    return null;
  },

  async permissionsChanged({ settings }) {
    await applySettings(await settings());
    return null;
  },

  packs: ({ library }) => library.packs(),

  async setPack({ library, save }, { packId, on }) {
    await save(entries.packOff(packId, !on));
    return library.packs();
  },

  async describe({ library }, { entities }) {
    const cards = await Promise.all(entities.map((key) => library.describe(key)));
    return cards.filter((card) => card !== null);
  },

  async appearance({ settings }) {
    return { markStyle: (await settings()).markStyle };
  },

  async setMarkStyle({ save }, { style }) {
    await save(entries.markStyle(style));
    return null;
  },

  async mute({ save }, { entity, on }) {
    await save(entries.muted(entity, on));
    return null;
  },
};
