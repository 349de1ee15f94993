import { render } from 'preact';
import { browser } from 'wxt/browser';
import { detach } from '../../src/errors.ts';
import { t, uiDirection } from '../../src/i18n.ts';
import { Panel } from '../../src/panel/Panel.tsx';
import { tabInQuestion, viewApi } from '../../src/ui/view-browser.ts';

async function start(): Promise<void> {
  const [tabId, { id: windowId }] = await Promise.all([tabInQuestion(), browser.windows.getCurrent()]);
  const inWindow = windowId ?? browser.windows.WINDOW_ID_NONE;
  const draw = (shown: number) => render(<Panel api={viewApi(shown)} windowId={inWindow} />, document.body);
  document.documentElement.lang = t('uiLang');
  document.documentElement.dir = uiDirection();
  document.title = t('panel.title');
  draw(tabId);
  // As a page of its own it speaks of the tab that it was asked for.
  if (new URLSearchParams(location.search).has('tab')) return;
  const life = new AbortController();
  const follow = (active: { tabId: number; windowId: number }) => {
    if (active.windowId === inWindow) draw(active.tabId);
  };
  browser.tabs.onActivated.addListener(follow);
  life.signal.addEventListener('abort', () => browser.tabs.onActivated.removeListener(follow));
  addEventListener('pagehide', () => life.abort(), { signal: life.signal });
}

detach(start());
