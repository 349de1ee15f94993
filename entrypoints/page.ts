import { browser } from '@wxt-dev/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { report } from '../src/errors.ts';
import type { PageOrder } from '../src/messages/page.ts';
import { askAsPage } from '../src/messages/send.ts';
import { livePage } from '../src/page/lifecycle.ts';

/** Without the polyfill: every page pays for each byte, and promises are native wherever we run. */
export default defineUnlistedScript(() => {
  livePage({
    ask: askAsPage(browser.runtime),
    onOrder(follow, signal) {
      const listener = (order: PageOrder, _: unknown, answer: (told: number[] | undefined) => void) =>
        answer(follow(order));
      browser.runtime.onMessage.addListener(listener);
      signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener));
    },
    isAlive: () => browser.runtime?.id !== undefined,
    // Firefox opens its sidebar for a click in a page of the extension's own alone.
    canOpenPanel: import.meta.env.CHROME,
  }).catch(report);
});
