/** The list of entities as a grid: one stop for Tab, arrows and page keys go through it, Enter opens. */
// biome-ignore-all lint/a11y/useSemanticElements: a table cannot stand where rows are moved in a frame
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid takes the focus, for all its rows
import { ArrowDown, ArrowUp } from 'lucide';
import type { VNode } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../../../card/Icon.tsx';
import type { Words } from '../../../dataset/card-content.ts';
import { t } from '../../../i18n.ts';
import type { EntityKey } from '../../../matching/types.ts';
import type { EntityQuery, EntityRowView } from '../../../store/manager-api.ts';
import { VirtualRows } from '../VirtualRows.tsx';
import { EntityRow } from './EntityRow.tsx';
import type { Filters } from './filters.ts';
import type { Rows } from './use-rows.ts';

interface EntityTableProps {
  rows: Rows;
  want: (first: number, end: number) => void;
  titles: ReadonlyMap<string, Words>;
  muted: ReadonlySet<EntityKey>;
  filters: Pick<Filters, 'sort' | 'descending'>;
  sort: (by: EntityQuery['sort']) => void;
  active: number;
  setActive: (index: number) => void;
}

export function EntityTable(props: EntityTableProps): VNode {
  const { rows, want, titles, muted, active, setActive } = props;
  const id = useId();
  const { probe, height } = useRowHeight();
  const box = useRef<HTMLDivElement>(null);
  const press = (event: KeyboardEvent) => {
    // The heads of the columns are buttons with keys of their own.
    if (event.target !== event.currentTarget) return;
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 0) / height) - 2);
    const to = stepOf(event.key, active, rows.total, page);
    if (to !== undefined) {
      event.preventDefault();
      setActive(to);
    } else if (event.key === 'Enter') {
      const row = rows.at(active);
      if (row !== undefined) location.hash = placeOf(row);
    }
  };
  return (
    <div class="entity-table" ref={box}>
      <div class="row probe" ref={probe} aria-hidden="true" />
      <VirtualRows
        attributes={{
          class: 'rows-scroller',
          role: 'grid',
          tabIndex: 0,
          'aria-label': t('manager.entities.table'),
          'aria-rowcount': rows.total + 1,
          'aria-colcount': COLUMNS.length,
          'aria-activedescendant': `${id}-${active}`,
          onKeyDown: press,
        }}
        header={<Header {...props} />}
        count={rows.total}
        rowHeight={height}
        active={active}
        wanted={want}
        ready={(first, end) => {
          for (let index = first; index < end; index += 1) if (rows.at(index) === undefined) return false;
          return true;
        }}
        row={(index) => {
          const row = rows.at(index);
          return (
            row !== undefined && (
              <EntityRow
                key={row.key}
                id={`${id}-${index}`}
                row={row}
                index={index}
                packTitle={titles.get(row.pack)}
                muted={muted.has(row.key)}
                active={index === active}
                href={placeOf(row)}
                opened={() => setActive(index)}
              />
            )
          );
        }}
      />
    </div>
  );
}

/** Columns that can be sorted by have a `sort`. */
const COLUMNS = [
  { id: 'name', sort: 'name' },
  { id: 'type', sort: 'type' },
  { id: 'pack', sort: 'pack' },
  { id: 'aliases' },
  { id: 'quotes' },
  { id: 'state' },
] as const;

function Header({ filters, sort }: EntityTableProps): VNode {
  return (
    <div class="row head" role="row" aria-rowindex={1}>
      {COLUMNS.map((column) => {
        const by = 'sort' in column ? column.sort : undefined;
        const sorted = by !== undefined && filters.sort === by;
        return (
          <div
            key={column.id}
            role="columnheader"
            class={`cell ${column.id}`}
            aria-sort={sorted ? (filters.descending ? 'descending' : 'ascending') : undefined}
          >
            {by === undefined ? (
              t(`manager.entities.column.${column.id}`)
            ) : (
              <button type="button" class="plain" onClick={() => sort(by)}>
                {t(`manager.entities.column.${column.id}`)}
                {sorted && <Icon of={filters.descending ? ArrowDown : ArrowUp} />}
              </button>
            )}
          </div>
        );
      })}
    </div>
  );
}

function placeOf({ pack, id }: EntityRowView): string {
  return `#entities/${encodeURIComponent(pack)}/${encodeURIComponent(id)}`;
}

function stepOf(key: string, active: number, total: number, page: number): number | undefined {
  const steps: Record<string, number> = {
    ArrowDown: active + 1,
    ArrowUp: active - 1,
    PageDown: active + page,
    PageUp: active - page,
    Home: 0,
    End: total - 1,
  };
  const to = steps[key];
  return to === undefined ? undefined : Math.min(Math.max(0, to), total - 1);
}

/** Rows are as high as the reader's text size makes them; before the first look, a guess. */
function useRowHeight() {
  const probe = useRef<HTMLDivElement>(null);
  const [height, setHeight] = useState(44);
  useLayoutEffect(() => {
    const element = probe.current;
    if (element === null) return;
    const measure = () => setHeight(element.getBoundingClientRect().height || 44);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { probe, height };
}
