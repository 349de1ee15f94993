/**
 * Reads a page that may not be read otherwise, once, because the reader has pressed the toolbar button over it: that click
 * is a permission for this page until it is left (`activeTab`).
 */
import { useEffect, useState } from 'preact/hooks';
import type { TabState } from '../messages/ui.ts';
import type { ViewApi } from '../ui/view-api.ts';

/** @returns false while it is being tried: what the tab's state says is about to change */
export function useReadOnce(
  { ask, tabId }: ViewApi,
  state: TabState | undefined,
  refresh: () => void,
): boolean {
  const [tried, setTried] = useState(false);
  // A site that the reader has switched off stays off.
  const isDue = !tried && state?.unread === 'no-permission' && !(state.by === 'rule' && state.mode === 'off');
  useEffect(() => {
    if (!isDue) return;
    const done = () => {
      setTried(true);
      refresh();
    };
    ask('readOnce', { tabId }).then(done, done);
  }, [ask, tabId, isDue, refresh]);
  return !isDue;
}
