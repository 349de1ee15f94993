/** The search line, the filters, and the list. */
import { Plus, Search, SearchX } from 'lucide';
import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import { Icon } from '../../../card/Icon.tsx';
import { EntityType } from '../../../dataset/schema.ts';
import { count, t } from '../../../i18n.ts';
import { Message } from '../../../ui/Message.tsx';
import type { ManagerApi } from '../api.ts';
import { Field, SelectField } from '../Field.tsx';
import { readerLangs, wordsOf } from '../langs.ts';
import { Trouble } from '../Trouble.tsx';
import { useAnswer } from '../use-answer.ts';
import { Skeleton } from '../Waited.tsx';
import { useRevision } from '../written.ts';
import { EntityTable } from './EntityTable.tsx';
import { type Filters, START, sortedBy, toQuery } from './filters.ts';
import { useRows } from './use-rows.ts';

interface BrowseProps {
  api: ManagerApi;
  filters: Filters;
  setFilters: (filters: Filters) => void;
  active: number;
  setActive: (index: number) => void;
}

export function Browse({ api, filters, setFilters, active, setActive }: BrowseProps): VNode {
  const revision = useRevision(api);
  const packs = useAnswer(() => api.store.packs(), `${revision}`);
  const choices = useAnswer(() => api.ask('choices', {}), `${revision}`);
  const muted = choices.value?.muted.map(({ entity }) => entity) ?? [];
  const langs = useMemo(readerLangs, []);
  const { rows, error, waiting, want } = useRows(api.store, toQuery(filters, muted, langs), revision);
  const set = (change: Partial<Filters>) => setFilters({ ...filters, ...change });
  const titles = new Map(packs.value?.map(({ id, title }) => [id, wordsOf(title)]));
  const own = packs.value?.find(
    ({ id, origin }) => origin === 'own' && (filters.pack === '' || id === filters.pack),
  );
  const { text, type, pack, which } = filters;
  /** Nothing is left out: there is nothing. */
  const isAll = text.trim() === '' && type === '' && pack === '' && which === 'all';
  return (
    <>
      <search class="filters">
        <Field label={t('manager.entities.search')} class="grow">
          {(wiring) => (
            <span class="search-box">
              <Icon of={Search} />
              <input
                {...wiring}
                type="search"
                value={filters.text}
                dir="auto"
                onInput={({ currentTarget }) => set({ text: currentTarget.value })}
              />
            </span>
          )}
        </Field>
        <SelectField<EntityType | ''>
          label={t('manager.entities.type')}
          value={filters.type}
          set={(type) => set({ type })}
          options={[
            { value: '', label: t('manager.entities.all') },
            ...EntityType.options.map((value) => ({ value, label: t(`types.${value}`) })),
          ]}
        />
        <SelectField
          label={t('manager.entities.pack')}
          value={filters.pack}
          set={(pack) => set({ pack })}
          options={[
            { value: '', label: t('manager.entities.all') },
            ...[...titles].map(([value, { text }]) => ({ value, label: text })),
          ]}
        />
        <SelectField<Filters['which']>
          label={t('manager.entities.which')}
          value={filters.which}
          set={(which) => set({ which })}
          options={[
            { value: 'all', label: t('manager.entities.all') },
            { value: 'edited', label: t('manager.entities.edited') },
            { value: 'muted', label: t('manager.entities.muted') },
          ]}
        />
      </search>
      <div class="table-head">
        <p class="soft" role="status">
          {rows === undefined ? '' : count('popup.entities', rows.total)}
        </p>
        {own !== undefined && (
          <a class="button" href={`#entities/${own.id}/+`}>
            <Icon of={Plus} class="lead" />
            {t('manager.entities.new')}
          </a>
        )}
      </div>
      {error !== undefined && <Trouble error={error} />}
      {rows === undefined && error === undefined && <Skeleton />}
      {rows !== undefined && rows.total === 0 && !waiting && (
        <Message icon={SearchX} title={t(isAll ? 'manager.entities.empty' : 'manager.entities.none')}>
          <p>{t(isAll ? 'manager.packs.noneText' : 'manager.entities.noneText')}</p>
          <div class="acts">
            {!isAll && (
              <button type="button" onClick={() => setFilters(START)}>
                {t('manager.entities.showAll')}
              </button>
            )}
            <a class="button" href="#names">
              {t('manager.packs.addNames')}
            </a>
          </div>
        </Message>
      )}
      {rows !== undefined && rows.total > 0 && (
        <EntityTable
          rows={rows}
          want={want}
          titles={titles}
          muted={new Set(muted)}
          filters={filters}
          sort={(by) => setFilters(sortedBy(filters, by))}
          active={Math.min(active, rows.total - 1)}
          setActive={setActive}
        />
      )}
    </>
  );
}
