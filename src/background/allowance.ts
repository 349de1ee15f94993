/**
 * How much a tab may ask for: a renderer that has been taken over can send candidate names and watch which are known.
 * That cannot be prevented, only slowed down. Kept in memory: it starts anew with the background, which is no gain to
 * anybody who waits for that.
 */

export interface Limits {
  /** The most that may be taken at once. */
  burst: number;
  perSecond: number;
}

/**
 * Characters of text: four of the largest pages that are read whole at once, then as much as a page could show a reader
 * who scrolls without end.
 */
export const TEXT_LIMITS: Limits = { burst: 20_000_000, perSecond: 500_000 };

/** Changes of settings: as many as a reader could press buttons for. Each of them lets all open pages be read again. */
export const WRITE_LIMITS: Limits = { burst: 20, perSecond: 1 };

export interface Allowance {
  /** Takes an amount from a tab's allowance; false, and nothing taken, where it is used up. */
  take(tabId: number, amount: number): boolean;
  forget(tabId: number): void;
}

/** @param now milliseconds */
export function createAllowance({ burst, perSecond }: Limits, now: () => number): Allowance {
  const tabs = new Map<number, { left: number; at: number }>();
  return {
    take(tabId, amount) {
      const at = now();
      const tab = tabs.get(tabId) ?? { left: burst, at };
      const left = Math.min(burst, tab.left + ((at - tab.at) / 1_000) * perSecond);
      const granted = amount <= left;
      tabs.set(tabId, { left: granted ? left - amount : left, at });
      return granted;
    },
    forget: (tabId) => void tabs.delete(tabId),
  };
}
