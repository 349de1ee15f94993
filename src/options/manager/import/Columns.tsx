/** What each column of a table holds: proposed by its header, changed by the reader, read again at once. */
import type { VNode } from 'preact';
import { COLUMNS, type Column, type FoundColumn, type ReadOptions } from '../../../dataset/formats/types.ts';
import { t } from '../../../i18n.ts';
import { SelectField } from '../Field.tsx';

interface ColumnsProps {
  columns: readonly FoundColumn[];
  read: ReadOptions;
  again: (read: ReadOptions) => void;
}

export function Columns({ columns, read, again }: ColumnsProps): VNode {
  const options = [
    { value: '' as const, label: t('manager.import.leaveOut') },
    ...COLUMNS.map((value) => ({ value, label: t(`manager.column.${value}`) })),
  ];
  return (
    <fieldset class="columns">
      <legend>{t('manager.import.columns')}</legend>
      <p class="soft">{t('manager.import.columnsText')}</p>
      <div class="columns-grid">
        {columns.map(({ header, readAs, suggested }) => (
          <SelectField<Column | ''>
            key={header}
            label={header}
            value={readAs ?? ''}
            options={options}
            set={(column) =>
              again({ ...read, columns: { ...read.columns, [header]: column === '' ? null : column } })
            }
            hint={
              readAs === undefined && suggested !== undefined
                ? t('manager.import.maybe', { column: t(`manager.column.${suggested}`) })
                : undefined
            }
          />
        ))}
      </div>
    </fieldset>
  );
}
