import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createMenu, followTab } from '../../../src/background/menu.ts';

const TAB = { id: 1, url: 'https://a.example/', incognito: false };

/** A menu that refuses, as browsers do, to change what is not in it. */
const items = new Map<string, boolean>();
const menus = {
  removeAll: async () => items.clear(),
  create: ({ id, checked = false }: { id: string; checked?: boolean }) => void items.set(id, checked),
  update: async (id: string, { checked }: { checked: boolean }) => {
    if (!items.has(id)) throw new Error(`Cannot find menu item with id ${id}`);
    for (const other of items.keys()) items.set(other, other === id && checked);
  },
};

const checked = () => [...items].filter(([, on]) => on).map(([id]) => id);

describe('the menu of the mode', () => {
  beforeEach(() => {
    fakeBrowser.reset();
    items.clear();
    Object.assign(fakeBrowser.contextMenus, menus);
    Object.assign(fakeBrowser.i18n, { getUILanguage: () => 'en', getMessage: (key: string) => key });
  });

  it('is made when a tab moves before there is one', async () => {
    await followTab(TAB);
    expect(items.size).toBe(4);
    expect(checked()).toEqual(['mode:off']);
  });

  it('follows a tab that moves while it is made anew', async () => {
    await createMenu();
    await Promise.all([createMenu(), followTab(TAB), createMenu(), followTab(TAB)]);
    expect(items.size).toBe(4);
    expect(checked()).toEqual(['mode:off']);
  });
});
