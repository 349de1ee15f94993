/** The part of the library that is used; it brings no types for its module. */
declare module 'punycode/punycode.es6.js' {
  /** Labels that are no Punycode are left as they are. @throws {RangeError} for one that only looks like it */
  export function toUnicode(domain: string): string;
}
