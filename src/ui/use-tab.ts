/** The state of the tab, asked for again whenever it may have changed. */
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { TabState } from '../messages/ui.ts';
import { inOrder } from './in-order.ts';
import { restingBetween } from './resting.ts';
import type { ViewApi } from './view-api.ts';

/** Milliseconds. While a page is being read somebody waits for the list, and a page that cannot answer says nothing. */
const WHILE_LOADING = 150;

export interface Tab {
  /** Missing until the first answer. */
  state?: TabState;
  failed: boolean;
  /** Resolves when what is known is no older than the call. */
  refresh: () => Promise<void>;
}

export function useTab({ ask, tabId, watch }: ViewApi): Tab {
  const [known, setKnown] = useState<{ tabId: number; state: TabState }>();
  const [failed, setFailed] = useState(false);
  const newest = useMemo(inOrder, []);
  const refresh = useCallback(
    () =>
      newest(
        ask('tabState', { tabId }),
        (state) => {
          setKnown({ tabId, state });
          setFailed(false);
        },
        () => setFailed(true),
      ),
    [ask, tabId, newest],
  );
  // An answer for the tab that was in front before says nothing of this one.
  const state = known?.tabId === tabId ? known.state : undefined;
  const waiting = state === undefined || state.unread === 'loading';
  useEffect(() => {
    const left = new AbortController();
    refresh();
    watch(restingBetween(refresh, left.signal), left.signal);
    return () => left.abort();
  }, [refresh, watch]);
  useEffect(() => {
    if (!waiting) return;
    const timer = setInterval(refresh, WHILE_LOADING);
    return () => clearInterval(timer);
  }, [refresh, waiting]);
  return { ...(state === undefined ? {} : { state }), failed, refresh };
}
