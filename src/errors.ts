/** Failures that the product expects, as types; and the one place where surprises end up. */

export type Trouble =
  /** The database cannot be opened or written. */
  | 'store-broken'
  /** Another window holds an older form of the database open. */
  | 'store-held'
  /** A later version of Sidelight has written the database. */
  | 'store-newer'
  /** The disk is full, or the browser's share of it. Nothing was changed. */
  | 'no-room'
  /** Undo of a change that later ones rest on. */
  | 'overtaken'
  /** A file is not what it should be. */
  | 'bad-file'
  /** The pack was removed meanwhile. */
  | 'pack-gone'
  /** A change of a pack that only the reader's own packs allow. */
  | 'not-own'
  /** A message that no honest sender sends, or a change that no view asks for. */
  | 'refused'
  /** The page or the extension has gone while somebody waited for it. */
  | 'gone';

/** A failure that somebody upstream knows how to tell the reader about: by its trouble. The message is for the log. */
export class SidelightError extends Error {
  override readonly name = 'SidelightError';
  readonly trouble: Trouble;

  constructor(trouble: Trouble, message: string, options?: ErrorOptions) {
    super(message, options);
    this.trouble = trouble;
  }
}

type Reporter = (error: unknown) => void;

let reporter: Reporter = (error) => console.error('Sidelight:', error);

/** In a page nothing may reach the console: there the entrypoint passes reports on to the background. */
export function setReporter(next: Reporter): void {
  reporter = next;
}

/** For what nobody expected. Expected failures are handled where they happen. */
export function report(error: unknown): void {
  reporter(error);
}

/** Runs a promise that nobody waits for. */
export function detach(work: Promise<unknown>): void {
  work.catch(report);
}
