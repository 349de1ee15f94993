import { launchChromium } from './chromium.ts';
import type { BrowserKind, Driver, LaunchOptions } from './driver.ts';
import { launchFirefox } from './firefox.ts';

const LAUNCHERS: Record<BrowserKind, (options: LaunchOptions) => Promise<Driver>> = {
  chromium: launchChromium,
  firefox: launchFirefox,
};

/** Starts a browser with a fresh profile and the end-to-end build in it. */
export function launchBrowser(kind: BrowserKind, options: LaunchOptions): Promise<Driver> {
  return LAUNCHERS[kind](options);
}
