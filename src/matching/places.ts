/** Where things of a kind stand in the document. Places may be added in any order. */
export class Places<Key> {
  readonly #lists = new Map<Key, number[]>();
  readonly #unsorted = new Set<Key>();

  add(key: Key, place: number): void {
    const list = this.#lists.get(key);
    if (list === undefined) {
      this.#lists.set(key, [place]);
      return;
    }
    if ((list.at(-1) ?? 0) > place) this.#unsorted.add(key);
    list.push(place);
  }

  /** The last place before this one, or -1. */
  lastBefore(key: Key, place: number): number {
    const list = this.#lists.get(key);
    if (list === undefined) return -1;
    if (this.#unsorted.delete(key)) list.sort((a, b) => a - b);
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((list[middle] ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    return list[low - 1] ?? -1;
  }
}
