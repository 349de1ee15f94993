/** An empty pack of the reader's own. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../../../i18n.ts';
import type { ManagerApi } from '../api.ts';
import { TextField } from '../Field.tsx';
import { TroubleLine } from '../Trouble.tsx';
import { useWork } from '../use-work.ts';
import { announce } from '../written.ts';

export function NewPack({ api, done }: { api: ManagerApi; done: () => void }): VNode {
  const [title, setTitle] = useState('');
  const work = useWork();
  const make = (event: Event) => {
    event.preventDefault();
    const name = title.trim();
    if (name === '') return;
    work.start(async () => {
      const title = { [t('uiLang')]: name };
      const saved = await api.store.createPack({ title }, [], { what: 'made', name });
      if (saved.ok) announce(api, saved);
      done();
    });
  };
  return (
    <form class="panel" onSubmit={make}>
      <TextField
        label={t('manager.packs.title')}
        value={title}
        set={setTitle}
        hint={t('manager.packs.newHint')}
      />
      <div class="acts">
        <button type="submit" class="main" disabled={title.trim() === '' || work.busy}>
          {t('manager.packs.make')}
        </button>
        <button type="button" onClick={done}>
          {t('manager.cancel')}
        </button>
      </div>
      <TroubleLine error={work.error} />
    </form>
  );
}
