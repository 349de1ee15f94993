/** The packs: what each holds, where it comes from, when it was checked, and what can be done with it. */
import { FileInput, ListPlus, Package, Plus } from 'lucide';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from '../../../card/Icon.tsx';
import { t } from '../../../i18n.ts';
import type { PackRow } from '../../../store/manager-api.ts';
import { Message } from '../../../ui/Message.tsx';
import type { ManagerApi } from '../api.ts';
import { useAnswer } from '../use-answer.ts';
import { Waited } from '../Waited.tsx';
import { useRevision } from '../written.ts';
import { NewPack } from './NewPack.tsx';
import { PackItem } from './PackItem.tsx';

interface Shelf {
  packs: PackRow[];
  /** Ids of the packs whose names are looked for. */
  on: Set<string>;
}

export function Packs({ api }: { api: ManagerApi }): VNode {
  const revision = useRevision(api);
  const [making, setMaking] = useState(false);
  const shelf = useAnswer<Shelf>(async () => {
    const [packs, summaries] = await Promise.all([api.store.packs(), api.ask('packs', {})]);
    return { packs, on: new Set(summaries.filter(({ on }) => on).map(({ id }) => id)) };
  }, `${revision}`);
  return (
    <>
      <div class="acts">
        <a class="button main" href="#names">
          <Icon of={ListPlus} class="lead" />
          {t('manager.packs.addNames')}
        </a>
        <a class="button" href="#import">
          <Icon of={FileInput} class="lead" />
          {t('manager.packs.import')}
        </a>
        <button type="button" aria-expanded={making} onClick={() => setMaking(!making)}>
          <Icon of={Plus} class="lead" />
          {t('manager.packs.new')}
        </button>
      </div>
      {making && <NewPack api={api} done={() => setMaking(false)} />}
      <Waited for={shelf}>
        {({ packs, on }) =>
          packs.length === 0 ? (
            <Message icon={Package} title={t('manager.packs.none')}>
              <p>{t('manager.packs.noneText')}</p>
            </Message>
          ) : (
            <ul class="packs">
              {packs.map((pack) => (
                <PackItem key={pack.id} api={api} pack={pack} on={on.has(pack.id)} changed={shelf.refresh} />
              ))}
            </ul>
          )
        }
      </Waited>
    </>
  );
}
