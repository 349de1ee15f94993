/** The tab or frame that something was for has gone meanwhile, and nobody waits for it. Browsers say so in words alone. */
export function isGone(error: unknown): boolean {
  return (
    error instanceof Error &&
    /^(No tab with id|Invalid tab ID|No frame with id|Frame with ID)/i.test(error.message)
  );
}

/** Passes other failures on. */
export async function unlessGone(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!isGone(error)) throw error;
  }
}
