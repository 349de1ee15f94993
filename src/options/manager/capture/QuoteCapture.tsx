/** A selection as a quote: the words to the letter, who says them, and where. */
import type { VNode } from 'preact';
import { addQuote, quoteForm } from '../../../dataset/capture.ts';
import type { Captured, QuoteForm } from '../../../dataset/capture-form.ts';
import { t } from '../../../i18n.ts';
import type { ManagerApi } from '../api.ts';
import { LangField } from '../editor/LangField.tsx';
import { SelectField, TextField } from '../Field.tsx';
import { TroubleLine } from '../Trouble.tsx';
import { accessText } from './access-text.ts';
import { PageFields } from './PageFields.tsx';
import type { Target } from './save-capture.ts';
import { useForm } from './use-form.ts';

interface QuoteCaptureProps {
  api: ManagerApi;
  captured: Captured;
  target: Target;
  saved: (what: string) => void;
}

const OTHER = 'other';
/** So much of a quote stands for it in a message. */
const SHOWN = 60;

export function QuoteCapture({ api, captured, target, saved }: QuoteCaptureProps): VNode {
  const { form, set, error, save, work } = useForm<QuoteForm>({
    api,
    first: () => quoteForm(captured),
    target,
    add: (pack, form) => addQuote(pack, form, { [t('uiLang')]: accessText(form) }),
    name: ({ exact }) => shortened(exact),
    saved: ({ exact }) => saved(shortened(exact)),
  });
  const { speakers } = captured;
  const hasLink = quoteForm(captured).link !== '';
  const at = speakers.findIndex(({ name }) => name === form.speaker?.name);
  const choose = (value: string) => {
    const speaker = speakers[Number(value)];
    set({
      speaker:
        value === OTHER || speaker === undefined ? { name: '', lang: form.lang, type: 'person' } : speaker,
    });
  };
  return (
    <form class="stack" onSubmit={save}>
      <TextField
        label={t('manager.capture.quote')}
        hint={t('manager.capture.quoteHint')}
        rows={4}
        value={form.exact}
        set={(exact) => set({ exact })}
        lang={form.lang}
        class="serif"
        error={error('exact')}
      />
      <p class="soft hint surroundings" dir="auto">
        … {form.prefix}
        <b>{shortened(form.exact)}</b>
        {form.suffix} …
      </p>
      <LangField lang={form.lang} set={(lang) => set({ lang })} error={error('lang')} />
      <div class="pair">
        <SelectField
          label={t('manager.capture.speaker')}
          value={at < 0 ? OTHER : `${at}`}
          set={choose}
          {...(speakers.length > 0 ? { hint: t('manager.capture.speakerHint') } : {})}
          error={at < 0 ? undefined : error('speaker')}
          options={[
            ...speakers.map(({ name }, i) => ({ value: `${i}`, label: name })),
            { value: OTHER, label: t('manager.capture.otherSpeaker') },
          ]}
        />
        {at < 0 && (
          <TextField
            label={t('manager.capture.speakerName')}
            value={form.speaker?.name ?? ''}
            set={(name) => set({ speaker: { name, lang: form.lang, type: form.speaker?.type ?? 'person' } })}
            error={error('speaker')}
          />
        )}
      </div>
      <div class="pair">
        <SelectField
          label={t('manager.editor.manner')}
          value={form.manner}
          set={(manner) => set({ manner })}
          options={(['spoken', 'written', 'reported'] as const).map((value) => ({
            value,
            label: t(`manager.manner.${value}`),
          }))}
        />
        <TextField
          label={t('manager.editor.saidOn')}
          value={form.date}
          set={(date) => set({ date })}
          dir="ltr"
          placeholder="2020-09-10"
          error={error('date')}
        />
      </div>
      <PageFields captured={captured} form={form} set={set} error={error} />
      <TextField
        label={t('manager.capture.link')}
        hint={hasLink ? undefined : t('manager.capture.noLink')}
        value={form.link}
        set={(link) => set({ link })}
        dir="ltr"
        error={error('link')}
      />
      <div class="acts">
        <button type="submit" class="main" disabled={work.busy || form.exact.trim() === ''}>
          {t('manager.save')}
        </button>
      </div>
      <TroubleLine error={work.error} />
    </form>
  );
}

function shortened(words: string): string {
  return words.length > SHOWN ? `${words.slice(0, SHOWN).trimEnd()} …` : words;
}
