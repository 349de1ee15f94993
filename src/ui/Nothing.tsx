/** A page without a name of the packs: what was read and looked for, so that an empty list is not taken for a failure. */
import { CircleSlash, Eye, Plus } from 'lucide';
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../card/Icon.tsx';
import { count, t } from '../i18n.ts';
import type { PackSummary } from '../messages/ui.ts';
import { Message } from './Message.tsx';
import type { ViewApi } from './view-api.ts';

export function Nothing({ api }: { api: ViewApi }): VNode {
  const { ask, openOptions, openWelcome } = api;
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
        <div class="soft">
          {on.length === 0
            ? t('popup.allPacksOff')
            : t('popup.lookedFor', {
                entities: count('popup.entities', entities),
                packs: count('popup.packs', on.length),
              })}
          {on.length > 0 && (
            <ul class="titles">
              {on.map(({ id, title }) => (
                <li key={id}>
                  <bdi>{title}</bdi>
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
      <p class="choices">
        <button type="button" class="plain" onClick={openWelcome}>
          <Icon of={Eye} class="lead" />
          {t('popup.sample')}
        </button>
        <button type="button" class="plain" onClick={() => openOptions('names')}>
          <Icon of={Plus} class="lead" />
          {t('popup.addName')}
        </button>
      </p>
    </Message>
  );
}
