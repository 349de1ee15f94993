/** How the entity is called: its name, names in its own script, and the names by which texts refer to it. */
import { Plus } from 'lucide';
import type { VNode } from 'preact';
import { Icon } from '../../../card/Icon.tsx';
import { type Alias, type Entity, EntityType, type Grade } from '../../../dataset/schema.ts';
import { formatWords, t } from '../../../i18n.ts';
import { SelectField, TextField } from '../Field.tsx';
import { LangField } from './LangField.tsx';
import { ListField } from './ListField.tsx';
import { LocalizedField } from './LocalizedField.tsx';
import type { At } from './problems.ts';

interface EntityFieldsProps {
  entity: Entity;
  set: (change: Partial<Entity>) => void;
  at: At;
}

export function NamesFields({ entity, set, at }: EntityFieldsProps): VNode {
  return (
    <>
      <LocalizedField
        label={t('manager.editor.name')}
        value={entity.name}
        set={(name) => set({ name })}
        path="name"
        at={at}
      />
      {entity.detect && <NotLookedFor entity={entity} set={set} />}
      <SelectField
        label={t('manager.entities.type')}
        value={entity.type}
        set={(type) => set({ type })}
        options={EntityType.options.map((value) => ({ value, label: t(`type.${value}`) }))}
      />
      <h4>{t('manager.editor.nativeNames')}</h4>
      <ListField
        label={t('manager.editor.nativeName')}
        items={entity.nativeNames}
        set={(nativeNames) => set({ nativeNames })}
        make={() => ({ text: '', lang: 'fa' })}
      >
        {(name, change, i) => (
          <div class="pair wide-first">
            <TextField
              label={t('manager.editor.nativeName')}
              value={name.text}
              set={(text) => change({ ...name, text })}
              lang={name.lang}
              error={at(`nativeNames[${i}].text`)}
            />
            <LangField
              lang={name.lang}
              set={(lang) => change({ ...name, lang })}
              error={at(`nativeNames[${i}].lang`)}
            />
          </div>
        )}
      </ListField>
      <h4>{t('manager.editor.aliases')}</h4>
      <p class="soft hint">{t('manager.editor.aliasesHint')}</p>
      <ListField
        label={t('manager.editor.alias')}
        items={entity.aliases}
        set={(aliases) => set({ aliases })}
        make={(): Alias => ({ text: '', lang: Object.keys(entity.name)[0] ?? 'en' })}
      >
        {(alias, change, i) => <AliasFields alias={alias} change={change} at={at} path={`aliases[${i}]`} />}
      </ListField>
      <label class="check">
        <input
          type="checkbox"
          checked={entity.detect}
          onChange={({ currentTarget }) => set({ detect: currentTarget.checked })}
        />
        {t('manager.editor.detect')}
      </label>
    </>
  );
}

/** A name that texts are not searched for, as after a correction of the name alone. */
function NotLookedFor({ entity: { name, aliases, type }, set }: Omit<EntityFieldsProps, 'at'>): VNode | null {
  const known = new Set(aliases.map(({ text }) => text));
  const missing = Object.entries(name).filter(([, text]) => text.trim() !== '' && !known.has(text));
  // Events and documents are called what no text calls them.
  if ((type !== 'person' && type !== 'organization') || missing.length === 0) return null;
  return (
    <p class="soft hint">
      {t('manager.editor.notLookedFor', { names: formatWords(missing.map(([, text]) => text)) })}{' '}
      <button
        type="button"
        class="plain"
        onClick={() =>
          set({ aliases: [...aliases, ...missing.map(([lang, text]): Alias => ({ text, lang }))] })
        }
      >
        <Icon of={Plus} class="lead" />
        {t('manager.editor.lookForIt')}
      </button>
    </p>
  );
}

interface AliasFieldsProps {
  alias: Alias;
  change: (alias: Alias) => void;
  at: At;
  path: string;
}

const GRADES = ['', 'strong', 'context', 'never'] as const;

function AliasFields({ alias, change, at, path }: AliasFieldsProps): VNode {
  const { grade, caseSensitive, variants, ...rest } = alias;
  const keep = {
    ...(grade === undefined ? {} : { grade }),
    ...(caseSensitive === undefined ? {} : { caseSensitive }),
    ...(variants === undefined ? {} : { variants }),
  };
  return (
    <>
      <div class="alias-line">
        <TextField
          label={t('manager.editor.alias')}
          value={alias.text}
          set={(text) => change({ ...alias, text })}
          lang={alias.lang}
          error={at(`${path}.text`)}
        />
        <SelectField<Grade | ''>
          label={t('manager.editor.grade')}
          value={grade ?? ''}
          set={(next) => {
            const { grade: _, ...others } = keep;
            change({ ...rest, ...others, ...(next === '' ? {} : { grade: next }) });
          }}
          options={GRADES.map((value) => ({
            value,
            label: t(`manager.grade.${value === '' ? 'none' : value}`),
          }))}
        />
        <LangField lang={alias.lang} set={(lang) => change({ ...alias, lang })} error={at(`${path}.lang`)} />
      </div>
      <div class="acts tight">
        <label class="check">
          <input
            type="checkbox"
            checked={caseSensitive === true}
            onChange={({ currentTarget }) => {
              const { caseSensitive: _, ...others } = keep;
              change({ ...rest, ...others, ...(currentTarget.checked ? { caseSensitive: true } : {}) });
            }}
          />
          {t('manager.editor.caseSensitive')}
        </label>
        <label class="check">
          <input
            type="checkbox"
            checked={variants?.includes('persian-latin') === true}
            onChange={({ currentTarget }) => {
              const { variants: _, ...others } = keep;
              change({
                ...rest,
                ...others,
                ...(currentTarget.checked ? { variants: ['persian-latin' as const] } : {}),
              });
            }}
          />
          {t('manager.editor.variants')}
        </label>
      </div>
    </>
  );
}
