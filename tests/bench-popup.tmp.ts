import { launchBrowser } from './e2e/harness/browsers.ts';
import { openDesk, tabIdOf, ask } from './e2e/harness/extension.ts';
import { startServer } from './e2e/harness/server.ts';
const server = await startServer();
const driver = await launchBrowser('chromium', { headless: true, proxyPort: server.port });
const desk = await openDesk(driver);
const page = await driver.newPage();
await page.goto(`${server.origin}/demo-news.html`);
const tabId = await tabIdOf(desk, page.url());
while ((await ask(desk, 'tabState', { tabId })).mentions.length < 5) await new Promise((r) => setTimeout(r, 100));
const times: number[] = [];
const asks: number[] = [];
const searches: number[] = [];
for (let i = 0; i < 20; i++) {
  const popup = await driver.newPage();
  await popup.evaluateOnNewDocument(() => {
    new MutationObserver((_, o) => {
      if (document.querySelector('.row')) {
        (globalThis as { shown?: number }).shown = performance.now();
        o.disconnect();
      }
    }).observe(document, { childList: true, subtree: true });
  });
  await popup.goto(`${driver.origin}/popup.html?tab=${tabId}`);
  await popup.waitForSelector('.row');
  times.push(await popup.evaluate(() => (globalThis as { shown?: number }).shown ?? -1));
  asks.push(await popup.evaluate(async (tab) => { const c = (globalThis as any).chrome; const t = performance.now(); await c.runtime.sendMessage({ name: 'tabState', request: { tabId: tab } }); return performance.now() - t; }, tabId));
  searches.push(await popup.evaluate(async () => { const c = (globalThis as any).chrome; const t = performance.now(); await c.runtime.sendMessage({ name: 'search', request: { text: 'an', limit: 50 } }); return performance.now() - t; }));
  await popup.close();
}
const med = (a: number[]) => a.toSorted((x, y) => x - y)[a.length >> 1];
console.log('shown', med(times), Math.max(...times), 'ask', med(asks), 'search', med(searches));
await driver.close();
await server.close();
