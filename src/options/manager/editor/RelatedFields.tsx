/** Other entities of the pack that belong to this one, and its identifiers elsewhere. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Localized } from '../../../dataset/parts.ts';
import type { Entity } from '../../../dataset/schema.ts';
import { t } from '../../../i18n.ts';
import type { ManagerApi } from '../api.ts';
import { TextField } from '../Field.tsx';
import { readerLangs, wordsOf } from '../langs.ts';
import { useAnswer } from '../use-answer.ts';
import { ListField } from './ListField.tsx';
import type { At } from './problems.ts';

interface RelatedFieldsProps {
  api: ManagerApi;
  packId: string;
  entity: Entity;
  /** Names of those that are related, by id. */
  names: Record<string, Localized>;
  set: (change: Partial<Entity>) => void;
  at: At;
}

/** So many are proposed for what was typed. */
const PROPOSED = 8;

export function RelatedFields({ api, packId, entity, names, set, at }: RelatedFieldsProps): VNode {
  const [text, setText] = useState('');
  const [added, setAdded] = useState<Record<string, string>>({});
  const found = useAnswer(async () => {
    if (text.trim() === '') return [];
    const query = {
      text: text.trim(),
      types: [],
      packs: [packId],
      edited: false,
      sort: 'best' as const,
      descending: false,
      langs: readerLangs(),
    };
    return (await api.store.rows(query, 0, PROPOSED)).rows;
  }, text);
  const nameOf = (id: string) => {
    const name = names[id];
    return name === undefined ? (added[id] ?? id) : wordsOf(name).text;
  };
  return (
    <>
      <h4>{t('card.related')}</h4>
      <ListField label={t('card.related')} items={entity.related} set={(related) => set({ related })}>
        {(id) => (
          <p>
            <bdi>{nameOf(id)}</bdi>
          </p>
        )}
      </ListField>
      <TextField label={t('manager.editor.findRelated')} value={text} set={setText} />
      <ul class="chips">
        {found.value
          ?.filter(({ id }) => id !== entity.id && !entity.related.includes(id))
          .map(({ id, name }) => (
            <li key={id}>
              <button
                type="button"
                class="plain"
                onClick={() => {
                  setAdded({ ...added, [id]: name });
                  set({ related: [...entity.related, id] });
                  setText('');
                }}
              >
                <bdi>{name}</bdi>
              </button>
            </li>
          ))}
      </ul>
      <h4>{t('manager.column.sameAs')}</h4>
      <p class="soft hint">{t('manager.editor.sameAsHint')}</p>
      <ListField
        label={t('manager.editor.identifier')}
        items={entity.sameAs ?? []}
        set={(sameAs) => set({ sameAs })}
        make={() => ''}
      >
        {(identifier, change, i) => (
          <TextField
            label={t('manager.editor.identifier')}
            labelHidden
            value={identifier}
            set={change}
            dir="ltr"
            placeholder="wikidata:Q7259"
            error={at(`sameAs[${i}]`)}
          />
        )}
      </ListField>
    </>
  );
}
