import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createMenu, followFront, followMenu, followTab } from '../../../src/background/menu.ts';
import { entries } from '../../../src/settings/schema.ts';
import { readSettings, writeSettings } from '../../../src/settings/store.ts';
import '../../support/messages.ts';

type Item = Parameters<typeof fakeBrowser.contextMenus.create>[0];

/** The browser's menu: an item is there a while after `create` has answered, and refuses what it does not know. */
const items = new Map<unknown, Item>();

function refuseUnknown(id: unknown): void {
  if (!items.has(id)) throw new Error(`Cannot find menu item with id ${String(id)}`);
}

const TAB = { id: 7, url: 'https://news.example/', incognito: false };

beforeEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
  items.clear();
  vi.spyOn(fakeBrowser.contextMenus, 'removeAll').mockImplementation(async () => items.clear());
  vi.spyOn(fakeBrowser.contextMenus, 'create').mockImplementation((item, callback) => {
    setTimeout(() => {
      if (items.has(item.id)) throw new Error(`there are two of ${item.id}`);
      items.set(item.id, item);
      callback?.();
    });
    return item.id ?? '';
  });
  vi.spyOn(fakeBrowser.contextMenus, 'update').mockImplementation(async (id, change) => {
    refuseUnknown(id);
    for (const item of items.values())
      if (item.type === 'radio') item.checked = item.id === id && change.checked === true;
  });
  Object.assign(fakeBrowser.permissions, { contains: async () => true });
  Object.assign(fakeBrowser.tabs, { query: async () => [TAB] });
});

const checked = () => [...items.values()].filter((item) => item.checked).map(({ id }) => id);

describe('the context menu', () => {
  it('checks the mode of a tab only once it has been made, whichever came first', async () => {
    await writeSettings([entries.site('news.example', 'quiet')]);
    await Promise.all([followTab(TAB), createMenu(), followTab(TAB), followFront()]);
    expect(checked()).toEqual(['mode:quiet']);
  });

  it('is made by the first event where no install and no start was told', async () => {
    await followFront();
    expect([...items.keys()]).toEqual(expect.arrayContaining(['capture:name', 'capture:quote', 'mode:off']));
  });

  it('is made once, however many events come at once', async () => {
    await Promise.all([followFront(), followTab(TAB), followFront()]);
    expect(fakeBrowser.contextMenus.removeAll).toHaveBeenCalledTimes(1);
  });

  it('is never made twice at the same time', async () => {
    await Promise.all([createMenu(), createMenu()]);
    expect(items.size).toBe(6);
  });

  it('goes on after a piece of work that failed', async () => {
    vi.mocked(fakeBrowser.contextMenus.removeAll).mockRejectedValueOnce(new Error('busy'));
    await expect(createMenu()).rejects.toThrow('busy');
    await followTab(TAB);
    expect(checked()).toHaveLength(1);
  });

  it('offers the two ways to add only for a selection', async () => {
    await createMenu();
    const forSelection = [...items.values()].filter(({ contexts }) => contexts?.includes('selection'));
    expect(forSelection.map(({ id }) => id)).toEqual(['capture:name', 'capture:quote']);
  });
});

describe('a mode that is chosen in the menu', () => {
  const chooseIn = async (isPrivate: boolean) => {
    const request = vi.fn(async () => false);
    Object.assign(fakeBrowser.permissions, { request, contains: async () => false });
    Object.assign(fakeBrowser.tabs, { get: async () => ({ ...TAB, incognito: isPrivate }) });
    const click = { menuItemId: 'mode:quiet', editable: false, pageUrl: TAB.url };
    followMenu(click as never, { ...TAB, incognito: isPrivate } as never, {} as never);
    const kept = async () => (await readSettings({ isPrivate })).sites.get('news.example');
    await expect.poll(kept).toBe('quiet');
    return request;
  };

  it('asks the browser for the site', async () => {
    expect(await chooseIn(false)).toHaveBeenCalledWith({ origins: ['*://*.news.example/*'] });
  });

  it('asks for nothing in a private window, and is kept in memory only', async () => {
    expect(await chooseIn(true)).not.toHaveBeenCalled();
    expect((await readSettings()).sites.size).toBe(0);
  });
});
