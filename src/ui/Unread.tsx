/** Why a page is not read, and what can be done about it. */
import { CirclePause, EyeOff, FileX, HatGlasses, LoaderCircle, Lock, PanelTop, PowerOff } from 'lucide';
import type { VNode } from 'preact';
import { t } from '../i18n.ts';
import type { Unread as Why } from '../messages/ui.ts';
import { Message } from './Message.tsx';
import { pausedUntil } from './PauseControl.tsx';
import type { Site } from './use-site.ts';
import type { ViewApi } from './view-api.ts';

interface UnreadProps {
  why: Why;
  site: Site;
  api: ViewApi;
}

export function Unread({ why, site, api }: UnreadProps): VNode {
  const { state } = site;
  switch (why) {
    case 'browser-page':
      return <BrowserPage />;
    case 'unseen':
      // Not even the button, which has opened the popup, lets it be seen.
      if (api.openPanel) return <BrowserPage />;
      return (
        <Message icon={EyeOff} title={t('popup.unseen')}>
          <p>{t('popup.unseenText')}</p>
          <button type="button" class="main" onClick={() => api.openOptions('sites')}>
            {t('popup.unseenOptions')}
          </button>
        </Message>
      );
    case 'viewer':
      return (
        <Message icon={FileX} title={t('popup.viewer')}>
          <p>{t('popup.viewerText')}</p>
        </Message>
      );
    case 'no-permission':
      return (
        <Message icon={Lock} title={t('popup.noPermission')}>
          <p>{t(site.allow ? 'popup.noPermissionText' : 'popup.noPermissionPrivate')}</p>
          <button type="button" class="main" onClick={site.allow ?? site.readOnce}>
            {t(site.allow ? 'popup.allow' : 'popup.readOnce')}
          </button>
        </Message>
      );
    case 'off':
      return (
        <Message icon={PowerOff} title={t('popup.off')}>
          <p>{t('popup.offText')}</p>
          {state.by === 'default' && (
            <button type="button" class="main" onClick={site.readOnce}>
              {t('popup.readOnce')}
            </button>
          )}
        </Message>
      );
    case 'paused':
      return (
        <Message icon={CirclePause} title={t('popup.pausedTitle')}>
          {state.pause !== null && <p>{pausedUntil(state.pause)}</p>}
          <p class="soft">{t('popup.pausedText')}</p>
          <button type="button" class="main" onClick={() => site.pause(null)}>
            {t('popup.pause.resume')}
          </button>
        </Message>
      );
    case 'private':
      return (
        <Message icon={HatGlasses} title={t('popup.private')}>
          <p>{t('popup.privateText')}</p>
          <button type="button" class="main" onClick={() => api.openOptions('sites')}>
            {t('popup.privateOptions')}
          </button>
        </Message>
      );
    case 'loading':
      return <Message icon={LoaderCircle} title={t('popup.loading')} />;
  }
}

function BrowserPage(): VNode {
  return (
    <Message icon={PanelTop} title={t('popup.browserPage')}>
      <p>{t('popup.browserPageText')}</p>
    </Message>
  );
}
