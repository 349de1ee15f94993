/** Names that the reader has hidden, everywhere or on this site: each can be shown again, and that undone. */
import type { VNode } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { Some } from '../card/Some.tsx';
import { report } from '../errors.ts';
import { count, t } from '../i18n.ts';
import type { Choices, NamedEntity } from '../messages/ui.ts';
import { Failed } from '../ui/Failed.tsx';
import { restingBetween } from '../ui/resting.ts';
import { siteName } from '../ui/site-name.ts';
import type { ViewApi } from '../ui/view-api.ts';

/** So many are listed before a button for the others. */
const FIRST = 20;

interface Hidden extends NamedEntity {
  /** Missing where it is muted everywhere. */
  site?: string;
}

interface HiddenHereProps {
  api: ViewApi;
  site: string;
}

export function HiddenHere({ api, site }: HiddenHereProps): VNode | null {
  const { ask, tabId } = api;
  const hidden = useHidden(api, site);
  const [shown, setShown] = useState<Hidden>();
  const [failed, setFailed] = useState(false);
  /** The number of the tab tells of what window the choice is. */
  const hide = ({ entity, site: here }: Hidden, on: boolean) =>
    here === undefined
      ? ask('mute', { entity, on, tabId })
      : ask('refuse', { site: here, entity, on, tabId });
  const change = (each: Hidden, on: boolean) =>
    hide(each, on).then(
      () => {
        setFailed(false);
        setShown(on ? undefined : each);
      },
      () => setFailed(true),
    );
  if (hidden.length === 0 && shown === undefined) return null;
  return (
    <section class="mentions hidden-here">
      <p role="status">
        {shown && (
          <>
            {wordsOf(shown)}{' '}
            <button type="button" class="link" onClick={() => change(shown, true)}>
              {t('undo.undo')}
            </button>
          </>
        )}
      </p>
      <Failed when={failed} />
      {hidden.length > 0 && (
        <details>
          <summary>{count('popup.hidden', hidden.length)}</summary>
          <Some first={FIRST} step={FIRST} list>
            {hidden.map((each) => (
              <li key={`${each.site} ${each.entity}`}>
                <span>
                  <bdi>{each.name}</bdi>
                  <span class="soft because">
                    {t(each.site === undefined ? 'muted.muted' : 'popup.hiddenOnSite')}
                  </span>
                </span>
                <button
                  type="button"
                  class="link"
                  aria-label={t('muted.againName', { name: each.name })}
                  onClick={() => change(each, false)}
                >
                  {t('muted.again')}
                </button>
              </li>
            ))}
          </Some>
        </details>
      )}
    </section>
  );
}

function wordsOf({ name, site }: Hidden): string {
  return site === undefined
    ? t('muted.unmuted', { name })
    : t('muted.accepted', { name, site: siteName(site) });
}

/** What is hidden in the window of the tab. Known late: nobody waits for it. */
function useHidden({ ask, tabId, watch }: ViewApi, site: string): Hidden[] {
  const [choices, setChoices] = useState<Choices>();
  const read = useCallback(() => ask('choices', { tabId }).then(setChoices, report), [ask, tabId]);
  useEffect(() => {
    const left = new AbortController();
    read();
    watch(restingBetween(read, left.signal), left.signal);
    return () => left.abort();
  }, [read, watch]);
  if (choices === undefined) return [];
  return [...choices.refused.filter((each) => each.site === site), ...choices.muted];
}
