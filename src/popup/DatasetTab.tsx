/** The packs: what each holds, when it was checked, whether its names are looked for; and the ways to the manager. */
import { Download, Package, TableProperties, Upload } from 'lucide';
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { pair } from '../card/copy-text.ts';
import { Icon } from '../card/Icon.tsx';
import { count, formatDate, t } from '../i18n.ts';
import type { PackSummary } from '../messages/ui.ts';
import { Message } from '../ui/Message.tsx';
import type { ViewApi } from '../ui/view-api.ts';

interface DatasetTabProps {
  api: ViewApi;
  /** A pack was switched: what the page mentions may have changed. */
  changed: () => void;
}

/** The manager, an import, an export: all on the options page. A pack is exported where it is listed. */
const waysFrom = (tabId: number) =>
  [
    { place: 'packs', icon: TableProperties, label: 'dataset.manage' },
    // The tab may show a pack.
    { place: `import/tab=${tabId}`, icon: Download, label: 'dataset.import' },
    { place: 'packs', icon: Upload, label: 'dataset.export' },
  ] as const;

export function DatasetTab({ api: { ask, openOptions, tabId }, changed }: DatasetTabProps): VNode | null {
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
  const setBundled = (on: boolean) => take(ask('setBundled', { on })).then(changed);
  return (
    <>
      {failed && (
        <p class="warning" role="alert">
          {t('popup.failed')}
        </p>
      )}
      {packs?.length === 0 && <Message icon={Package} title={t('popup.noPacks')} />}
      {packs?.map((pack) => (
        <Row key={pack.id} pack={pack} turn={() => turn(pack)} remove={() => setBundled(false)} />
      ))}
      {packs && !packs.some(({ bundled }) => bundled) && (
        <p class="soft bundled" role="status">
          {t('dataset.withoutBundled')}{' '}
          <button type="button" class="link" onClick={() => setBundled(true)}>
            {t('dataset.bringBack')}
          </button>
        </p>
      )}
      <p class="choices ways">
        {waysFrom(tabId).map(({ place, icon, label }) => (
          <button key={label} type="button" class="plain" onClick={() => openOptions(place)}>
            <Icon of={icon} class="lead" />
            {t(label)}
          </button>
        ))}
      </p>
    </>
  );
}

function Row({ pack, turn, remove }: { pack: PackSummary; turn: () => void; remove: () => void }): VNode {
  const { title, version, checked, entities, quotes, on, sensitive, bundled } = pack;
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
      {bundled && (
        <p class="soft">
          {t('dataset.bundled')}{' '}
          <button type="button" class="link" onClick={remove}>
            {t('dataset.without')}
          </button>
        </p>
      )}
    </section>
  );
}
