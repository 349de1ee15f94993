import { render } from 'preact';
import { browser } from 'wxt/browser';
import { detach } from '../../src/errors.ts';
import { t, uiDirection } from '../../src/i18n.ts';
import { askAsUi } from '../../src/messages/send.ts';
import type { PopupApi } from '../../src/popup/api.ts';
import { Popup } from '../../src/popup/Popup.tsx';

/** The tab that the popup speaks of: `?tab=ID` when it is opened as a page, else the one it was opened over. */
async function tabInQuestion(): Promise<number> {
  const asked = new URLSearchParams(location.search).get('tab');
  if (asked !== null) return Number(asked);
  const [active] = await browser.tabs.query({ active: true, currentWindow: true });
  return active?.id ?? browser.tabs.TAB_ID_NONE;
}

async function start(): Promise<void> {
  const tabId = await tabInQuestion();
  const api: PopupApi = {
    tabId,
    ask: askAsUi(browser.runtime),
    openOptions: () => detach(browser.runtime.openOptionsPage()),
    requestSite: (site) => browser.permissions.request({ origins: [`*://${site}/*`] }),
  };
  document.documentElement.lang = t('uiLang');
  document.documentElement.dir = uiDirection();
  render(<Popup api={api} />, document.body);
}

detach(start());
