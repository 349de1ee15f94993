import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { modeOf } from '../../../src/background/mode.ts';
import { allowOnce } from '../../../src/background/once.ts';
import { entries } from '../../../src/settings/schema.ts';
import { readSettings, writeSettings } from '../../../src/settings/store.ts';

const PAGE = { tabId: 7, url: 'https://news.example/today', isPrivate: false };

let allowed: string[];

beforeEach(async () => {
  fakeBrowser.reset();
  allowed = ['https://news.example/*'];
  const contains = async ({ origins }: { origins: string[] }) =>
    origins.every((each) => allowed.includes(each));
  Object.assign(fakeBrowser.permissions, { contains });
  await writeSettings([entries.site('news.example', 'marks')]);
});

const mode = async () => modeOf(PAGE, await readSettings());

describe('the mode of a page', () => {
  it('is the one of its rule, where the reader has allowed the site', async () => {
    expect(await mode()).toMatchObject({ mode: 'marks', by: 'rule' });
  });

  it('is off once the permission is taken back, and says what was chosen and what is missing', async () => {
    allowed = [];
    expect(await mode()).toMatchObject({ mode: 'off', chosen: 'marks', held: 'no-permission' });
  });

  it('needs no permission for a page that a click reads once', async () => {
    allowed = [];
    await allowOnce(PAGE.tabId, 'news.example', async () => true);
    expect(await mode()).toMatchObject({ mode: 'marks' });
  });

  it('forgets the click with the page', async () => {
    allowed = [];
    await allowOnce(PAGE.tabId, 'other.example', async () => true);
    expect(await mode()).toMatchObject({ mode: 'off' });
  });
});
