/** The state of the tab, asked for again while the popup is open: the page is being read, and it may change. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { TabState } from '../messages/ui.ts';
import type { PopupApi } from './api.ts';

/** Milliseconds. While a page is being read somebody waits for the list; afterwards only changes of the page matter. */
const WHILE_LOADING = 150;
const AFTERWARDS = 1_000;

export interface Tab {
  /** Missing until the first answer. */
  state?: TabState;
  failed: boolean;
  refresh: () => void;
}

export function useTab({ ask, tabId }: PopupApi): Tab {
  const [state, setState] = useState<TabState>();
  const [failed, setFailed] = useState(false);
  const refresh = useCallback(() => {
    ask('tabState', { tabId }).then(
      (next) => {
        setState(next);
        setFailed(false);
      },
      () => setFailed(true),
    );
  }, [ask, tabId]);
  useEffect(refresh, [refresh]);
  const waiting = state === undefined || state.unread === 'loading';
  useEffect(() => {
    const timer = setInterval(refresh, waiting ? WHILE_LOADING : AFTERWARDS);
    return () => clearInterval(timer);
  }, [refresh, waiting]);
  return { ...(state === undefined ? {} : { state }), failed, refresh };
}
