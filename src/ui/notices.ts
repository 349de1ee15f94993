/** What was last done, for the bar that says so and offers Undo. It outlives the section in which it was done. */
import { report } from '../errors.ts';

export interface Notice {
  text: string;
  /** Takes back what was done; missing for what cannot be taken back. */
  undo?: () => Promise<void>;
  /** `offered`: done before the page was loaded. */
  step: 'done' | 'offered' | 'undoing' | 'undone' | 'failed';
  /** Why it could not be taken back, in words. */
  why?: string;
  /** What is offered again after a reload, unless it is put away. */
  kept?: Kept;
}

export interface Kept {
  token: string;
  putAway: () => void;
}

/** What a reader is told of an Undo that has failed. */
export interface UndoFailure {
  why: string;
  /** Trying again would change nothing. */
  final: boolean;
}

export interface Notices {
  readonly current: Notice | undefined;
  /** Grows with everything that was done or taken back. */
  readonly revision: number;
  /** Shows that something was done, in place of what stood there. */
  done(text: string, undo?: () => Promise<void>, kept?: Kept): void;
  /** Shows what was done before the page was loaded. */
  offer(text: string, undo: () => Promise<void>, kept: Kept): void;
  /** Somebody else has changed something. */
  changed(): void;
  undo(): Promise<void>;
  /** The reader puts it away. */
  dismiss(): void;
  /** Takes away what cannot be undone any more. */
  withdraw(): void;
  /** @returns what ends the listening */
  listen(listener: () => void): () => void;
}

export function createNotices(failureOf: (error: unknown) => UndoFailure): Notices {
  const listeners = new Set<() => void>();
  let current: Notice | undefined;
  let revision = 0;
  const set = (next: Notice | undefined) => {
    current = next;
    for (const listener of listeners) listener();
  };
  return {
    get current() {
      return current;
    },
    get revision() {
      return revision;
    },
    done(text, undo, kept) {
      revision += 1;
      set({
        text,
        step: 'done',
        ...(undo === undefined ? {} : { undo }),
        ...(kept === undefined ? {} : { kept }),
      });
    },
    offer: (text, undo, kept) => set({ text, undo, kept, step: 'offered' }),
    changed() {
      revision += 1;
      set(current);
    },
    async undo() {
      const notice = current;
      if (notice?.undo === undefined || notice.step === 'undoing') return;
      const { text, undo } = notice;
      // Not the reason of an earlier try
      const { why: _, ...offered } = notice;
      set({ ...offered, step: 'undoing' });
      await undo().then(
        () => {
          revision += 1;
          set({ text, step: 'undone' });
        },
        (error: unknown) => {
          report(error);
          const { why, final } = failureOf(error);
          set(final ? { text, why, step: 'failed' } : { ...offered, why, step: 'failed' });
        },
      );
    },
    dismiss() {
      current?.kept?.putAway();
      set(undefined);
    },
    withdraw: () => set(undefined),
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
