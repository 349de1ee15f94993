/** The top of popup and panel: the site and what is done there, the pause, and what is wrong with the store. */
import { Info, PanelRight } from 'lucide';
import type { VNode } from 'preact';
import { Icon } from '../card/Icon.tsx';
import { t } from '../i18n.ts';
import { PauseControl } from './PauseControl.tsx';
import { SiteMode } from './SiteMode.tsx';
import type { Site } from './use-site.ts';
import type { ViewApi } from './view-api.ts';

export function SiteHead({ site, api: { openPanel } }: { site: Site; api: ViewApi }): VNode {
  const { state } = site;
  return (
    <header class="top">
      <div class="tools">
        {state.unread !== 'paused' && <PauseControl site={site} />}
        {openPanel && (
          <button type="button" onClick={openPanel}>
            <Icon of={PanelRight} class="lead way" />
            {t('popup.openPanel')}
          </button>
        )}
      </div>
      {state.site !== '' && <SiteMode site={site} />}
      {state.storeBroken && (
        <p class="broken" role="status">
          <Icon of={Info} />
          {t('popup.storeBroken')}
        </p>
      )}
    </header>
  );
}
