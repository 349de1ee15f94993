/** The formats in which a pack can be taken along. A pack file gives back exactly what was there. */
import { ChevronRight } from 'lucide';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from '../../../card/Icon.tsx';
import type { LeftOut } from '../../../dataset/formats/left-out.ts';
import type { WrittenFormat } from '../../../dataset/formats/write.ts';
import { t } from '../../../i18n.ts';
import type { PackRow } from '../../../store/manager-api.ts';
import type { ManagerApi } from '../api.ts';
import { readerLangs } from '../langs.ts';
import { TroubleLine } from '../Trouble.tsx';
import { useAnswer } from '../use-answer.ts';
import { useWork } from '../use-work.ts';
import { dossierWords } from './dossier-words.ts';

const FORMATS = [
  { id: 'pack', label: 'manager.format.pack', text: 'manager.export.pack', ending: 'json' },
  { id: 'csv', label: 'manager.format.csv', text: 'manager.export.csv', ending: 'csv' },
  { id: 'json-ld', label: 'manager.format.jsonLd', text: 'manager.export.jsonLd', ending: 'jsonld' },
  { id: 'markdown', label: 'manager.format.markdown', text: 'manager.export.markdown', ending: 'md' },
] as const satisfies readonly { id: WrittenFormat; label: string; text: string; ending: string }[];

export function ExportPack({ api, pack }: { api: ManagerApi; pack: PackRow }): VNode {
  const edited = pack.counts.edited > 0;
  const [withEdits, setWithEdits] = useState(true);
  const edits = withEdits ? 'with' : 'without';
  const losses = useAnswer(() => api.store.exportLosses(pack.id, edits), `${pack.id} ${edits}`);
  const work = useWork();
  const save = ({ id, ending }: (typeof FORMATS)[number]) =>
    work.start(async () => {
      const file = await api.store.exportPack(pack.id, id, edits, {
        langs: readerLangs(),
        words: dossierWords(),
      });
      api.save(file, `${pack.id}-${pack.version}.${ending}`);
    });
  return (
    <div class="panel">
      {edited && (
        <label class="check">
          <input
            type="checkbox"
            checked={withEdits}
            onChange={({ currentTarget }) => setWithEdits(currentTarget.checked)}
          />
          {t('manager.export.withEdits')}
        </label>
      )}
      <ul class="rows">
        {FORMATS.map((format) => (
          <li key={format.id}>
            <span>
              {t(format.label)} <span class="soft">{t(format.text)}</span>
              <Losses kinds={losses.value?.[format.id] ?? []} />
            </span>
            <button
              type="button"
              disabled={work.busy}
              aria-label={t('manager.export.saveAs', { format: t(format.label) })}
              onClick={() => save(format)}
            >
              {t('manager.export.save')}
            </button>
          </li>
        ))}
      </ul>
      <TroubleLine error={work.error ?? losses.error} />
    </div>
  );
}

/** What would not be in the file, before it is saved. */
function Losses({ kinds }: { kinds: readonly LeftOut[] }): VNode | null {
  if (kinds.length === 0) return null;
  return (
    <details class="fold losses">
      <summary>
        <Icon of={ChevronRight} class="lead way" />
        {t('manager.export.without')}
      </summary>
      <ul>
        {kinds.map((kind) => (
          <li key={kind}>{t(`manager.export.lost.${kind}`)}</li>
        ))}
      </ul>
    </details>
  );
}
