/** What a probe is: one thing that a page can observe, read as a value that can be compared. */

export type Value = null | boolean | number | string | Value[] | { [key: string]: Value };

export interface Probe {
  /** Unique, such as `calls: Element.prototype.attachShadow`. */
  name: string;
  /**
   * `state` is how the page is now, and is as before once Sidelight has gone; `history` is what has happened since the
   * document began, and cannot be taken back.
   */
  kind: 'state' | 'history';
  /** The same at each visit of a page, as long as nobody else is at work there. */
  read(): Value | Promise<Value>;
}

/** What the page was told about the browser it is probing. */
export interface Surroundings {
  /** Origin of the extension that is, or could be, installed. */
  origin: string;
  /** Paths of the files in its folder. */
  files: string[];
  /** The page's own timers stand still once it has loaded: how far they come is chance. */
  still?: boolean;
}

/** Values of all probes by name. */
export type Snapshot = Record<string, Value>;

let recording = true;

/** Whether what happens now counts: what the probes do themselves does not. */
export const isRecording = () => recording;

/** Does something that the recording probes do not hear. */
export async function unheard<Result>(work: () => Result | Promise<Result>): Promise<Result> {
  recording = false;
  try {
    return await work();
  } finally {
    recording = true;
  }
}

/** Counts what happens under a name. */
export class Tally {
  readonly #counts = new Map<string, number>();

  add(name: string): void {
    if (recording) this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
  }

  count(name: string): number {
    return this.#counts.get(name) ?? 0;
  }

  /** Names with their counts, sorted: the order may be chance. */
  counts(): Value {
    return [...this.#counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, count]) => `${name} ${count}`);
  }

  /** Names alone, for what happens more or less often by chance. */
  names(): Value {
    return [...this.#counts.keys()].sort();
  }
}
