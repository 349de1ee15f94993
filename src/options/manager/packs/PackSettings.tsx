/** What can be changed of a pack. What it says of itself belongs to whoever made it; how careful to be, and what lies over its words, is the reader's. */
import type { VNode } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { t } from '../../../i18n.ts';
import type { PackRow } from '../../../store/manager-api.ts';
import { Switch } from '../../../ui/Switch.tsx';
import type { ManagerApi } from '../api.ts';
import { TroubleLine } from '../Trouble.tsx';
import { Unfit } from '../trouble.ts';
import { useAnswer } from '../use-answer.ts';
import { useWork } from '../use-work.ts';
import { Waited } from '../Waited.tsx';
import { announce } from '../written.ts';
import { HeadFields } from './HeadFields.tsx';
import { headChange, headProblems, typedHead } from './head.ts';
import { WordLists } from './WordLists.tsx';
import { listChanges, listProblems, type TypedList, typedLists } from './word-lists.ts';

interface PackSettingsProps {
  api: ManagerApi;
  pack: PackRow;
  done: () => void;
}

export function PackSettings({ api, pack, done }: PackSettingsProps): VNode {
  const own = pack.origin === 'own';
  const [head, setHead] = useState(() => typedHead(pack));
  const [sensitive, setSensitive] = useState(pack.sensitive);
  const [quietOnly, setQuietOnly] = useState(pack.quietOnly);
  const stored = useAnswer(() => api.store.wordLists(pack.id), pack.id);
  const [typed, setTyped] = useState<TypedList[]>();
  const lists = useMemo(() => typed ?? typedLists(stored.value ?? [], own), [typed, stored.value, own]);
  const isSound =
    Object.keys(headProblems(pack, head)).length === 0 &&
    listProblems(lists).every((each) => each.length === 0);
  const work = useWork();
  const save = (event: Event) => {
    event.preventDefault();
    work.start(async () => {
      const name = head.title.trim();
      const change = { sensitive, quietOnly, ...(own ? headChange(pack, head) : {}) };
      const entries = listChanges(stored.value ?? [], lists);
      const saved = await api.store.changePack(pack.id, change, entries, { what: 'changed', name });
      if (!saved.ok) throw new Unfit(saved.problems);
      announce(api, saved);
      done();
    });
  };
  return (
    <form class="panel" onSubmit={save}>
      {own && <HeadFields pack={pack} head={head} set={setHead} />}
      <Switch
        label={t('manager.packs.quietOnly')}
        text={t('manager.packs.quietOnlyText')}
        on={quietOnly}
        turn={setQuietOnly}
      />
      <Switch
        label={t('manager.packs.sensitive')}
        text={t('manager.packs.sensitiveText')}
        on={sensitive}
        turn={setSensitive}
      />
      <Waited for={stored}>{() => <WordLists api={api} pack={pack} lists={lists} set={setTyped} />}</Waited>
      <div class="acts">
        <button type="submit" class="main" disabled={work.busy || !isSound}>
          {t('manager.save')}
        </button>
        <button type="button" onClick={done}>
          {t('manager.cancel')}
        </button>
      </div>
      <TroubleLine error={work.error} />
    </form>
  );
}
