/** The two changes that reach further than this mention, and the way to the side panel; they stay in reach while the content is scrolled. */
import { BellOff, PanelRight, Power } from 'lucide';
import type { VNode } from 'preact';
import type { CardContent } from '../dataset/card-content.ts';
import { t } from '../i18n.ts';
import type { CardProps } from './Card.tsx';
import { Icon } from './Icon.tsx';
import { NoticeBar, offersAgain } from './NoticeBar.tsx';
import { changeTo, noticesOf } from './state.ts';
import { Away } from './Text.tsx';

export function Foot({
  group,
  state,
  write,
  openPanel,
}: CardProps & { group: readonly CardContent[] }): VNode | null {
  const notices = noticesOf(state, group).filter(({ kind }) => kind !== 'notThisPerson');
  const [first] = group;
  const key = first?.key ?? '';
  const address = first?.pack.corrections;
  const corrections = address === undefined || address.startsWith('https:') ? address : `mailto:${address}`;
  if (!write && !openPanel && corrections === undefined) return null;
  return (
    <footer class="foot">
      {notices.map((notice) => (
        <div key={notice.kind} class="notice">
          <NoticeBar notice={notice} write={write} />
        </div>
      ))}
      {notices.every(offersAgain) && (
        <p class="acts">
          {write && (
            <>
              <button
                type="button"
                title={t('card.muteLabel')}
                onClick={() => write(changeTo(group, 'mute'), true)}
              >
                <Icon of={BellOff} class="lead" />
                {t('card.mute')}
              </button>
              <button type="button" onClick={() => write(changeTo(group, 'siteOff'), true)}>
                <Icon of={Power} class="lead" />
                {t('card.siteOff')}
              </button>
            </>
          )}
          {openPanel && (
            <button type="button" onClick={() => openPanel(key)}>
              <Icon of={PanelRight} class="lead way" />
              {t('card.openPanel')}
            </button>
          )}
          {corrections !== undefined && <Away to={corrections}>{t('card.corrections')}</Away>}
        </p>
      )}
    </footer>
  );
}
