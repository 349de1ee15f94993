import { browser } from '@wxt-dev/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { report } from '../src/errors.ts';
import { askAsPage } from '../src/messages/send.ts';
import { livePage } from '../src/page/lifecycle.ts';

/** Without the polyfill: every page pays for each byte, and promises are native wherever we run. */
export default defineUnlistedScript(() => {
  livePage({
    ask: askAsPage(browser.runtime),
    onOrder(follow, signal) {
      browser.runtime.onMessage.addListener(follow);
      signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(follow));
    },
    isAlive: () => browser.runtime?.id !== undefined,
    // Firefox opens its sidebar for a click in a page of the extension's own alone.
    canOpenPanel: import.meta.env.CHROME,
  }).catch(report);
});
