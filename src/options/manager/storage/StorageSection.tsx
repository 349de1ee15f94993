/** What lies on this device: how much, whether the browser keeps it, a copy of everything, and an end to everything. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { formatNumber, t } from '../../../i18n.ts';
import type { StorageUse } from '../../../store/manager-api.ts';
import type { ManagerApi } from '../api.ts';
import { Trouble, TroubleLine } from '../Trouble.tsx';
import { isClosed, needsRecovery } from '../trouble.ts';
import { useAnswer } from '../use-answer.ts';
import { useWork } from '../use-work.ts';
import { Waited } from '../Waited.tsx';
import { useRevision } from '../written.ts';
import { Backup } from './Backup.tsx';
import { bytesText } from './bytes.ts';
import { Recovery } from './Recovery.tsx';
import { Wipe } from './Wipe.tsx';

export function StorageSection({ api }: { api: ManagerApi }): VNode {
  const revision = useRevision(api);
  const use = useAnswer(() => api.store.storage(), `${revision}`);
  const packs = useAnswer(() => api.store.packs(), `${revision}`);
  const error = [packs.error, use.error].find(isClosed);
  if (error !== undefined) {
    const again = () => {
      packs.refresh();
      use.refresh();
    };
    return needsRecovery(error) ? (
      <Recovery api={api} error={error} again={again} />
    ) : (
      <Trouble error={error} again={again} />
    );
  }
  return (
    <>
      <Waited for={use}>{(now) => <Use api={api} use={now} changed={use.refresh} />}</Waited>
      <Backup api={api} />
      <Wipe api={api} />
    </>
  );
}

function Use({ api, use, changed }: { api: ManagerApi; use: StorageUse; changed: () => void }): VNode {
  const { usage, quota, persisted } = use;
  const work = useWork();
  const [refused, setRefused] = useState(false);
  const ask = () =>
    work.start(async () => {
      setRefused(!(await api.store.persist()));
      changed();
    });
  return (
    <section class="block">
      <h3>{t('manager.storage.use')}</h3>
      <p>{t('manager.storage.used', { used: bytesText(usage), quota: bytesText(quota) })}</p>
      {quota > 0 && (
        <meter
          min={0}
          max={quota}
          value={usage}
          aria-label={t('manager.storage.use')}
          title={t('manager.storage.percent', { number: formatNumber(Math.round((usage / quota) * 100)) })}
        />
      )}
      <p class="soft">{t(persisted ? 'manager.storage.persisted' : 'manager.storage.notPersisted')}</p>
      {!persisted && (
        <div class="acts">
          <button type="button" disabled={work.busy} onClick={ask}>
            {t('manager.storage.persist')}
          </button>
          {refused && <span role="status">{t('manager.storage.persistRefused')}</span>}
        </div>
      )}
      <TroubleLine error={work.error} />
    </section>
  );
}
