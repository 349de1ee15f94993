/** On this page: the mentions, or why there are none to show. */
import { CircleSlash, LoaderCircle, Lock, PanelTop, PowerOff } from 'lucide';
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { count, t } from '../i18n.ts';
import type { MentionSummary, PackSummary, TabState } from '../messages/ui.ts';
import { Message } from '../ui/Message.tsx';
import type { PopupApi } from './api.ts';
import { MentionList } from './MentionList.tsx';

interface PageTabProps {
  state: TabState;
  api: PopupApi;
  allow: () => Promise<boolean>;
  open: (mention: MentionSummary) => void;
}

export function PageTab({ state, api, allow, open }: PageTabProps): VNode {
  const { mentions, unread } = state;
  switch (unread) {
    case 'browser-page':
      return (
        <Message icon={PanelTop} title={t('popup.browserPage')}>
          <p>{t('popup.browserPageText')}</p>
        </Message>
      );
    case 'no-permission':
      return <Allow allow={allow} />;
    case 'off':
      return (
        <Message icon={PowerOff} title={t('popup.off')}>
          <p>{t('popup.offText')}</p>
        </Message>
      );
    case 'loading':
      return <Message icon={LoaderCircle} title={t('popup.loading')} />;
    default:
      return mentions.length === 0 ? <Nothing api={api} /> : <MentionList mentions={mentions} open={open} />;
  }
}

function Allow({ allow }: Pick<PageTabProps, 'allow'>): VNode {
  const [denied, setDenied] = useState(false);
  return (
    <Message icon={Lock} title={t('popup.noPermission')}>
      <p>{t('popup.noPermissionText')}</p>
      <button type="button" class="main" onClick={() => allow().then((granted) => setDenied(!granted))}>
        {t('popup.allow')}
      </button>
      {denied && <p class="soft">{t('popup.denied')}</p>}
    </Message>
  );
}

/** What was looked for, so that an empty list is not taken for a failure. */
function Nothing({ api: { ask } }: { api: PopupApi }): VNode {
  const [packs, setPacks] = useState<PackSummary[]>();
  useEffect(() => {
    ask('packs', {}).then(setPacks, () => setPacks([]));
  }, [ask]);
  const on = packs?.filter((pack) => pack.on) ?? [];
  const entities = on.reduce((sum, pack) => sum + pack.entities, 0);
  return (
    <Message icon={CircleSlash} title={t('popup.nothing')}>
      <p>{t('popup.nothingText')}</p>
      {packs && (
        <p class="soft">
          {on.length === 0
            ? t('popup.allPacksOff')
            : t('popup.lookedFor', {
                entities: count('popup.entities', entities),
                packs: count('popup.packs', on.length),
              })}
        </p>
      )}
    </Message>
  );
}
