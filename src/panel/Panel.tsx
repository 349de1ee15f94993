/** The side panel: the dossier of the page in front, which stays open while one reads. */
import { Info } from 'lucide';
import type { VNode } from 'preact';
import { t } from '../i18n.ts';
import type { TabState } from '../messages/ui.ts';
import { EntityView } from '../ui/EntityView.tsx';
import { Message } from '../ui/Message.tsx';
import { Nothing } from '../ui/Nothing.tsx';
import { SiteHead } from '../ui/SiteHead.tsx';
import { Unread } from '../ui/Unread.tsx';
import { useJumps } from '../ui/use-jumps.ts';
import { useSite } from '../ui/use-site.ts';
import { useTab } from '../ui/use-tab.ts';
import { useWay } from '../ui/use-way.ts';
import type { ViewApi } from '../ui/view-api.ts';
import { Dossier } from './Dossier.tsx';
import { type AskedFor, useAskedFor } from './use-asked-for.ts';

interface PanelProps {
  api: ViewApi;
  /** The browser's number of the window that it stands in. */
  windowId: number;
}

export function Panel({ api, windowId }: PanelProps): VNode {
  const { state, failed, refresh } = useTab(api);
  const askedFor = useAskedFor(api, windowId);
  if (state === undefined) {
    return <main aria-busy={!failed}>{failed && <Message icon={Info} title={t('popup.failed')} />}</main>;
  }
  return <Known key={api.tabId} api={api} state={state} refresh={refresh} askedFor={askedFor} />;
}

interface KnownProps {
  api: ViewApi;
  state: TabState;
  refresh: () => Promise<void>;
  askedFor: AskedFor | undefined;
}

function Known({ api, state, refresh, askedFor }: KnownProps): VNode {
  const { place, open, back } = useWay();
  const site = useSite(api, state, refresh);
  const jumps = useJumps(api, state);
  const { unread, mentions } = state;
  const isHere = mentions.some(({ entity }) => entity === place?.entity);
  return (
    <main>
      <div hidden={place !== undefined}>
        <SiteHead site={site} api={api} />
        {unread !== undefined && <Unread why={unread} site={site} api={api} />}
        {unread === undefined && mentions.length === 0 && <Nothing api={api} />}
        {unread === undefined && mentions.length > 0 && (
          <Dossier mentions={mentions} ask={api.ask} jumps={jumps} follow={open} askedFor={askedFor} />
        )}
      </div>
      {place && (
        <EntityView place={place} api={api} back={back} follow={open} {...(isHere ? { jumps } : {})} />
      )}
    </main>
  );
}
