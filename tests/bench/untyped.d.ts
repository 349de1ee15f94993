/** Peers without types of their own, as far as the bench uses them. */
declare module 'ahocorasick' {
  export default class AhoCorasick {
    constructor(keywords: readonly string[]);
    search(text: string): [number, string[]][];
  }
}
declare module 'mark.js' {
  export default class Mark {
    constructor(context: unknown);
    mark(words: readonly string[], options: Record<string, unknown>): void;
  }
}
