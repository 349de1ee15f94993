/** The open tabs, and the text of one: read with the permission that the reader has given for its site, or for this tab. */
import { report } from '../../errors.ts';
import type { ManagerApi, OpenTab, TabText } from './api.ts';

/** The parts of `browser` that are needed. */
interface Tabs {
  query(
    which: Record<never, never>,
  ): Promise<{ id?: number | undefined; title?: string | undefined; url?: string | undefined }[]>;
}

interface Scripting {
  executeScript(call: { target: { tabId: number }; func: () => TabText }): Promise<{ result?: unknown }[]>;
}

export function tabReader(tabs: Tabs, scripting: Scripting): Pick<ManagerApi, 'tabs' | 'readTab'> {
  return {
    async tabs() {
      // The browser tells the address of a tab only where it may be read.
      return (await tabs.query({})).flatMap(({ id, title = '', url = '' }): OpenTab[] =>
        id !== undefined && /^(?:https?|file):/u.test(url) ? [{ id, title, url }] : [],
      );
    },
    async readTab(tabId) {
      try {
        const [frame] = await scripting.executeScript({ target: { tabId }, func: textOfPage });
        return isText(frame?.result) ? frame.result : null;
      } catch (error) {
        // The browser's own pages and viewers, and sites without a permission: what to do instead is said on screen.
        report(error);
        return null;
      }
    },
  };
}

/** Runs in the page. A file that the browser shows as text stands in one `pre`, to the letter. */
function textOfPage(): TabText {
  const most = 50_000_000;
  const isFile = document.contentType !== 'text/html';
  const pre = isFile ? document.querySelector('pre') : null;
  const text = pre?.textContent ?? document.body?.innerText ?? document.documentElement?.textContent ?? '';
  return { text: text.slice(0, most), title: document.title, url: location.href, isFile };
}

function isText(result: unknown): result is TabText {
  return (
    typeof result === 'object' &&
    result !== null &&
    ['text', 'title', 'url'].every((key) => typeof Reflect.get(result, key) === 'string') &&
    typeof Reflect.get(result, 'isFile') === 'boolean'
  );
}
