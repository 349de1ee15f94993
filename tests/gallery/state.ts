/** A named state of a view: how it is drawn, and what the reader then does. */
export interface State {
  name: string;
  /** Resolves when there is nothing more to wait for. */
  draw(): Promise<void>;
  steps: readonly Step[];
  /** Only in its light form: it shows something that colour and language do not change. */
  once?: boolean;
}

/** Done with a real pointer: the card takes no other. Selectors, in the card's shadow root or the document. */
export type Step =
  | { press: string; index?: number; brings: string }
  | { type: string; into: string; brings: string }
  | { scrollTo: string };

/** Waits until the document looks as it should: for states that come by themselves. */
export async function until<T>(find: () => T | null | undefined, what: string): Promise<T> {
  for (let tries = 0; tries < 200; tries += 1) {
    const found = find();
    if (found !== null && found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`waited in vain for ${what}`);
}
