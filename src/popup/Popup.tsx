/** The popup: this site and its mode, what this page mentions, and the packs. */
import { Info } from 'lucide';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from '../card/Icon.tsx';
import { formatNumber, t } from '../i18n.ts';
import type { Mode } from '../settings/schema.ts';
import { Message } from '../ui/Message.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import type { PopupApi } from './api.ts';
import { DatasetTab } from './DatasetTab.tsx';
import { EntityView, type Place } from './EntityView.tsx';
import { PageTab } from './PageTab.tsx';
import { SiteMode } from './SiteMode.tsx';
import { useTab } from './use-tab.ts';

export function Popup({ api }: { api: PopupApi }): VNode {
  const [way, setWay] = useState<readonly Place[]>([]);
  const { state, failed, refresh } = useTab(api);
  const place = way.at(-1);
  if (place !== undefined) {
    return (
      <EntityView
        place={place}
        api={api}
        back={() => setWay(way.slice(0, -1))}
        follow={(next) => setWay([...way, next])}
      />
    );
  }
  if (state === undefined) {
    return <main>{failed && <Message icon={Info} title={t('popup.failed')} />}</main>;
  }

  const { site, unread, mentions } = state;
  const setMode = (mode: Mode) => api.ask('setMode', { site, mode }).then(refresh, refresh);
  /** The popup may close under the browser's question: the mode is set before the answer comes. */
  const allow = async (mode: Mode): Promise<boolean> => {
    const answer = api.requestSite(site);
    if (mode !== state.mode) await setMode(mode);
    const granted = await answer;
    if (granted) await api.ask('permissionsChanged', {}).then(refresh, refresh);
    return granted;
  };
  const choose = (mode: Mode) => (unread === 'no-permission' && mode !== 'off' ? allow(mode) : setMode(mode));

  const found = unread === undefined && mentions.length > 0 ? formatNumber(mentions.length) : undefined;
  return (
    <main>
      {site !== '' && <SiteMode site={site} mode={state.mode} choose={choose} />}
      {state.storeBroken && (
        <p class="broken" role="status">
          <Icon of={Info} />
          {t('popup.storeBroken')}
        </p>
      )}
      <Tabs
        label={t('popup.views')}
        tabs={[
          {
            id: 'page',
            label: t('popup.page'),
            ...(found === undefined ? {} : { aside: found }),
            panel: () => (
              <PageTab
                state={state}
                api={api}
                allow={() => allow(state.mode === 'off' ? 'marks' : state.mode)}
                open={({ entity, name }) => setWay([{ entity, name }])}
              />
            ),
          },
          {
            id: 'dataset',
            label: t('popup.dataset'),
            panel: () => <DatasetTab api={api} changed={refresh} />,
          },
        ]}
      />
    </main>
  );
}
