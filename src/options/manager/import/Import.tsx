/** Import: choose a source, look at what it would change, then write it in one go. Nothing is written before that. */
import { CircleCheck } from 'lucide';
import type { VNode } from 'preact';
import { formatWords, t } from '../../../i18n.ts';
import type { ImportProgress } from '../../../store/manager-api.ts';
import { Message } from '../../../ui/Message.tsx';
import type { ManagerApi } from '../api.ts';
import { TroubleLine } from '../Trouble.tsx';
import { changeText, useRevision } from '../written.ts';
import { openSource } from './open-source.ts';
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
  const importing = api.imports.file;
  const { readAgain, cancel } = importing;
  const state = useImport(importing);
  const { step, preview, progress, read, into, done } = state;
  const revision = useRevision(api);
  return (
    <>
      {/* Not any more once it was undone. */}
      {done?.revision === revision && step === 'idle' && (
        <Message icon={CircleCheck} title={changeText(done.name)}>
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
      {(step === 'idle' || step === 'failed') && (
        <Sources api={api} path={path} open={(source, fileName) => openSource(api, source, fileName)} />
      )}
      <TroubleLine error={state.error} />
      {state.leftOut.length > 0 && (
        <p class="warning" role="status">
          {t('manager.import.oneFile', { names: formatWords(state.leftOut) })}
        </p>
      )}
      {(step === 'reading' || step === 'writing') && (
        <Working step={step} progress={progress} cancel={cancel} />
      )}
      {preview !== undefined && step !== 'writing' && (
        <div aria-busy={step === 'reading'}>
          {preview.ok ? (
            <Preview api={api} draft={preview} />
          ) : (
            <Refusal refused={preview} read={read} again={(next) => readAgain(next, into)} cancel={cancel} />
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
