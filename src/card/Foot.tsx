/** The pack that speaks, and the two changes that reach further than this mention. */
import { BellOff, Power } from 'lucide';
import type { VNode } from 'preact';
import type { CardContent } from '../dataset/card-content.ts';
import { formatDate, t } from '../i18n.ts';
import type { CardProps } from './Card.tsx';
import { Icon } from './Icon.tsx';
import { NoticeBar, offersAgain } from './NoticeBar.tsx';
import { Away } from './Text.tsx';

export function Foot({ group, state, write }: CardProps & { group: readonly CardContent[] }): VNode {
  const notice = state.notice?.kind === 'notThisPerson' ? null : state.notice;
  const [first] = group;
  const name = first?.name.text ?? '';
  const key = first?.key ?? '';
  const corrections = first?.pack.corrections;
  return (
    <footer class="foot">
      {group.length === 1 && first ? <PackLine content={first} /> : <p>{t('card.alsoIn')}</p>}
      {notice && (
        <div class="notice">
          <NoticeBar notice={notice} name={name} undo={() => write(notice.kind, key, false)} />
        </div>
      )}
      {offersAgain(notice) && (
        <p class="acts">
          <button type="button" title={t('card.muteLabel')} onClick={() => write('mute', key, true)}>
            <Icon of={BellOff} class="lead" />
            {t('card.mute')}
          </button>
          <button type="button" onClick={() => write('siteOff', key, true)}>
            <Icon of={Power} class="lead" />
            {t('card.siteOff')}
          </button>
          {corrections?.startsWith('https:') && <Away to={corrections}>{t('card.corrections')}</Away>}
        </p>
      )}
    </footer>
  );
}

function PackLine({ content: { pack } }: { content: CardContent }): VNode {
  const { title, version, checked } = pack;
  const date = formatDate(checked);
  return (
    <p class="pack-line">
      <bdi title={title.text}>{title.text}</bdi>
      <span>{t('card.packLine', { version, date })}</span>
    </p>
  );
}
