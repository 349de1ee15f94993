/** What the reader can decide on the site of a tab: its mode, the permission to read it, the pause for everywhere. */
import { useEffect, useState } from 'preact/hooks';
import { detach, report } from '../errors.ts';
import type { PauseChoice, TabState } from '../messages/ui.ts';
import type { Mode, ReadingMode } from '../settings/schema.ts';
import type { ViewApi } from './view-api.ts';

export interface Site {
  state: TabState;
  /** The reader's choice at once, before it is stored and the tab's state tells of it; a choice that failed is taken back. */
  mode: Mode;
  /**
   * Sets the rule of this site; asks for the permission first, where it is missing. In a private window it never asks:
   * browsers keep the names of sites that were allowed on the disk. There the page is read once, where the browser lets it.
   */
  choose: (mode: Mode) => void;
  /**
   * Asks for the permission to read this site always, in the mode that it has or that the reader reads sites in. Missing in
   * a private window.
   */
  allow?: () => void;
  removeRule: () => void;
  readOnce: () => void;
  pause: (until: PauseChoice | null) => void;
  /** What came of the last of them, where it was not what was asked for. */
  trouble: 'refused' | 'not-readable' | 'failed' | undefined;
}

export function useSite(api: ViewApi, state: TabState, refresh: () => Promise<void>): Site {
  const { ask, requestSite, tabId } = api;
  const { site, mode, by, rule, unread, onlyOnce, isPrivate } = state;
  const [trouble, setTrouble] = useState<Site['trouble']>();
  const [choice, setChoice] = useState<{ mode: Mode }>();
  const readingMode = useReadingMode(api, mode === 'off');
  const ownRule = by === 'rule' && rule === site ? mode : null;

  async function settle(work: Promise<Site['trouble'] | undefined>): Promise<void> {
    setTrouble(await work.catch(() => 'failed' as const));
    await refresh();
  }
  const setMode = async (next: Mode | null): Promise<undefined> => {
    await ask('setMode', { site, mode: next, tabId });
    return undefined;
  };

  /** The popup may close under the browser's question: the mode is set before the answer comes. */
  async function request(answer: Promise<boolean>, next: ReadingMode): Promise<Site['trouble']> {
    const [granted] = await Promise.all([answer, setMode(next)]);
    if (granted) await ask('permissionsChanged', {});
    else await setMode(ownRule);
    return granted ? undefined : 'refused';
  }

  const readOnce = async (): Promise<Site['trouble']> =>
    (await ask('readOnce', { tabId })) ? undefined : 'not-readable';

  async function chooseUnallowed(next: ReadingMode): Promise<Site['trouble']> {
    if (!isPrivate) return request(requestSite(site), next);
    await setMode(next);
    return readOnce();
  }

  return {
    state,
    mode: choice?.mode ?? mode,
    trouble,
    choose(next) {
      const isMissing = unread === 'no-permission' || by === 'once' || onlyOnce;
      const work = next !== 'off' && isMissing ? chooseUnallowed(next) : setMode(next);
      const mine = { mode: next };
      setChoice(mine);
      detach(settle(work).then(() => setChoice((last) => (last === mine ? undefined : last))));
    },
    ...(isPrivate
      ? {}
      : { allow: () => detach(settle(request(requestSite(site), mode === 'off' ? readingMode : mode))) }),
    removeRule: () => detach(settle(setMode(null))),
    readOnce: () => detach(settle(readOnce())),
    pause: (until) => detach(settle(ask('pause', { until }).then(() => undefined))),
  };
}

/** Fetched before it is needed: after the click there is no time, because the popup may close. */
function useReadingMode({ ask }: ViewApi, wanted: boolean): ReadingMode {
  const [mode, setMode] = useState<ReadingMode>('marks');
  useEffect(() => {
    if (wanted) ask('choices', {}).then((choices) => setMode(choices.readingMode), report);
  }, [ask, wanted]);
  return mode;
}
