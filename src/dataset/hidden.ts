/**
 * Characters that a reader cannot see and that make a text read as another: the means of spoofing. Joiners belong to
 * many scripts (Persian, Hindi, emoji) and are hidden only where they join nothing.
 */

/** Controls of the direction of text, zero-width spaces, tags, soft hyphens, controls. */
const IN_NAME =
  /[\p{Cc}\u00ad\u180e\u200b\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/u;

/** Scripts whose letters change beside a joiner. */
const JOINING =
  '\\p{M}\\p{Extended_Pictographic}\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Mongolian}\\p{Script=Nko}\\p{Script=Devanagari}' +
  '\\p{Script=Bengali}\\p{Script=Gurmukhi}\\p{Script=Gujarati}\\p{Script=Oriya}\\p{Script=Tamil}\\p{Script=Telugu}' +
  '\\p{Script=Kannada}\\p{Script=Malayalam}\\p{Script=Sinhala}\\p{Script=Myanmar}\\p{Script=Khmer}\\p{Script=Tibetan}';
const IDLE_JOINER = new RegExp(`(?<![${JOINING}])[\\u200c\\u200d]`, 'u');

/** A text may have lines, and words of another direction in it; it may not be turned around. */
const IN_TEXT = /[^\P{Cc}\t\n\r]|[\u202d\u202e\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/u;

/** For names: one line, as a person would type it. */
export function isPlainName(name: string): boolean {
  return !IN_NAME.test(name) && !IDLE_JOINER.test(name);
}

/** For sentences. */
export function isPlainText(text: string): boolean {
  return !IN_TEXT.test(text);
}

const LETTER = /[\p{L}\p{N}\p{Mc}]/gu;

/** A single letter would be found everywhere; a single ideograph is a name. */
export function isLongEnough(name: string): boolean {
  const letters = name.normalize('NFC').match(LETTER) ?? [];
  return letters.length > 1 || /[\p{Ideographic}\p{Script=Hangul}]/u.test(letters[0] ?? '');
}
