/** Work that is never done twice at once: of calls that come meanwhile, one more run serves all. */
export function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  let waiting: Promise<void> | undefined;
  const run = () => {
    waiting = undefined;
    running = work();
    return running;
  };
  return () => {
    waiting ??= running.then(run, run);
    return waiting;
  };
}
