/** The card as a reader meets it. It lives in a closed shadow root, so it is read through the debugging protocol. */
import type { Page } from 'puppeteer-core';
import type { Driver } from './driver.ts';
import type { Point } from './page.ts';

export interface CardView {
  /** Of the dialog, for a screen reader. */
  name: string;
  /** What is rendered, as `innerText` gives it: folded parts are not in it. */
  text: string;
  /** All its words, the folded ones too. */
  allText: string;
  box: { x: number; y: number; width: number; height: number };
  /** Its content has not come yet. */
  busy: boolean;
  /** The focus is inside. */
  focused: boolean;
  /** The label of the control that has it; empty where it is on something else in the card, or elsewhere. */
  focus: string;
}

/** @returns the card that is open on the page, or `null` */
export async function readCard(driver: Driver, page: Page): Promise<CardView | null> {
  const views = await driver.inClosedRoots(
    page,
    (root) => {
      const dialog = root.querySelector<HTMLElement>('[role=dialog]');
      if (!dialog?.checkVisibility()) return null;
      const label = dialog.getAttribute('aria-labelledby');
      const { x, y, width, height } = dialog.getBoundingClientRect();
      return {
        name: dialog.ariaLabel ?? (label === null ? null : root.getElementById(label)?.textContent) ?? '',
        text: dialog.innerText,
        allText: dialog.textContent ?? '',
        box: { x, y, width, height },
        busy: dialog.ariaBusy === 'true' || dialog.querySelector('[aria-busy=true]') !== null,
        focused: root.activeElement !== null,
        focus: root.activeElement?.matches('button, a, summary')
          ? (root.activeElement.ariaLabel ?? root.activeElement.textContent).trim()
          : '',
      };
    },
    null,
  );
  return views.find((view) => view !== null) ?? null;
}

/** Clicks, with the real mouse, the button, link or summary of the open card whose words or label are these. */
export async function clickInCard(driver: Driver, page: Page, label: string): Promise<void> {
  const points = await driver.inClosedRoots<Point | null, string>(
    page,
    (root, wanted) => {
      const controls = [...root.querySelectorAll<HTMLElement>('button, a, summary')];
      const control = controls.find(
        (element) => (element.ariaLabel ?? element.textContent).trim() === wanted,
      );
      if (!control) return null;
      control.scrollIntoView({ block: 'nearest', behavior: 'instant' });
      const { x, y, width, height } = control.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    },
    label,
  );
  const point = points.find((found) => found !== null);
  if (!point) throw new Error(`the card has no "${label}"`);
  await page.mouse.click(point.x, point.y);
}
