/**
 * One import from the choice of a source to its end: read, looked through, written, or cancelled at any point. A new
 * source ends the import before it. Nothing is written before `commit`.
 */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { ReadOptions } from '../../../dataset/formats/types.ts';
import type {
  ImportChoice,
  ImportPreview,
  ImportProgress,
  ImportRun,
  ImportTarget,
  Written,
} from '../../../store/manager-api.ts';
import type { ManagerApi } from '../api.ts';

export interface ImportState {
  step: 'idle' | 'reading' | 'preview' | 'writing' | 'failed';
  /** The last that was read; it stays while the same is read in another way. */
  preview?: ImportPreview;
  progress?: ImportProgress;
  error?: unknown;
}

export interface Import {
  state: ImportState;
  start(source: Blob | string, read: ReadOptions, into?: ImportTarget): void;
  /** The same source, read in another way. */
  readAgain(read: ReadOptions, into?: ImportTarget): void;
  commit(choice: ImportChoice, written: (result: Written & { packId: string }) => Promise<void>): void;
  /** Ends it wherever it is; a write that has begun leaves nothing. */
  cancel(): void;
}

const IDLE: ImportState = { step: 'idle' };

interface Running {
  run: ImportRun;
  end: AbortController;
}

export function useImport({ store }: Pick<ManagerApi, 'store'>): Import {
  const [state, setState] = useState<ImportState>(IDLE);
  const running = useRef<Running>(undefined);
  const end = useCallback(() => {
    running.current?.end.abort();
    running.current = undefined;
  }, []);
  useEffect(() => end, [end]);

  const follow = useCallback((promise: Promise<ImportPreview>, { signal }: AbortController) => {
    promise.then(
      (preview) => signal.aborted || setState({ step: 'preview', preview }),
      (error: unknown) => signal.aborted || setState({ step: 'failed', error }),
    );
  }, []);

  const start = useCallback<Import['start']>(
    (source, read, into) => {
      end();
      const controller = new AbortController();
      setState({ step: 'reading' });
      const run = store.startImport(source, {
        read,
        ...(into === undefined ? {} : { into }),
        progress: (progress) => controller.signal.aborted || setState((before) => ({ ...before, progress })),
        signal: controller.signal,
      });
      running.current = { run, end: controller };
      follow(run.preview, controller);
    },
    [store, end, follow],
  );

  const readAgain = useCallback<Import['readAgain']>(
    (read, into) => {
      const now = running.current;
      if (now === undefined) return;
      setState(({ preview }) => ({ step: 'reading', ...(preview === undefined ? {} : { preview }) }));
      follow(now.run.readAgain(read, into), now.end);
    },
    [follow],
  );

  const commit = useCallback<Import['commit']>((choice, written) => {
    const now = running.current;
    if (now === undefined) return;
    const { signal } = now.end;
    setState((before) => ({ ...before, step: 'writing' }));
    now.run
      .commit(choice)
      .then(written)
      .then(
        () => signal.aborted || setState(IDLE),
        (error: unknown) => signal.aborted || setState({ step: 'failed', error }),
      );
  }, []);

  const cancel = useCallback(() => {
    end();
    setState(IDLE);
  }, [end]);

  return { state, start, readAgain, commit, cancel };
}
