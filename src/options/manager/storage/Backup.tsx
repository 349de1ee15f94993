/** Everything in one file, and back from it: looked at before anything is replaced. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../../../i18n.ts';
import type { RestorePreview } from '../../../store/manager-api.ts';
import type { ManagerApi } from '../api.ts';
import { TroubleLine } from '../Trouble.tsx';
import { useWork } from '../use-work.ts';
import { announce } from '../written.ts';
import { InBackup } from './InBackup.tsx';

export function Backup({ api }: { api: ManagerApi }): VNode {
  const [chosen, setChosen] = useState<{ file: File; preview: RestorePreview }>();
  const work = useWork();
  const backUp = () =>
    work.start(async () => {
      const day = new Date().toISOString().slice(0, 10);
      api.save(await api.store.backup(), `sidelight-backup-${day}.json`);
    });
  const look = (file: File) =>
    work.start(async () => setChosen({ file, preview: await api.store.previewRestore(file) }));
  const restore = (file: File) =>
    work.start(async () => {
      announce(api, await api.store.restore(file, { what: 'restored' }));
      setChosen(undefined);
    });
  return (
    <section class="block">
      <h3>{t('manager.storage.backup')}</h3>
      <p class="soft">{t('manager.storage.backupText')}</p>
      <div class="acts">
        <button type="button" disabled={work.busy} onClick={backUp}>
          {t('manager.storage.saveBackup')}
        </button>
        <label class="button">
          {t('manager.storage.restore')}
          <input
            type="file"
            class="hidden"
            accept=".json,application/json"
            onChange={({ currentTarget }) => {
              const [file] = currentTarget.files ?? [];
              if (file !== undefined) look(file);
              currentTarget.value = '';
            }}
          />
        </label>
      </div>
      {chosen !== undefined && (
        <div class="panel stack" role="status">
          <InBackup preview={chosen.preview} />
          <div class="acts">
            {chosen.preview.ok && (
              <button type="button" class="main" disabled={work.busy} onClick={() => restore(chosen.file)}>
                {t('manager.storage.restoreNow')}
              </button>
            )}
            <button type="button" onClick={() => setChosen(undefined)}>
              {t('manager.cancel')}
            </button>
          </div>
        </div>
      )}
      <TroubleLine error={work.error} />
    </section>
  );
}
