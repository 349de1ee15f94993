/** The welcome page opens once, after installing. */
import { browser } from 'wxt/browser';

/** @param reason as `runtime.onInstalled` gives it. Tests with the end-to-end build open themselves what they look at. */
export async function openWelcome(reason: string): Promise<void> {
  if (reason !== 'install' || import.meta.env.MODE === 'e2e') return;
  await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
}
