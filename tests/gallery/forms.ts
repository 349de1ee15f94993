/** The forms in which every state is drawn. */
export interface Form {
  name: string;
  /** CSS pixels, of the window. */
  width: number;
  height: number;
  lang?: 'fa';
  features?: { name: string; value: string }[];
  /** CSS pixels: the size that the reader has set in the browser. */
  text?: number;
}

/** CSS pixels: what browsers come with. */
export const TEXT = 16;

const DARK = { name: 'prefers-color-scheme', value: 'dark' };
export const FORMS: Form[] = [
  { name: 'light', width: 760, height: 800 },
  { name: 'dark', width: 760, height: 800, features: [DARK] },
  { name: 'rtl', width: 760, height: 800, lang: 'fa' },
  { name: 'narrow', width: 320, height: 640 },
  { name: 'large', width: 760, height: 800, text: 2 * TEXT },
  {
    name: 'forced',
    width: 760,
    height: 800,
    features: [{ name: 'forced-colors', value: 'active' }, DARK],
  },
];
