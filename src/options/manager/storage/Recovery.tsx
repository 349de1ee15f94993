/** The database cannot be opened: what still works, what can be saved of it, and what can be tried. */
import { DatabaseZap } from 'lucide';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { formatNumber, t } from '../../../i18n.ts';
import type { Recovered } from '../../../store/manager-api.ts';
import { Message } from '../../../ui/Message.tsx';
import type { ManagerApi } from '../api.ts';
import { TroubleLine, troubleText } from '../Trouble.tsx';
import { troubleOf } from '../trouble.ts';
import { useWork } from '../use-work.ts';
import { tableName } from './table-name.ts';
import { Wipe } from './Wipe.tsx';

interface RecoveryProps {
  api: ManagerApi;
  /** Why it cannot be opened. */
  error: unknown;
  again: () => void;
}

export function Recovery({ api, error, again }: RecoveryProps): VNode {
  const [recovered, setRecovered] = useState<Recovered>();
  const work = useWork();
  const recover = () =>
    work.start(async () => {
      const found = await api.store.recover();
      setRecovered(found);
      api.save(found.file, 'sidelight-recovered.json');
    });
  return (
    <>
      <Message icon={DatabaseZap} title={t('manager.brokenTitle')}>
        <p>{troubleText(error)}</p>
        <p class="soft">{t('manager.recovery.try')}</p>
        <div class="acts">
          <button type="button" class="main" disabled={work.busy} onClick={recover}>
            {t('manager.recovery.save')}
          </button>
          <button type="button" onClick={again}>
            {t('card.retry')}
          </button>
        </div>
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
      {troubleOf(error) !== 'store-newer' && <Wipe api={api} />}
    </>
  );
}
