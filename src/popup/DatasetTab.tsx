/** The packs: what each holds, when it was checked, and whether its names are looked for. */
import { Package } from 'lucide';
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { pair } from '../card/copy-text.ts';
import { count, formatDate, t } from '../i18n.ts';
import type { PackSummary } from '../messages/ui.ts';
import { Message } from '../ui/Message.tsx';
import type { PopupApi } from './api.ts';

interface DatasetTabProps {
  api: PopupApi;
  /** A pack was switched: what the page mentions may have changed. */
  changed: () => void;
}

export function DatasetTab({ api: { ask, openOptions }, changed }: DatasetTabProps): VNode | null {
  const [packs, setPacks] = useState<PackSummary[]>();
  const [failed, setFailed] = useState(false);
  const take = (answer: Promise<PackSummary[]>) =>
    answer.then(
      (next) => {
        setPacks(next);
        setFailed(false);
      },
      () => setFailed(true),
    );
  useEffect(() => {
    take(ask('packs', {}));
  }, [ask]);
  const turn = ({ id, on }: PackSummary) => take(ask('setPack', { packId: id, on: !on })).then(changed);
  return (
    <>
      {failed && <p class="warning">{t('popup.failed')}</p>}
      {packs?.length === 0 && <Message icon={Package} title={t('popup.noPacks')} />}
      {packs?.map((pack) => (
        <Row key={pack.id} pack={pack} turn={() => turn(pack)} />
      ))}
      <p class="more">
        <button type="button" onClick={openOptions}>
          {t('popup.options')}
        </button>
      </p>
    </>
  );
}

function Row({ pack, turn }: { pack: PackSummary; turn: () => void }): VNode {
  const { title, version, checked, entities, quotes, on, sensitive } = pack;
  return (
    <section class="pack">
      <label>
        <bdi class="title">{title}</bdi>
        <input type="checkbox" checked={on} aria-label={t('popup.usePack', { title })} onChange={turn} />
      </label>
      <p>{pair(count('popup.entities', entities), count('popup.quotes', quotes))}</p>
      <p class="soft">
        {pair(t('popup.version', { version }), t('popup.checked', { date: formatDate(checked) }))}
      </p>
      {sensitive && <p class="warning">{t('popup.sensitive')}</p>}
    </section>
  );
}
