/** The dataset manager on the options page, as a reader uses it. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import type { Pack } from '../../../src/dataset/schema.ts';
import type { Driver } from './driver.ts';

const TEXT = readFileSync(
  fileURLToPath(new URL('../../fixtures/packs/harbour.json', import.meta.url)),
  'utf8',
);
export const HARBOUR: Pack = JSON.parse(TEXT);

/** The invented pack under an id of its own, so that no test meets another's. */
export function harbour(id: string, change: (pack: Pack) => void = () => {}): string {
  const pack: Pack = { ...structuredClone(HARBOUR), id };
  change(pack);
  return JSON.stringify(pack);
}

/** @param place such as `packs` or `entities/harbour/osric-vane` */
export async function openManager(driver: Driver, place: string): Promise<Page> {
  const page = await driver.openExtensionPage(`options.html#${place}`);
  await page.waitForSelector('main h2');
  return page;
}

/** Goes to another section of the same page. */
export async function goTo(page: Page, place: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, place);
}

/** Loads the page anew, by itself: in Firefox a page of the extension cannot be reloaded from outside. */
export async function reload(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.documentElement.dataset.before = '';
    // Not before this call has its answer.
    setTimeout(() => location.reload());
  });
  await page.waitForSelector('html:not([data-before]) main h2');
}

/** Presses the button or link with exactly these words, once it is there and can be pressed. */
export async function press(page: Page, words: string): Promise<void> {
  await page.bringToFront();
  await page.waitForFunction(
    (wanted) => {
      const controls = [
        ...document.querySelectorAll<HTMLElement>(':is(main, .notice) :is(button, a, summary)'),
      ];
      const control = controls.find(
        (each) =>
          each.innerText.trim() === wanted &&
          each.checkVisibility() &&
          !(each instanceof HTMLButtonElement && each.disabled),
      );
      control?.click();
      return control !== undefined;
    },
    { polling: 50 },
    words,
  );
}

/** Puts a text into a field at once, as pasting does. */
export async function paste(page: Page, selector: string, text: string): Promise<void> {
  await page.waitForSelector(selector);
  await page.$eval(
    selector,
    (field, words) => {
      if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
      field.value = words;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    },
    text,
  );
}

/**
 * Puts a text into the field with this label, once it can be seen.
 * @param nth of several with one label, from 0
 */
export async function fill(page: Page, label: string, text: string, nth = 0): Promise<void> {
  await page.bringToFront();
  await page.waitForFunction(
    (wanted, at, words) => {
      const labels = [...document.querySelectorAll('main label')].filter(
        (each) => each.textContent?.trim() === wanted && each.parentElement?.checkVisibility(),
      );
      const field = document.getElementById(labels[at]?.getAttribute('for') ?? '');
      if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return false;
      field.value = words;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      return true;
    },
    { polling: 50 },
    label,
    nth,
    text,
  );
}

/** Chooses in the list with this label, by the words of the choice, once it can be seen. */
export async function choose(page: Page, label: string, choice: string): Promise<void> {
  await page.bringToFront();
  await page.waitForFunction(
    (wanted, words) => {
      const at = [...document.querySelectorAll('main label')].find(
        (each) => each.textContent?.trim() === wanted && each.parentElement?.checkVisibility(),
      );
      const list = document.getElementById(at?.getAttribute('for') ?? '');
      if (!(list instanceof HTMLSelectElement)) return false;
      const option = [...list.options].find((each) => each.label === words);
      if (option === undefined) return false;
      list.value = option.value;
      list.dispatchEvent(new Event('change', { bubbles: true }));
      return true;
    },
    { polling: 50 },
    label,
    choice,
  );
}

/** Pastes a pack, a table or a list into the import section, and waits for what it would bring. */
export async function previewImport(page: Page, text: string): Promise<void> {
  await goTo(page, 'import');
  await paste(page, '.sources textarea', text);
  await page.$eval('.sources form', (form) => form instanceof HTMLFormElement && form.requestSubmit());
  await page.waitForSelector('.preview, .reading');
}

/** Imports what nothing is wrong with. */
export async function importText(page: Page, text: string): Promise<void> {
  await previewImport(page, text);
  await press(page, 'Import');
  await page.waitForSelector('main > .message');
}

/** Gives a file to the field for one. */
export async function chooseFile(page: Page, name: string, text: string): Promise<void> {
  await page.waitForSelector('input[type=file]');
  await page.$eval(
    'input[type=file]',
    (input, fileName, content) => {
      if (!(input instanceof HTMLInputElement)) return;
      const files = new DataTransfer();
      files.items.add(new File([content], fileName));
      input.files = files.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    name,
    text,
  );
}

/** Everything that is written on the page. */
export function wordsOn(page: Page): Promise<string> {
  return page.$eval('.frame', (frame) => (frame instanceof HTMLElement ? frame.innerText : ''));
}

/** Keeps the files that the page hands to the reader from now on, instead of letting the browser ask for a place. */
export async function keepDownloads(page: Page): Promise<() => Promise<string>> {
  await page.evaluate(() => {
    const files: Blob[] = [];
    Object.assign(globalThis, { downloads: files });
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (file) => {
      if (file instanceof Blob) files.push(file);
      return make(file);
    };
    HTMLAnchorElement.prototype.click = () => {};
  });
  return async () => {
    await page.waitForFunction(() => Reflect.get(globalThis, 'downloads').length > 0);
    return page.evaluate(() => (Reflect.get(globalThis, 'downloads').pop() as Blob).text());
  };
}
