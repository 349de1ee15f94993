import { render } from 'preact';
import type { SidebarAction } from 'webextension-polyfill';
import { browser } from 'wxt/browser';
import { detach } from '../../src/errors.ts';
import { t, uiDirection } from '../../src/i18n.ts';
import { Popup } from '../../src/popup/Popup.tsx';
import { tabInQuestion, viewApi } from '../../src/ui/view-browser.ts';

/** Firefox calls the side panel a sidebar, and has it under another name. */
const { sidebarAction } = browser as typeof browser & { sidebarAction?: SidebarAction.Static };

async function start(): Promise<void> {
  const [tabId, { id: windowId }] = await Promise.all([tabInQuestion(), browser.windows.getCurrent()]);
  /** Known beforehand: browsers open a panel in the click's own turn only. */
  const openPanel = () => {
    const opened =
      sidebarAction?.open() ??
      browser.sidePanel.open({ windowId: windowId ?? browser.windows.WINDOW_ID_NONE });
    detach(opened.then(() => close()));
  };
  document.documentElement.lang = t('uiLang');
  document.documentElement.dir = uiDirection();
  render(<Popup api={{ ...viewApi(tabId, () => close()), openPanel }} />, document.body);
}

detach(start());
