/** The top of popup and panel: the site and what is done there, the pause, and what is wrong with the store. */
import { Globe, Info, PanelRight } from 'lucide';
import type { VNode } from 'preact';
import { Icon } from '../card/Icon.tsx';
import { t } from '../i18n.ts';
import { PauseControl } from './PauseControl.tsx';
import { SiteMode } from './SiteMode.tsx';
import { siteName } from './site-name.ts';
import type { Site } from './use-site.ts';
import type { ViewApi } from './view-api.ts';

export function SiteHead({ site, api: { openPanel } }: { site: Site; api: ViewApi }): VNode {
  const { state } = site;
  return (
    <header class="top">
      <div class="tools">
        <p class="here" aria-hidden="true">
          {state.site !== '' && (
            <>
              <Icon of={Globe} class="lead" />
              <bdi>{siteName(state.site)}</bdi>
            </>
          )}
        </p>
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
