/** Milliseconds between two questions: a page that changes all the time is not asked about all the time. */
const REST_MS = 200;

/** Calls at once, then at most once in each rest; the last call is never lost. */
export function restingBetween(work: () => void, signal: AbortSignal): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let again = false;
  const run = () => {
    if (timer !== undefined) {
      again = true;
      return;
    }
    work();
    timer = setTimeout(() => {
      timer = undefined;
      if (again) {
        again = false;
        run();
      }
    }, REST_MS);
  };
  signal.addEventListener('abort', () => clearTimeout(timer));
  return run;
}
