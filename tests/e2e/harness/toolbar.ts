/** The toolbar button, which only Chromium lets a test press. */
import type { Page } from 'puppeteer-core';
import type { Driver } from './driver.ts';

/** Presses the toolbar button over a page. @returns the popup that opens, and not a page that shows it */
export async function pressButton({ browser, origin }: Driver, page: Page): Promise<Page> {
  const extension = (await browser.extensions()).get(new URL(origin).hostname);
  if (extension === undefined) throw new Error('the extension is not there');
  await page.bringToFront();
  const before = new Set(browser.targets());
  const opened = browser.waitForTarget((each) => !before.has(each) && each.url() === `${origin}/popup.html`);
  await extension.triggerAction(page);
  return (await opened).asPage();
}
