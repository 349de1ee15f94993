/** The popup: this site and its mode, what this page mentions, the search, and the packs. */
import { Info } from 'lucide';
import type { VNode } from 'preact';
import { formatNumber, t } from '../i18n.ts';
import type { TabState } from '../messages/ui.ts';
import { EntityView } from '../ui/EntityView.tsx';
import { Message } from '../ui/Message.tsx';
import { SiteHead } from '../ui/SiteHead.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { useJumps } from '../ui/use-jumps.ts';
import { useSite } from '../ui/use-site.ts';
import { useTab } from '../ui/use-tab.ts';
import { useWay } from '../ui/use-way.ts';
import type { ViewApi } from '../ui/view-api.ts';
import { DatasetTab } from './DatasetTab.tsx';
import { PageTab } from './PageTab.tsx';
import { SearchTab } from './SearchTab.tsx';
import { useReadOnce } from './use-read-once.ts';

export function Popup({ api }: { api: ViewApi }): VNode {
  const { state, failed, refresh } = useTab(api);
  const settled = useReadOnce(api, state, refresh);
  if (state === undefined || !settled) {
    return <main aria-busy={!failed}>{failed && <Message icon={Info} title={t('popup.failed')} />}</main>;
  }
  return <Known api={api} state={state} refresh={refresh} />;
}

function Known({
  api,
  state,
  refresh,
}: {
  api: ViewApi;
  state: TabState;
  refresh: () => Promise<void>;
}): VNode {
  const { place, open, back } = useWay();
  const site = useSite(api, state, refresh);
  const jumps = useJumps(api, state);
  const { unread, mentions } = state;
  const found = unread === undefined && mentions.length > 0 ? formatNumber(mentions.length) : undefined;
  const isHere = mentions.some(({ entity }) => entity === place?.entity);
  return (
    <main>
      <div hidden={place !== undefined}>
        <SiteHead site={site} api={api} />
        <Tabs
          label={t('popup.views')}
          tabs={[
            {
              id: 'page',
              label: t('popup.page'),
              ...(found === undefined ? {} : { aside: found }),
              panel: () => <PageTab site={site} api={api} jumps={jumps} open={open} />,
            },
            {
              id: 'search',
              label: t('popup.search'),
              panel: (pressed) => <SearchTab ask={api.ask} open={open} focus={pressed} />,
            },
            {
              id: 'dataset',
              label: t('popup.dataset'),
              panel: () => <DatasetTab api={api} changed={refresh} />,
            },
          ]}
        />
      </div>
      {place && (
        <EntityView place={place} api={api} back={back} follow={open} {...(isHere ? { jumps } : {})} />
      )}
    </main>
  );
}
