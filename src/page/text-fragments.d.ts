/** The part of the library that is used; it brings no types. */
declare module 'text-fragments-polyfill/dist/fragment-generation-utils.js' {
  /** Status 0 alone has a fragment: it was found in the document once and no more. The range grows to whole words. */
  export function generateFragmentFromRange(range: Range): {
    status: number;
    fragment?: { textStart: string; textEnd?: string; prefix?: string; suffix?: string };
  };
  /** The most milliseconds that it may take. */
  export function setTimeout(duration: number): void;
}
