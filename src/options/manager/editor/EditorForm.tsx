/** The fields of an entity around the draft that they change, and what can be done with it. */
import { ChevronRight } from 'lucide';
import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { Icon } from '../../../card/Icon.tsx';
import { formatNumber, t } from '../../../i18n.ts';
import type { EntityEntry, PackRow } from '../../../store/manager-api.ts';
import type { ManagerApi } from '../api.ts';
import { TestBench } from '../bench/TestBench.tsx';
import { wordsOf } from '../langs.ts';
import { Skeleton } from '../Waited.tsx';
import { CardPreview } from './CardPreview.tsx';
import { ContextFields } from './ContextFields.tsx';
import { blankDraft, changesBetween, cleaned, type Draft, draftOf } from './draft.ts';
import { EntityActions } from './EntityActions.tsx';
import { NamesFields } from './NamesFields.tsx';
import { PatternFields } from './PatternFields.tsx';
import { problemsOf } from './problems.ts';
import { QuoteFields } from './QuoteFields.tsx';
import { RelatedFields } from './RelatedFields.tsx';
import { SaidFields } from './SaidFields.tsx';
import { SaveBar } from './SaveBar.tsx';
import { SourceFields } from './SourceFields.tsx';
import { StatementFields } from './StatementFields.tsx';
import { useChecked } from './use-checked.ts';
import { usePreview } from './use-preview.ts';

interface EditorFormProps {
  api: ManagerApi;
  pack: PackRow;
  /** Missing for a new entity. */
  entry: EntityEntry | undefined;
}

export function EditorForm({ api, pack, entry }: EditorFormProps): VNode {
  const lang = t('uiLang');
  const before = useMemo(() => (entry === undefined ? blankDraft(lang) : draftOf(entry)), [entry, lang]);
  const key = `${pack.id}/${before.entity.id}`;
  const [mine, setMine] = useState(api.drafts.get(key));
  const typed = mine ?? before;
  // A change that was written or taken back is shown anew, once it has been read.
  useEffect(() => {
    setMine(api.drafts.get(key));
  }, [api, key, entry]);
  const draft = useMemo(() => cleaned(typed), [typed]);
  const changes = useMemo(() => changesBetween(before, draft), [before, draft]);
  const [told, setTold] = useChecked(api, pack, changes);
  const problems = useMemo(() => problemsOf(draft, told), [draft, told]);
  const content = usePreview(api, pack, draft, problems.count === 0);
  const { entity } = typed;
  const at = problems.of('entity', entity.id);
  const change = (next: Partial<Draft>) => {
    const now = { ...typed, ...next };
    api.drafts.set(key, now);
    setMine(now);
  };
  const replace = (next: Draft['entity'], references?: Draft['references']) =>
    change({ entity: next, ...(references === undefined ? {} : { references }) });
  const set = (next: Partial<Draft['entity']>) => replace({ ...entity, ...next });
  const name = wordsOf(entity.name);
  return (
    <>
      <h3 class="entity-name">
        <bdi lang={name.lang}>{name.text === '' ? t('manager.entities.new') : name.text}</bdi>
        <span class="soft">
          {' '}
          <bdi>{wordsOf(pack.title).text}</bdi>
        </span>
        {entry !== undefined && entry.edit !== null && (
          <span class="flag">{t(`manager.edit.${entry.edit}`)}</span>
        )}
      </h3>
      {entry !== undefined && <EntityActions api={api} entry={entry} name={name.text} />}
      {pack.origin !== 'own' && <p class="soft hint">{t('manager.editor.overlay')}</p>}
      <div class="editor-columns">
        <form class="stack" onSubmit={(event) => event.preventDefault()}>
          <Fold title={t('manager.editor.names')} open>
            <NamesFields entity={entity} set={set} at={at} />
          </Fold>
          <Fold
            title={t('manager.editor.statements')}
            open={entity.background.length > 0 || entry === undefined}
          >
            <StatementFields draft={typed} lang={lang} replace={replace} at={at} />
          </Fold>
          <Fold title={t('manager.import.kind.quotes')} number={typed.quotes.length}>
            <QuoteFields
              draft={typed}
              lang={lang}
              names={entry?.names ?? {}}
              set={(quotes) => change({ quotes })}
              problems={problems}
            />
          </Fold>
          <Fold
            title={t('manager.editor.sources')}
            number={typed.sources.length + Object.keys(typed.references).length}
          >
            <SourceFields draft={typed} lang={lang} set={change} problems={problems} />
          </Fold>
          <Fold title={t('manager.editor.near')} number={entity.context.length + entity.exclude.length}>
            <ContextFields entity={entity} set={set} at={at} />
          </Fold>
          <Fold title={t('manager.editor.patterns')} number={typed.patterns.length}>
            <PatternFields
              entity={entity}
              patterns={typed.patterns}
              set={(patterns) => change({ patterns })}
              problems={problems}
            />
          </Fold>
          <Fold
            title={t('manager.editor.disputes')}
            number={entity.disputed.length + (entity.sourceRole === undefined ? 0 : 1)}
          >
            <SaidFields draft={typed} lang={lang} replace={replace} at={at} />
          </Fold>
          <Fold
            title={t('manager.editor.links')}
            number={entity.related.length + (entity.sameAs?.length ?? 0)}
          >
            <RelatedFields
              api={api}
              packId={pack.id}
              entity={entity}
              names={entry?.names ?? {}}
              set={set}
              at={at}
            />
          </Fold>
        </form>
        <aside class="editor-side">
          <h4>{t('manager.editor.preview')}</h4>
          {content !== undefined && <CardPreview content={content} />}
          {content === undefined && problems.count > 0 && <p class="soft">{t('manager.editor.noPreview')}</p>}
          {content === undefined && problems.count === 0 && <Skeleton />}
        </aside>
      </div>
      <section class="block">
        <h3>{t('manager.nav.bench')}</h3>
        <p class="soft">{t('manager.editor.benchText')}</p>
        <TestBench api={api} draft={{ packId: pack.id, entity: draft.entity, patterns: draft.patterns }} />
      </section>
      <SaveBar
        api={api}
        pack={pack}
        isNew={entry === undefined}
        draft={draft}
        changes={changes}
        problems={problems.count}
        told={setTold}
        discard={() => {
          api.drafts.delete(key);
          setMine(undefined);
        }}
        saved={() => api.drafts.delete(key)}
      />
    </>
  );
}

interface FoldProps {
  title: string;
  /** Of entries in it. */
  number?: number;
  open?: boolean;
  children: ComponentChildren;
}

function Fold({ title, number = 0, open = false, children }: FoldProps): VNode {
  return (
    <details class="panel" open={open}>
      <summary>
        <Icon of={ChevronRight} class="lead way" />
        {title}
        {number > 0 && <span class="soft"> {formatNumber(number)}</span>}
      </summary>
      {children}
    </details>
  );
}
