/** The lists of words of a pack: what `@name` stands for where words are asked for. */
import { ChevronRight, Plus, RotateCcw, X } from 'lucide';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from '../../../card/Icon.tsx';
import { formatNumber, t } from '../../../i18n.ts';
import type { PackRow } from '../../../store/manager-api.ts';
import type { ManagerApi } from '../api.ts';
import { TextField } from '../Field.tsx';
import { problemText } from '../import/reasons.ts';
import { TroubleLine } from '../Trouble.tsx';
import { useWork } from '../use-work.ts';
import { type ListProblem, listProblems, type TypedList, textOf, wordsIn } from './word-lists.ts';

interface WordListsProps {
  api: ManagerApi;
  pack: PackRow;
  lists: readonly TypedList[];
  set: (lists: TypedList[]) => void;
}

export function WordLists({ api, pack, lists, set }: WordListsProps): VNode {
  const problems = listProblems(lists);
  const [needed, setNeeded] = useState<string>();
  const work = useWork();
  const takeOut = (at: number) => {
    const list = lists[at];
    if (list === undefined) return;
    setNeeded(undefined);
    const without = lists.toSpliced(at, 1);
    if (list.fresh) return set(without);
    work.start(async () => {
      const told = await api.store.check(pack.id, [{ kind: 'word-list', id: list.id, value: null }]);
      if (told.length > 0) setNeeded(list.id);
      else set(without);
    });
  };
  return (
    <details class="fold word-lists">
      <summary>
        <Icon of={ChevronRight} class="lead way" />
        {t('manager.import.kind.wordLists')}
        {lists.length > 0 && <span class="soft"> {formatNumber(lists.length)}</span>}
      </summary>
      <p class="soft hint">{t('manager.packs.lists.hint')}</p>
      {pack.origin !== 'own' && lists.length > 0 && <p class="soft hint">{t('manager.editor.overlay')}</p>}
      {lists.map((list, at) => (
        <OneList
          // A list has no id of its own before it is named
          key={list.fresh ? `+${at}` : list.id}
          list={list}
          change={(next) => set(lists.with(at, next))}
          {...(list.published === undefined ? { takeOut: () => takeOut(at) } : {})}
          problems={problems[at] ?? []}
          needed={needed === list.id}
        />
      ))}
      <button type="button" class="plain" onClick={() => set([...lists, { id: '', text: '', fresh: true }])}>
        <Icon of={Plus} class="lead" />
        {t('manager.packs.lists.add')}
      </button>
      <TroubleLine error={work.error} />
    </details>
  );
}

interface OneListProps {
  list: TypedList;
  change: (list: TypedList) => void;
  /** Missing for a list of a pack that is not the reader's own: the next version may ask for it. */
  takeOut?: () => void;
  problems: readonly ListProblem[];
  /** It was to be taken out, and something names it. */
  needed: boolean;
}

function OneList({ list, change, takeOut, problems, needed }: OneListProps): VNode {
  const { id, text, published, fresh = false } = list;
  const name = problems.find((each) => each.in === 'name');
  const words = problems.find((each) => each.in === 'words');
  const isChanged = published !== undefined && textOf(published) !== textOf(wordsIn(text));
  return (
    <details class="word-list" open={fresh}>
      <summary>
        <Icon of={ChevronRight} class="lead way" />
        {id === '' ? t('manager.packs.lists.unnamed') : <bdi dir="ltr">@{id}</bdi>}
        <span class="soft"> {formatNumber(wordsIn(text).length)}</span>
        {isChanged && <span class="flag">{t('manager.edit.changed')}</span>}
      </summary>
      {fresh && (
        <TextField
          label={t('manager.packs.lists.name')}
          hint={t('manager.packs.lists.nameHint')}
          value={id}
          set={(next) => change({ ...list, id: next.trim() })}
          dir="ltr"
          placeholder="coast"
          error={name === undefined || id === '' ? undefined : problemText(name.code, name.value)}
        />
      )}
      <TextField
        label={t('manager.editor.words')}
        hint={t('manager.packs.lists.wordsHint')}
        rows={8}
        value={text}
        set={(next) => change({ ...list, text: next })}
        error={words === undefined ? undefined : wordsProblem(words)}
      />
      {needed && (
        <p class="error" role="alert">
          {t('manager.packs.lists.needed')}
        </p>
      )}
      <div class="acts tight">
        {isChanged && (
          <button type="button" class="plain" onClick={() => change({ ...list, text: textOf(published) })}>
            <Icon of={RotateCcw} class="lead" />
            {t('manager.packs.lists.published')}
          </button>
        )}
        {takeOut !== undefined && (
          <button
            type="button"
            class="plain"
            aria-label={t('manager.editor.takeOut', { what: `@${id}` })}
            onClick={takeOut}
          >
            <Icon of={X} class="lead" />
            {t('manager.editor.takeOutShort')}
          </button>
        )}
      </div>
    </details>
  );
}

function wordsProblem({ line, code, value }: ListProblem): string {
  const why = problemText(code, value);
  return line === undefined ? why : t('manager.packs.lists.line', { line: formatNumber(line), why });
}
