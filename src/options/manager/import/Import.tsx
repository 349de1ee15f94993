/** Import: choose a source, look at what it would change, then write it in one go. Nothing is written before that. */
import { CircleCheck } from 'lucide';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { ReadOptions } from '../../../dataset/formats/types.ts';
import { t } from '../../../i18n.ts';
import type { ImportChoice, ImportDraft, ImportProgress, ImportTarget } from '../../../store/manager-api.ts';
import { Message } from '../../../ui/Message.tsx';
import type { ManagerApi } from '../api.ts';
import { wordsOf } from '../langs.ts';
import { TroubleLine } from '../Trouble.tsx';
import { announce, useRevision } from '../written.ts';
import { Preview } from './Preview.tsx';
import { Refusal } from './Refusal.tsx';
import { Sources } from './Sources.tsx';
import { useImport } from './use-import.ts';

interface ImportProps {
  api: ManagerApi;
  /** `tab=12`: read the text of this tab at once. */
  path: string;
}

export function Import({ api, path }: ImportProps): VNode {
  const { state, start, readAgain, commit, cancel } = useImport(api);
  /** The same source can be read in several ways: as another format, with other columns, into another pack. */
  const [read, setRead] = useState<ReadOptions>({});
  const [into, setInto] = useState<ImportTarget>();
  const [done, setDone] = useState<{ packId: string; title: string; revision: number }>();
  const revision = useRevision(api);
  const open = (source: Blob | string, fileName?: string) => {
    const first =
      fileName === undefined ? { title: { [t('uiLang')]: t('manager.import.pasted') } } : { fileName };
    setRead(first);
    setInto(undefined);
    setDone(undefined);
    start(source, first);
  };
  const again = (nextRead: ReadOptions, nextInto: ImportTarget | undefined) => {
    setRead(nextRead);
    setInto(nextInto);
    readAgain(nextRead, nextInto);
  };
  const write = (choice: Omit<ImportChoice, 'name'>, draft: ImportDraft) => {
    const title = wordsOf(draft.pack.title).text;
    commit({ ...choice, name: { what: 'imported', name: title } }, async (written) => {
      announce(api, written);
      setDone({ packId: written.packId, title, revision: api.notices.revision });
    });
  };
  const { step, preview, progress } = state;
  return (
    <>
      {/* Not any more once it was undone. */}
      {done?.revision === revision && step === 'idle' && (
        <Message icon={CircleCheck} title={t('manager.import.done', { title: done.title })}>
          <p>{t('manager.import.doneText')}</p>
          <div class="acts">
            <a class="button" href={`#entities/${done.packId}`}>
              {t('manager.packs.entries')}
            </a>
            <a class="button" href="#packs">
              {t('manager.import.toPacks')}
            </a>
          </div>
        </Message>
      )}
      {(step === 'idle' || step === 'failed') && <Sources api={api} path={path} open={open} />}
      <TroubleLine error={state.error} />
      {(step === 'reading' || step === 'writing') && (
        <Working step={step} progress={progress} cancel={cancel} />
      )}
      {preview !== undefined && step !== 'writing' && (
        <div aria-busy={step === 'reading'}>
          {preview.ok ? (
            <Preview
              api={api}
              draft={preview}
              read={read}
              into={into}
              again={again}
              write={write}
              cancel={cancel}
            />
          ) : (
            <Refusal refused={preview} read={read} again={(next) => again(next, into)} cancel={cancel} />
          )}
        </div>
      )}
    </>
  );
}

interface WorkingProps {
  step: 'reading' | 'writing';
  progress: ImportProgress | undefined;
  cancel: () => void;
}

function Working({ step, progress, cancel }: WorkingProps): VNode {
  const stage = progress?.stage ?? (step === 'reading' ? 'read' : 'write');
  return (
    <div class="working" role="status">
      <p>{t(`manager.import.stage.${stage}`)}</p>
      <progress
        aria-label={t(`manager.import.stage.${stage}`)}
        {...(progress !== undefined && progress.total > 0
          ? { value: progress.done, max: progress.total }
          : {})}
      />
      <div class="acts">
        <button type="button" onClick={cancel}>
          {t('manager.cancel')}
        </button>
        <span class="soft">{t('manager.import.cancelText')}</span>
      </div>
    </div>
  );
}
