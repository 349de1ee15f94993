/** A list whose entries are added, changed and taken out one by one. */
import { Plus, X } from 'lucide';
import type { VNode } from 'preact';
import { Icon } from '../../../card/Icon.tsx';
import { formatNumber, t } from '../../../i18n.ts';

interface ListFieldProps<T> {
  /** What one entry is: "Alias". */
  label: string;
  items: readonly T[];
  set: (items: T[]) => void;
  /** A fresh entry; without it nothing can be added here. */
  make?: () => T;
  /** What is wrong with the list as a whole. */
  error?: string | undefined;
  children: (item: T, change: (item: T) => void, index: number) => VNode;
}

export function ListField<T>({ label, items, set, make, error, children }: ListFieldProps<T>): VNode {
  return (
    <div class="list-field">
      {items.map((item, index) => (
        // Entries have no id of their own, and none keeps a state
        <fieldset key={index} class="entry">
          <legend class="hidden">
            {label} {formatNumber(index + 1)}
          </legend>
          <div class="entry-fields">{children(item, (next) => set(items.with(index, next)), index)}</div>
          <button
            type="button"
            class="plain icon-button"
            aria-label={t('manager.editor.takeOut', { what: `${label} ${formatNumber(index + 1)}` })}
            title={t('manager.editor.takeOutShort')}
            onClick={() => set(items.toSpliced(index, 1))}
          >
            <Icon of={X} />
          </button>
        </fieldset>
      ))}
      {error !== undefined && <p class="error">{error}</p>}
      {make !== undefined && (
        <button type="button" class="plain" onClick={() => set([...items, make()])}>
          <Icon of={Plus} class="lead" />
          {t('manager.editor.add', { what: label })}
        </button>
      )}
    </div>
  );
}
