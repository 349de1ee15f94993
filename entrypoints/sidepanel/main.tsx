import { render } from 'preact';
import { browser } from 'wxt/browser';
import { detach } from '../../src/errors.ts';
import { t, uiDirection } from '../../src/i18n.ts';
import { Panel } from '../../src/panel/Panel.tsx';
import { tabInQuestion, viewApi } from '../../src/ui/view-browser.ts';

async function start(): Promise<void> {
  document.documentElement.lang = t('uiLang');
  document.documentElement.dir = uiDirection();
  document.title = t('panel.title');
  const { id: inWindow = browser.windows.WINDOW_ID_NONE } = await browser.windows.getCurrent();
  let shown: number | undefined;
  const draw = (tabId: number) => {
    shown = tabId;
    render(<Panel api={viewApi(tabId)} windowId={inWindow} />, document.body);
  };
  // As a page of its own it speaks of the tab that it was asked for.
  if (!new URLSearchParams(location.search).has('tab')) {
    const life = new AbortController();
    const follow = (active: { tabId: number; windowId: number }) => {
      if (active.windowId === inWindow) draw(active.tabId);
    };
    browser.tabs.onActivated.addListener(follow);
    life.signal.addEventListener('abort', () => browser.tabs.onActivated.removeListener(follow));
    addEventListener('pagehide', () => life.abort(), { signal: life.signal });
  }
  const tabId = await tabInQuestion();
  // A tab that came to the front meanwhile is the one in front.
  if (shown === undefined) draw(tabId);
}

detach(start());
