/** What a statement rests on: some of the references of the draft, or a new one. */
import { X } from 'lucide';
import type { VNode } from 'preact';
import { Icon } from '../../../card/Icon.tsx';
import type { Reference } from '../../../dataset/schema.ts';
import { t } from '../../../i18n.ts';
import { SelectField } from '../Field.tsx';
import { newId } from './draft.ts';

interface ReferencesFieldProps {
  /** Those of the draft, by id. */
  all: Readonly<Record<string, Reference>>;
  chosen: readonly string[];
  /** Called with the new choice; a reference that was made for it is put into the draft at the same time. */
  set: (chosen: string[], made?: { id: string; reference: Reference }) => void;
  error: string | undefined;
}

/** No id of a reference holds a space. */
const NEW = 'a new one';

export function ReferencesField({ all, chosen, set, error }: ReferencesFieldProps): VNode {
  const free = Object.entries(all).filter(([id]) => !chosen.includes(id));
  const add = (id: string) => {
    if (id === '') return;
    if (id !== NEW) return set([...chosen, id]);
    const made = {
      id: newId('reference'),
      reference: { url: 'https://', publisher: '', kind: 'news' as const },
    };
    set([...chosen, made.id], made);
  };
  return (
    <div class="chosen">
      <ul class="chips">
        {chosen.map((id) => (
          <li key={id}>
            <bdi>{all[id]?.publisher || t('manager.editor.unnamedReference')}</bdi>
            <button
              type="button"
              class="plain icon-button"
              aria-label={t('manager.editor.takeOut', { what: all[id]?.publisher ?? id })}
              onClick={() => set(chosen.filter((each) => each !== id))}
            >
              <Icon of={X} />
            </button>
          </li>
        ))}
      </ul>
      <SelectField
        label={t('manager.editor.addReference')}
        value=""
        set={add}
        error={error}
        options={[
          { value: '', label: t('manager.editor.choose') },
          ...free.map(([id, { publisher, url }]) => ({
            value: id,
            label: publisher === '' ? url : publisher,
          })),
          { value: NEW, label: t('manager.editor.newReference') },
        ]}
      />
    </div>
  );
}
