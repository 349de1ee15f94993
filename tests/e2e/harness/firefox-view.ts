/**
 * The popup of the toolbar button and the sidebar in Firefox. They stand in the browser's own windows, where WebDriver
 * finds no page: scripts are put into them as Firefox's own are, and clicks come from the widget's side.
 */
import type { Page } from 'puppeteer-core';
import type { Driver, View } from './driver.ts';

/** Evaluates an expression with the browser's own rights. */
export type Privileged = <Result>(expression: string) => Promise<Result>;

const POPUP = `document.querySelector('.webextension-popup-browser')`;
const PANEL = `SidebarController.browser.contentDocument?.getElementById('webext-panels-browser')`;

/** In the view, with the rights of the browser. `null` until the element is there and has its size. */
function press(document: Document, selector: string): boolean | null {
  const box = document.querySelector(selector)?.getBoundingClientRect();
  const view = document.defaultView;
  const synthesize: unknown = view && Reflect.get(view, 'synthesizeMouseEvent');
  if (!box || box.width === 0 || typeof synthesize !== 'function') return null;
  const click = (type: string, buttons: number, clickCount: number) =>
    synthesize.call(
      view,
      type,
      box.x + box.width / 2,
      box.y + box.height / 2,
      { button: 0, buttons, clickCount },
      {},
    );
  click('mousemove', 0, 0);
  click('mousedown', 1, 1);
  click('mouseup', 0, 1);
  return true;
}

const isThere = (element: string) => `${element}?.currentURI?.spec.startsWith('moz-extension:') === true`;

const UNANSWERED = 'the view has not answered';
const ANSWER_MS = 2_000;
const TRIES = 5;
const LOOK_MS = 50;
const PATIENCE_MS = 15_000;

/** @param extension names it in the browser's own scope */
export function createViews(
  privileged: Privileged,
  extension: string,
): { popupOver: Driver['pressAction']; panel: Driver['sidePanel'] } {
  /** @param call a JavaScript expression, with the view's `document` in scope */
  const inView = async <Result>(element: string, call: string): Promise<Result> => {
    // A popup that is still opening may change the process that it lives in, and what was asked there is lost.
    for (let left = TRIES; left > 1; left--) {
      try {
        return await askView<Result>(element, call);
      } catch (error) {
        if (!String(error).includes(UNANSWERED)) throw error;
      }
    }
    return askView(element, call);
  };

  const askView = <Result>(element: string, call: string): Promise<Result> => {
    const answer = `sidelight-test:${Math.random()}`;
    const script = `Promise.resolve(((document) => ${call})(content.document))
      .then((value) => sendAsyncMessage('${answer}', { value }), (error) => sendAsyncMessage('${answer}', { error: String(error) }))`;
    return privileged(`new Promise((resolve, reject) => {
      const { messageManager } = ${element};
      setTimeout(() => reject(new Error('${UNANSWERED}')), ${ANSWER_MS});
      messageManager.addMessageListener('${answer}', function hear({ data }) {
        messageManager.removeMessageListener('${answer}', hear);
        if (data.error === undefined) resolve(data.value);
        else reject(new Error(data.error));
      });
      messageManager.loadFrameScript('data:application/javascript;charset=utf-8,' + encodeURIComponent(${JSON.stringify(script)}), false);
    })`);
  };

  const view = (element: string, close: string): View => ({
    read: (look) => inView(element, `(${look})(document)`),
    async click(selector) {
      const call = `(${press})(document, ${JSON.stringify(selector)})`;
      await until(`${selector} can be clicked`, async () => (await inView(element, call)) === true);
    },
    isOpen: () => privileged(isThere(element)),
    close: () => privileged(`void ${close}`),
  });

  const opened = async (element: string, close: string): Promise<View> => {
    await until(`${element} is there`, () => privileged(isThere(element)));
    return view(element, close);
  };

  return {
    async popupOver(page: Page) {
      await page.bringToFront();
      // The button closes a popup that is open.
      await privileged(`void ${POPUP}?.closest('panel').hidePopup()`);
      await privileged(`void ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs')
        .ExtensionParent.apiManager.global.browserActionFor(${extension}).triggerAction(window)`);
      return opened(POPUP, `${POPUP}?.closest('panel').hidePopup()`);
    },
    panel: () => opened(PANEL, 'SidebarController.hide()'),
  };
}

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  for (let waited = 0; waited < PATIENCE_MS; waited += LOOK_MS) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  throw new Error(`not within ${PATIENCE_MS / 1000} s: ${what}`);
}
