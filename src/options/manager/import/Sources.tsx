/** Where a pack can come from: a file, the clipboard, or a tab in which it is open. Never from the network. */
import { ClipboardPaste, FileUp, PanelTop } from 'lucide';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from '../../../card/Icon.tsx';
import { t } from '../../../i18n.ts';
import type { ManagerApi } from '../api.ts';
import { TextField } from '../Field.tsx';
import { OpenTabs } from './OpenTabs.tsx';

interface SourcesProps {
  api: ManagerApi;
  path: string;
  open: (source: Blob | string, fileName?: string) => void;
}

const ACCEPT = '.json,.jsonl,.ndjson,.jsonld,.csv,.tsv,.txt,application/json,text/csv,text/plain';

export function Sources({ api, path, open }: SourcesProps): VNode {
  const [text, setText] = useState('');
  return (
    <div class="sources">
      <div class="drop">
        <Icon of={FileUp} />
        <p>{t('manager.import.drop')}</p>
        <label class="button main">
          {t('manager.import.choose')}
          <input
            type="file"
            class="hidden"
            accept={ACCEPT}
            onChange={({ currentTarget }) => {
              const [file] = currentTarget.files ?? [];
              if (file !== undefined) open(file, file.name);
              // The same file can be chosen again.
              currentTarget.value = '';
            }}
          />
        </label>
        <p class="soft">{t('manager.import.formats')}</p>
      </div>
      <details class="panel">
        <summary>
          <Icon of={ClipboardPaste} class="lead" />
          {t('manager.import.paste')}
        </summary>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (text.trim() !== '') open(text);
          }}
        >
          <TextField label={t('manager.import.pasteLabel')} rows={8} value={text} set={setText} dir="ltr" />
          <div class="acts">
            <button type="submit" disabled={text.trim() === ''}>
              {t('manager.import.look')}
            </button>
          </div>
        </form>
      </details>
      <details class="panel" open={path !== ''}>
        <summary>
          <Icon of={PanelTop} class="lead" />
          {t('manager.import.fromTab')}
        </summary>
        <OpenTabs api={api} path={path} open={open} />
      </details>
    </div>
  );
}
