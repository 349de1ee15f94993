import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { tabState } from '../../../src/background/tab-state.ts';
import { entries } from '../../../src/settings/schema.ts';
import { readSettings, writeSettings } from '../../../src/settings/store.ts';

const TAB = 7;
const LIBRARY = { isBroken: async () => false, quietOnly: async () => new Set<string>() };
const PAGE = 'https://news.example/today';

/** @param shows the type of the document, or undefined where the browser lets no script in */
async function unreadAt(url: string, shows: string | undefined, allowed: boolean) {
  Object.assign(fakeBrowser.permissions, { contains: async () => allowed });
  Object.assign(fakeBrowser.tabs, {
    get: async () => ({ id: TAB, url, incognito: false, status: 'complete' }),
    sendMessage: () => Promise.reject(new Error('Could not establish connection')),
  });
  Object.assign(fakeBrowser.scripting, {
    executeScript: async () => {
      if (shows === undefined) throw new Error('Cannot access');
      return [{ result: shows }];
    },
  });
  return (await tabState(TAB, readSettings, LIBRARY)).unread;
}

describe('why a page is not read', () => {
  beforeEach(async () => {
    fakeBrowser.reset();
    await writeSettings([entries.defaultMode('marks')]);
  });

  it.each([
    ['a page that the reader has not allowed', PAGE, 'text/html', false, 'no-permission'],
    ['a file in a viewer that a script may look into', PAGE, 'application/pdf', false, 'viewer'],
    ['a file in a viewer that is closed to scripts', `${PAGE}.pdf`, undefined, false, 'viewer'],
    ['the same once it is allowed', `${PAGE}.pdf`, undefined, true, 'viewer'],
    ['a place that the browser keeps to itself', PAGE, undefined, false, 'browser-page'],
    ['the same once it is allowed', PAGE, undefined, true, 'browser-page'],
    ['a page that is about to start', PAGE, 'text/html', true, 'loading'],
    ['a file on this device that is not allowed', 'file:///a.html', undefined, false, 'no-permission'],
    ['a page whose address is not told', '', undefined, false, 'unseen'],
    ['a page of the browser', 'about:config', undefined, true, 'browser-page'],
  ] as const)('%s', async (_, url, shows, allowed, why) => {
    expect(await unreadAt(url, shows, allowed)).toBe(why);
  });

  it('a site that is off by its rule', async () => {
    await writeSettings([entries.site('news.example', 'off')]);
    expect(await unreadAt(PAGE, 'text/html', false)).toBe('off');
  });
});
