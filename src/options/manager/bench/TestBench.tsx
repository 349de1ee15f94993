/** What a text's names are taken for, and what is refused, each with its reason: to be tried before anything is saved. */
import { FlaskConical } from 'lucide';
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../../../card/Icon.tsx';
import { t } from '../../../i18n.ts';
import type { Explained, ExplainQuestion } from '../../../store/manager-api.ts';
import type { ManagerApi, TabText } from '../api.ts';
import { TextField } from '../Field.tsx';
import { TroubleLine } from '../Trouble.tsx';
import { FromTab } from './FromTab.tsx';
import { Verdicts } from './Verdicts.tsx';

interface TestBenchProps {
  api: ManagerApi;
  /** What is being edited: it stands in for what is stored. Only what concerns its entity is listed. */
  draft?: ExplainQuestion['draft'];
}

/** Milliseconds after the last key stroke. */
const PAUSE = 300;

export function TestBench({ api, draft }: TestBenchProps): VNode {
  const [page, setPage] = useState<Partial<TabText> & { text: string }>({ text: '' });
  const { found, error } = useExplained(api, page, draft);
  return (
    <div class="bench two-up">
      <div class="stack">
        <TextField
          label={t('manager.bench.label')}
          hint={t('manager.bench.hint')}
          rows={draft === undefined ? 12 : 6}
          value={page.text}
          set={(text) => setPage({ text })}
        />
        <FromTab api={api} take={setPage} />
        <TroubleLine error={error} />
      </div>
      <div class="side" aria-live="polite">
        {found === undefined ? (
          <p class="soft empty-line">
            <Icon of={FlaskConical} class="lead" />
            {t('manager.bench.empty')}
          </p>
        ) : (
          <Verdicts
            found={found}
            {...(draft === undefined ? {} : { only: `${draft.packId}/${draft.entity.id}` })}
          />
        )}
      </div>
    </div>
  );
}

function useExplained(
  api: ManagerApi,
  page: Partial<TabText> & { text: string },
  draft: TestBenchProps['draft'],
): { found?: Explained; error?: unknown } {
  const [answer, setAnswer] = useState<{ found?: Explained; error?: unknown }>({});
  const key = draft === undefined ? '' : JSON.stringify(draft);
  // `key` stands for the draft
  useEffect(() => {
    if (page.text.trim() === '') {
      setAnswer({});
      return;
    }
    const left = new AbortController();
    const timer = setTimeout(() => {
      explain(api, page, draft).then(
        (found) => left.signal.aborted || setAnswer({ found }),
        (error: unknown) => left.signal.aborted || setAnswer((before) => ({ ...before, error })),
      );
    }, PAUSE);
    return () => {
      left.abort();
      clearTimeout(timer);
    };
  }, [api, page, key]);
  return answer;
}

/** A draft is tried also where its pack is switched off. */
async function explain(
  { ask, store }: ManagerApi,
  page: Partial<TabText> & { text: string },
  draft: TestBenchProps['draft'],
): Promise<Explained> {
  const on = (await ask('packs', {})).filter((pack) => pack.on).map(({ id }) => id);
  if (draft === undefined) return store.explain({ ...page, packs: on });
  return store.explain({ ...page, packs: [...new Set([...on, draft.packId])], draft });
}
