/** The browser behind the views of a tab. */
import { browser } from 'wxt/browser';
import { detach, report } from '../errors.ts';
import { askAsUi } from '../messages/send.ts';
import { patternsOf } from '../sites/patterns.ts';
import type { ViewApi } from './view-api.ts';

const ask = askAsUi(browser.runtime);

/** @param opened another page stands in front now */
export function viewApi(tabId: number, opened: () => void = () => {}): ViewApi {
  return {
    tabId,
    ask,
    requestSite: (site) =>
      browser.permissions.request({ origins: patternsOf(site) }).catch((error) => {
        report(error);
        return false;
      }),
    openOptions: (place) => openPage(`options.html#${place}`, opened),
    openWelcome: () => openPage('welcome.html', opened),
    watch,
  };
}

/** The tab that the view speaks of: `?tab=ID` when it is opened as a page of its own, else the one in front. */
export async function tabInQuestion(): Promise<number> {
  const asked = new URLSearchParams(location.search).get('tab');
  if (asked !== null) return Number(asked);
  const [active] = await browser.tabs.query({ active: true, currentWindow: true });
  return active?.id ?? browser.tabs.TAB_ID_NONE;
}

function openPage(path: string, opened: () => void): void {
  detach(browser.tabs.create({ url: browser.runtime.getURL('/') + path }).then(opened));
}

/** Everything that is known of a tab lies in the extension's storage; what it shows is told by the browser. */
function watch(changed: () => void, signal: AbortSignal): void {
  const events = [
    browser.storage.onChanged,
    browser.tabs.onUpdated,
    browser.permissions.onAdded,
    browser.permissions.onRemoved,
  ];
  for (const event of events) event.addListener(changed);
  signal.addEventListener('abort', () => {
    for (const event of events) event.removeListener(changed);
  });
}
