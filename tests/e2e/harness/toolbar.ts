/** The toolbar button and what opens of it, in Chromium, where both are pages that puppeteer drives. */
import type { Page } from 'puppeteer-core';
import type { Driver, View } from './driver.ts';

type Launched = Pick<Driver, 'browser' | 'origin'>;

/** Presses the toolbar button over a page. @returns the popup that opens, and not a page that shows it */
export async function pressButton({ browser, origin }: Launched, page: Page): Promise<Page> {
  const extension = (await browser.extensions()).get(new URL(origin).hostname);
  if (extension === undefined) throw new Error('the extension is not there');
  await page.bringToFront();
  const before = new Set(browser.targets());
  const opened = browser.waitForTarget((each) => !before.has(each) && each.url() === `${origin}/popup.html`);
  await extension.triggerAction(page);
  return (await opened).asPage();
}

export async function openedPanel({ browser, origin }: Launched): Promise<Page> {
  return (await browser.waitForTarget((each) => each.url() === `${origin}/sidepanel.html`)).asPage();
}

export function viewOf(page: Page): View {
  return {
    read: (look) => page.evaluate(`(${look})(document)`) as Promise<ReturnType<typeof look>>,
    async click(selector) {
      await page.locator(selector).click();
    },
    isOpen: async () => !page.isClosed(),
    close: () => page.close(),
  };
}
