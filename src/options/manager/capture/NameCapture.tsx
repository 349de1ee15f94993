/** A selection as a name, with a sentence on who or what it is, if the reader writes one. */
import type { VNode } from 'preact';
import { addName, nameForm } from '../../../dataset/capture.ts';
import type { Captured, NameForm } from '../../../dataset/capture-form.ts';
import { EntityType } from '../../../dataset/schema.ts';
import { directionOf, t } from '../../../i18n.ts';
import type { ManagerApi } from '../api.ts';
import { SelectField, TextField } from '../Field.tsx';
import { TroubleLine } from '../Trouble.tsx';
import { PageFields } from './PageFields.tsx';
import type { Target } from './save-capture.ts';
import { useForm } from './use-form.ts';

interface NameCaptureProps {
  api: ManagerApi;
  captured: Captured;
  target: Target;
  saved: (what: string) => void;
}

export function NameCapture({ api, captured, target, saved }: NameCaptureProps): VNode {
  const { form, set, error, save, work } = useForm<NameForm>({
    api,
    first: () => nameForm(captured),
    target,
    add: addName,
    name: ({ name }) => name,
    saved: ({ name }) => saved(name),
  });
  return (
    <form class="stack" onSubmit={save}>
      <TextField
        label={t('manager.capture.name')}
        value={form.name}
        set={(name) => set({ name })}
        lang={form.lang}
        error={error('name')}
      />
      <div class="pair">
        <SelectField
          label={t('manager.entities.type')}
          value={form.type}
          set={(type) => set({ type })}
          options={EntityType.options.map((value) => ({ value, label: t(`type.${value}`) }))}
        />
        <TextField
          label={t('manager.editor.lang')}
          value={form.lang}
          set={(lang) => set({ lang })}
          dir="ltr"
          error={error('lang')}
        />
      </div>
      <TextField
        label={t('manager.capture.aliases')}
        hint={t('manager.capture.aliasesHint')}
        rows={2}
        value={form.aliases.join('\n')}
        set={(text) => set({ aliases: text === '' ? [] : text.split('\n') })}
        error={error('aliases')}
      />
      <TextField
        label={t('manager.capture.description')}
        hint={t('manager.capture.descriptionHint')}
        rows={2}
        value={form.description}
        set={(description) => set({ description })}
        dir={directionOf(form.lang)}
        error={error('description')}
      />
      <PageFields captured={captured} form={form} set={set} error={error} />
      <div class="acts">
        <button type="submit" class="main" disabled={work.busy || form.name.trim() === ''}>
          {t('manager.save')}
        </button>
      </div>
      <TroubleLine error={work.error} />
    </form>
  );
}
