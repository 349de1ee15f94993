/** The entity whose card the panel was opened from. */
import { useEffect, useState } from 'preact/hooks';
import { report } from '../errors.ts';
import type { EntityKey } from '../matching/types.ts';
import { restingBetween } from '../ui/resting.ts';
import type { ViewApi } from '../ui/view-api.ts';

/** Another object each time that the reader asks, also for the same entity. */
export interface AskedFor {
  entity: EntityKey;
}

/** @returns nothing once another tab is in front */
export function useAskedFor({ ask, tabId, watch }: ViewApi, windowId: number): AskedFor | undefined {
  const [asked, setAsked] = useState<AskedFor & { tabId: number }>();
  useEffect(() => {
    const left = new AbortController();
    const look = () => {
      ask('panelEntity', { windowId }).then((entity) => {
        if (entity !== null && !left.signal.aborted) setAsked({ entity, tabId });
      }, report);
    };
    look();
    watch(restingBetween(look, left.signal), left.signal);
    return () => left.abort();
  }, [ask, watch, tabId, windowId]);
  return asked?.tabId === tabId ? asked : undefined;
}
