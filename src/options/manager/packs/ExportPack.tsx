/** The formats in which a pack can be taken along. A pack file gives back exactly what was there. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { WRITTEN_FORMATS, type WrittenFormat } from '../../../dataset/formats/write.ts';
import { t } from '../../../i18n.ts';
import type { PackRow } from '../../../store/manager-api.ts';
import type { ManagerApi } from '../api.ts';
import { TroubleLine } from '../Trouble.tsx';
import { useWork } from '../use-work.ts';

const FORMATS = {
  pack: { label: 'manager.format.pack', text: 'manager.export.pack', ending: 'json' },
  csv: { label: 'manager.format.csv', text: 'manager.export.csv', ending: 'csv' },
  'json-ld': { label: 'manager.format.jsonLd', text: 'manager.export.jsonLd', ending: 'jsonld' },
  markdown: { label: 'manager.format.markdown', text: 'manager.export.markdown', ending: 'md' },
} as const;

export function ExportPack({ api, pack }: { api: ManagerApi; pack: PackRow }): VNode {
  const edited = pack.counts.edited > 0;
  const [withEdits, setWithEdits] = useState(true);
  const work = useWork();
  const save = (format: WrittenFormat) =>
    work.start(async () => {
      const file = await api.store.exportPack(pack.id, format, withEdits ? 'with' : 'without');
      api.save(file, `${pack.id}-${pack.version}.${FORMATS[format].ending}`);
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
        {WRITTEN_FORMATS.map((format) => (
          <li key={format}>
            <span>
              {t(FORMATS[format].label)} <span class="soft">{t(FORMATS[format].text)}</span>
            </span>
            <button
              type="button"
              disabled={work.busy}
              aria-label={t('manager.export.saveAs', { format: t(FORMATS[format].label) })}
              onClick={() => save(format)}
            >
              {t('manager.export.save')}
            </button>
          </li>
        ))}
      </ul>
      <TroubleLine error={work.error} />
    </div>
  );
}
