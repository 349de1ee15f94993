/** How a page and the store's worker speak: numbered calls one way, answers and progress the other. */
import { SidelightError, type Trouble } from '../errors.ts';

export interface Call {
  call: number;
  name: string;
  args: unknown[];
}

export type Answer =
  | { call: number; value: unknown }
  | { call: number; progress: unknown }
  | { call: number; error: { message: string; trouble?: Trouble } };

type Work = (...args: never[]) => Promise<unknown>;

/** The part of a worker's own scope that serving needs. */
interface Scope {
  postMessage(answer: Answer): void;
  onmessage: ((event: MessageEvent<Call>) => void) | null;
}

/**
 * Answers calls, each as soon as it can. The last argument of each is a function that tells of progress.
 * Both ends are one build: what arrives has the type of the contract.
 */
export function serve(scope: Scope, handlers: Readonly<Record<string, Work>>): void {
  scope.onmessage = ({ data: { call, name, args } }) => {
    const tell = (progress: unknown) => scope.postMessage({ call, progress });
    const work = handlers[name];
    if (work === undefined) throw new RangeError(`no handler "${name}"`);
    work(...([...args, tell] as never[])).then(
      (value) => scope.postMessage({ call, value }),
      (error: unknown) => scope.postMessage({ call, error: told(error) }),
    );
  };
}

function told(error: unknown): { message: string; trouble?: Trouble } {
  if (error instanceof SidelightError) return { message: error.message, trouble: error.trouble };
  return { message: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
}

export interface Caller {
  call(name: string, args: readonly unknown[], progress?: (now: never) => void): Promise<unknown>;
  /** Ends the worker wherever it is; calls without an answer fail with `reason`. */
  end(reason: unknown): void;
}

export function callerOf(worker: Worker): Caller {
  const waiting = new Map<
    number,
    { resolve(value: unknown): void; reject(error: unknown): void; progress?: (now: never) => void }
  >();
  let last = 0;
  const failAll = (error: unknown) => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.onmessage = ({ data }: MessageEvent<Answer>) => {
    const asked = waiting.get(data.call);
    if (asked === undefined) return;
    if ('progress' in data) {
      asked.progress?.(data.progress as never);
      return;
    }
    waiting.delete(data.call);
    if ('value' in data) asked.resolve(data.value);
    else asked.reject(revived(data.error));
  };
  worker.onerror = ({ message }) => failAll(new SidelightError('gone', `The worker has failed: ${message}`));
  return {
    call(name, args, progress) {
      last += 1;
      const call: Call = { call: last, name, args: [...args] };
      return new Promise((resolve, reject) => {
        waiting.set(call.call, { resolve, reject, ...(progress === undefined ? {} : { progress }) });
        worker.postMessage(call);
      });
    },
    end(reason) {
      worker.terminate();
      failAll(reason);
    },
  };
}

function revived({ message, trouble }: { message: string; trouble?: Trouble }): Error {
  return trouble === undefined ? new Error(message) : new SidelightError(trouble, message);
}
