/**
 * One import from the choice of a source to its end: read, looked through, written, or cancelled at any point. It belongs
 * to the page and not to a section, so that it goes on while the reader looks at another one. A new source ends the import
 * before it, unless that is being written. Nothing is written before `commit`.
 */

import type { ReadOptions } from '../../../dataset/formats/types.ts';
import { report } from '../../../errors.ts';
import type {
  ChangeName,
  ImportChoice,
  ImportPreview,
  ImportProgress,
  ImportRun,
  ImportTarget,
  Manager,
  Written,
} from '../../../store/manager-api.ts';
import type { Notices } from '../../../ui/notices.ts';
import { announce } from '../written.ts';

export interface ImportState {
  step: 'idle' | 'reading' | 'preview' | 'writing' | 'failed';
  /** Which reading of which source it is: what was said of one does not hold for the next. */
  reading: number;
  /** How the source is read: as which format, with which columns … */
  read: ReadOptions;
  /** … and into which pack; a pack for itself without. */
  into?: ImportTarget;
  /** Names of files that were given with it and not taken. */
  leftOut: readonly string[];
  /** The last that was read; it stays while the same is read in another way. */
  preview?: ImportPreview;
  progress?: ImportProgress;
  error?: unknown;
  /** What was written, until the next import. */
  done?: Done;
}

interface Done {
  packId: string;
  name: ChangeName;
  /** Of the notices: it holds until something else is done or undone. */
  revision: number;
}

export interface Importing {
  readonly state: ImportState;
  start(source: Blob | string, read: ReadOptions, more?: { into?: ImportTarget; leftOut?: string[] }): void;
  /** The same source, read in another way. */
  readAgain(read: ReadOptions, into?: ImportTarget): void;
  /** Tells the bar what was written. @param written called where it was, after that */
  commit(choice: ImportChoice, written?: (packId: string) => void): void;
  /** Ends it wherever it is; a write that has begun leaves nothing, unless it was through already. */
  cancel(): void;
  /** @returns what ends the listening */
  listen(listener: () => void): () => void;
}

interface Running {
  run: ImportRun;
  end: AbortController;
  /** While it is being written. */
  write?: { since: number; name: ChangeName };
}

export function createImporting({ store, notices }: { store: Manager; notices: Notices }): Importing {
  const listeners = new Set<() => void>();
  let state: ImportState = { step: 'idle', reading: 0, read: {}, leftOut: [] };
  let running: Running | undefined;

  const set = (next: ImportState) => {
    state = next;
    for (const listener of listeners) listener();
  };
  const idle = (done?: Done) => {
    set({
      step: 'idle',
      reading: state.reading,
      read: {},
      leftOut: [],
      ...(done === undefined ? {} : { done }),
    });
  };
  const follow = (promise: Promise<ImportPreview>, { signal }: AbortController) => {
    const { reading } = state;
    const isLate = () => signal.aborted || reading !== state.reading;
    promise.then(
      (preview) => {
        if (isLate()) return;
        const { progress: _, ...now } = state;
        set({ ...now, step: 'preview', preview });
      },
      (error: unknown) => isLate() || fail(error),
    );
  };
  const fail = (error: unknown) =>
    set({ step: 'failed', reading: state.reading, read: state.read, leftOut: state.leftOut, error });
  const tell = (packId: string, written: Written) => {
    announce({ store, notices }, written);
    if (running === undefined) idle({ packId, name: written.name, revision: notices.revision });
  };
  /** A write that was cancelled may have been through already: then it can be undone like any other. */
  const tellOfWritten = async ({ since, name }: NonNullable<Running['write']>) => {
    const last = await store.lastChange();
    const isIt = last !== null && last.at >= since && JSON.stringify(last.name) === JSON.stringify(name);
    const [packId] = isIt ? last.packs : [];
    if (isIt && packId !== undefined) tell(packId, last);
  };

  return {
    get state() {
      return state;
    },
    start(source, read, { into, leftOut = [] } = {}) {
      if (state.step === 'writing') return;
      running?.end.abort();
      const end = new AbortController();
      set({
        step: 'reading',
        reading: state.reading + 1,
        read,
        ...(into === undefined ? {} : { into }),
        leftOut,
      });
      const run = store.startImport(source, {
        read,
        ...(into === undefined ? {} : { into }),
        progress: (progress) => end.signal.aborted || set({ ...state, progress }),
        signal: end.signal,
      });
      running = { run, end };
      follow(run.preview, end);
    },
    readAgain(read, into) {
      if (running === undefined || state.step === 'writing') return;
      const { preview, leftOut } = state;
      set({
        step: 'reading',
        reading: state.reading + 1,
        read,
        ...(into === undefined ? {} : { into }),
        leftOut,
        ...(preview === undefined ? {} : { preview }),
      });
      follow(running.run.readAgain(read, into), running.end);
    },
    commit(choice, written) {
      if (running === undefined || state.step !== 'preview') return;
      const { run, end } = running;
      running.write = { since: Date.now(), name: choice.name };
      set({ ...state, step: 'writing' });
      run.commit(choice).then(
        (result) => {
          if (end.signal.aborted) return;
          running = undefined;
          tell(result.packId, result);
          written?.(result.packId);
        },
        (error: unknown) => end.signal.aborted || fail(error),
      );
    },
    cancel() {
      const write = state.step === 'writing' ? running?.write : undefined;
      running?.end.abort();
      running = undefined;
      idle();
      if (write !== undefined) tellOfWritten(write).catch(report);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
