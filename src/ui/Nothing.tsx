/** A page without a name of the packs: what was read and looked for, so that an empty list is not taken for a failure. */
import { CircleSlash, Download, Eye, Package, Plus } from 'lucide';
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../card/Icon.tsx';
import { count, t } from '../i18n.ts';
import type { PackSummary } from '../messages/ui.ts';
import { Message } from './Message.tsx';
import type { ViewApi } from './view-api.ts';

export function Nothing({ api }: { api: ViewApi }): VNode {
  const { ask, openOptions, openWelcome, tabId } = api;
  const [packs, setPacks] = useState<PackSummary[] | 'failed'>();
  useEffect(() => {
    ask('packs', {}).then(setPacks, () => setPacks('failed'));
  }, [ask]);
  const addName = (
    <button type="button" class="plain" onClick={() => openOptions('names')}>
      <Icon of={Plus} class="lead" />
      {t('popup.addName')}
    </button>
  );
  if (packs !== 'failed' && packs?.length === 0) {
    return (
      <Message icon={Package} title={t('popup.noPacks')}>
        <p>{t('popup.noPacksText')}</p>
        <p class="choices">
          <button type="button" class="plain" onClick={() => openOptions(`import/tab=${tabId}`)}>
            <Icon of={Download} class="lead" />
            {t('dataset.import')}
          </button>
          {addName}
        </p>
      </Message>
    );
  }
  return (
    <Message icon={CircleSlash} title={t('popup.nothing')}>
      <p>{t('popup.nothingText')}</p>
      {packs === 'failed' && <p class="warning">{t('popup.packsUnknown')}</p>}
      {packs !== undefined && packs !== 'failed' && <LookedFor packs={packs} />}
      <p class="choices">
        <button type="button" class="plain" onClick={openWelcome}>
          <Icon of={Eye} class="lead" />
          {t('popup.sample')}
        </button>
        {addName}
      </p>
    </Message>
  );
}

function LookedFor({ packs }: { packs: readonly PackSummary[] }): VNode {
  const on = packs.filter((pack) => pack.on);
  if (on.length === 0) return <div class="soft">{t('popup.allPacksOff')}</div>;
  const entities = on.reduce((sum, pack) => sum + pack.entities, 0);
  return (
    <div class="soft">
      {t('popup.lookedFor', {
        entities: count('popup.entities', entities),
        packs: count('popup.packs', on.length),
      })}
      <ul class="titles">
        {on.map(({ id, title }) => (
          <li key={id}>
            <bdi>{title}</bdi>
          </li>
        ))}
      </ul>
    </div>
  );
}
