/** An end to everything. There is no Undo: it takes a second step, and a word that nobody types by chance. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../../../i18n.ts';
import type { ManagerApi } from '../api.ts';
import { TextField } from '../Field.tsx';
import { TroubleLine } from '../Trouble.tsx';
import { useWork } from '../use-work.ts';

export function Wipe({ api }: { api: ManagerApi }): VNode {
  const [asked, setAsked] = useState(false);
  const [typed, setTyped] = useState('');
  const work = useWork();
  const word = t('manager.storage.wipeWord');
  const wipe = (event: Event) => {
    event.preventDefault();
    if (typed.trim() !== word) return;
    work.start(async () => {
      await api.store.wipe();
      api.notices.done(t('manager.storage.wiped'));
      setAsked(false);
      setTyped('');
    });
  };
  return (
    <section class="block">
      <h3>{t('manager.storage.wipe')}</h3>
      <p class="soft">{t('manager.storage.wipeText')}</p>
      {asked ? (
        <form class="panel" onSubmit={wipe}>
          <TextField
            label={t('manager.storage.wipeType', { word })}
            hint={t('manager.storage.wipeHint')}
            value={typed}
            set={setTyped}
          />
          <div class="acts">
            <button type="submit" class="danger" disabled={typed.trim() !== word || work.busy}>
              {t('manager.storage.wipeNow')}
            </button>
            <button type="button" onClick={() => setAsked(false)}>
              {t('manager.cancel')}
            </button>
          </div>
        </form>
      ) : (
        <div class="acts">
          <button type="button" class="danger" onClick={() => setAsked(true)}>
            {t('manager.storage.wipeAsk')}
          </button>
        </div>
      )}
      <TroubleLine error={work.error} />
    </section>
  );
}
