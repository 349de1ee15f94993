/** A list of names, one a line, becomes entries of a pack of the reader's own: seen before it is saved, found at once. */
import { ListPlus } from 'lucide';
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../../../card/Icon.tsx';
import { EntityType } from '../../../dataset/schema.ts';
import { count, t } from '../../../i18n.ts';
import type { ChangeName, ImportTarget, PackRow } from '../../../store/manager-api.ts';
import type { ManagerApi } from '../api.ts';
import { SelectField, TextField } from '../Field.tsx';
import { useImport } from '../import/use-import.ts';
import { wordsOf } from '../langs.ts';
import { TroubleLine } from '../Trouble.tsx';
import { useAnswer } from '../use-answer.ts';
import { useRevision } from '../written.ts';
import { NamesPreview } from './NamesPreview.tsx';

/** Milliseconds after the last key stroke: while somebody types, nothing is read. */
const PAUSE = 250;
/** No pack has this id: ids hold no capital letters. */
const NEW = 'NEW';

/** What is typed in the form; without `packId` the names go into the reader's first pack. */
export interface NamesForm {
  text: string;
  type: EntityType;
  packId?: string;
  /** Of a pack that is yet to be made. */
  title: string;
}

export function Names({ api }: { api: ManagerApi }): VNode {
  const revision = useRevision(api);
  const packs = useAnswer(() => api.store.packs(), `${revision}`);
  const own = packs.value?.filter(({ origin }) => origin === 'own') ?? [];
  const [form, setForm] = useState<NamesForm>(
    api.pasted.form ?? { text: '', type: 'person', title: t('manager.names.newTitle') },
  );
  const set = (change: Partial<NamesForm>) => {
    // Of the form as it is when this is called, which may be after the section was left and opened again.
    api.pasted.form = { ...(api.pasted.form ?? form), ...change };
    setForm(api.pasted.form);
  };
  const { text, type, title } = form;
  const packId = form.packId ?? own[0]?.id ?? NEW;
  const importing = api.imports.names;
  const state = useImport(importing);
  const isNew = packId === NEW;
  const newTitle = title.trim();

  useEffect(() => {
    // What was saved after the section was left and opened again.
    if (api.pasted.form !== undefined) setForm(api.pasted.form);
  }, [api, revision]);
  useEffect(() => {
    if (importing.state.step === 'writing') return;
    if (text.trim() === '') {
      importing.cancel();
      return;
    }
    const into: ImportTarget = isNew
      ? { create: { title: { [t('uiLang')]: newTitle || t('manager.names.newTitle') } } }
      : packId;
    const timer = setTimeout(() => importing.start(text, { format: 'names', type }, { into }), PAUSE);
    return () => clearTimeout(timer);
    // Read again when something was undone meanwhile: what is new has changed.
  }, [text, type, packId, isNew, newTitle, importing, revision]);

  const { preview } = state;
  const draft = preview?.ok ? preview : undefined;
  const added = draft?.changes.entities.added.count ?? 0;
  const save = (event: Event) => {
    event.preventDefault();
    if (state.step !== 'preview' || added === 0 || draft === undefined) return;
    const name: ChangeName = { what: 'names-added', count: added, title: wordsOf(draft.pack.title).text };
    importing.commit({ withoutInvalid: true, replace: false, name }, (writtenTo) => {
      // What was typed meanwhile stays.
      set({ packId: writtenTo, ...(api.pasted.form?.text === text ? { text: '' } : {}) });
    });
  };
  return (
    <>
      <p class="lead-in">{t('manager.names.intro')}</p>
      <form class="two-up" onSubmit={save}>
        <div class="stack">
          <TextField
            label={t('manager.names.label')}
            hint={t('manager.names.hint')}
            rows={12}
            value={text}
            set={(next) => set({ text: next })}
            placeholder={t('manager.names.placeholder')}
          />
          <div class="pair">
            <SelectField
              label={t('manager.names.into')}
              value={packId}
              set={(next) => set({ packId: next })}
              options={[...own.map(toOption), { value: NEW, label: t('manager.names.newPack') }]}
            />
            <SelectField
              label={t('manager.names.type')}
              value={type}
              set={(next) => set({ type: next })}
              options={EntityType.options.map((value) => ({ value, label: t(`types.${value}`) }))}
            />
          </div>
          {isNew && (
            <TextField label={t('manager.packs.title')} value={title} set={(next) => set({ title: next })} />
          )}
          <div class="acts">
            <button type="submit" class="main" disabled={added === 0 || state.step !== 'preview'}>
              <Icon of={ListPlus} class="lead" />
              {added === 0 ? t('manager.names.add') : count('manager.names.addCount', added)}
            </button>
          </div>
          <TroubleLine error={state.error} />
        </div>
        <NamesPreview state={state} />
      </form>
    </>
  );
}

function toOption({ id, title }: PackRow): { value: string; label: string } {
  return { value: id, label: wordsOf(title).text };
}
