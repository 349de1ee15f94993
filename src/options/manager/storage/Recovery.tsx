/** The database cannot be opened: what still works, what can be saved of it, and what can be tried. */
import { DatabaseZap } from 'lucide';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { formatNumber, t } from '../../../i18n.ts';
import type { Recovered } from '../../../store/manager-api.ts';
import { Message } from '../../../ui/Message.tsx';
import type { ManagerApi } from '../api.ts';
import { TroubleLine } from '../Trouble.tsx';
import { useWork } from '../use-work.ts';
import { tableName } from './table-name.ts';
import { Wipe } from './Wipe.tsx';

interface RecoveryProps {
  api: ManagerApi;
  trouble: 'store-broken' | 'store-newer';
}

export function Recovery({ api, trouble }: RecoveryProps): VNode {
  const [recovered, setRecovered] = useState<Recovered>();
  const work = useWork();
  const newer = trouble === 'store-newer';
  const recover = () =>
    work.start(async () => {
      const found = await api.store.recover();
      setRecovered(found);
      api.save(found.file, 'sidelight-recovered.json');
    });
  return (
    <>
      <Message icon={DatabaseZap} title={t('manager.brokenTitle')}>
        <p>{t(newer ? 'manager.trouble.storeNewer' : 'manager.trouble.storeBroken')}</p>
        <p class="soft">{t('manager.recovery.try')}</p>
        <button type="button" class="main" disabled={work.busy} onClick={recover}>
          {t('manager.recovery.save')}
        </button>
      </Message>
      <TroubleLine error={work.error} />
      {recovered !== undefined && (
        <table class="changes">
          <caption>{t('manager.recovery.saved')}</caption>
          <tbody>
            {recovered.tables.map(({ name, rows, complete }) => (
              <tr key={name}>
                <th scope="row">{tableName(name)}</th>
                <td class="number">{formatNumber(rows)}</td>
                <td>{t(complete ? 'manager.recovery.complete' : 'manager.recovery.partly')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {!newer && <Wipe api={api} />}
    </>
  );
}
