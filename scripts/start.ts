/**
 * `npm start`, after the set-up: builds, and opens Chromium with the extension on a demo news page. With `--headless`, in
 * CI or without a display it looks for itself: a table of what was found, a picture of a card, and a line
 * `screenshot: PATH`. The build is the one for tests, which may read the loopback without asking; with `--no-build` it is
 * the one that is there.
 */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { launchBrowser } from '../tests/e2e/harness/browsers.ts';
import { openDesk } from '../tests/e2e/harness/extension.ts';
import { startServer } from '../tests/e2e/harness/server.ts';
import { showCard } from './demo.ts';

const PAGE = '/demo-news.html';

const { values } = parseArgs({
  options: { headless: { type: 'boolean', default: false }, 'no-build': { type: 'boolean', default: false } },
});
const headless = values.headless || Boolean(process.env.CI) || !hasDisplay();

if (!values['no-build'] && !build()) process.exit(1);

const server = await startServer();
const driver = await launchBrowser('chromium', { headless });
try {
  const desk = await openDesk(driver);
  const url = server.origin + PAGE;
  if (headless) {
    process.exitCode = (await showCard(driver, desk, url)) ? 0 : 1;
  } else {
    const page = await driver.newPage();
    await page.goto(url);
    await desk.close();
    console.log(
      `\nThe demo page is open: ${url}\nRest the pointer on an underlined name. Close the window to end.`,
    );
    await new Promise<void>((resolve) => driver.browser.once('disconnected', () => resolve()));
  }
} finally {
  await driver.close();
  await server.close();
}

function build(): boolean {
  const { status } = spawnSync('npx', ['wxt', 'build', '--mv3', '-b', 'chrome', '--mode', 'e2e'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  return status === 0;
}

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}
