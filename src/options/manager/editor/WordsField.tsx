/** Words to look for, and within how many words they are looked for. */
import type { VNode } from 'preact';
import { t } from '../../../i18n.ts';
import { Field, TextField } from '../Field.tsx';
import type { At } from './problems.ts';

interface WordsFieldProps {
  label?: string;
  words: readonly string[];
  set: (words: string[]) => void;
  at: At;
  /** Of the list. */
  path: string;
}

/** One word or phrase a line. A last, empty line is where the next is being typed: it is taken out when the draft is cleaned. */
export function WordsField({
  label = t('manager.editor.words'),
  words,
  set,
  at,
  path,
}: WordsFieldProps): VNode {
  const wrong = words.map((_, i) => at(`${path}[${i}]`)).find((error) => error !== undefined);
  return (
    <TextField
      label={label}
      hint={t('manager.editor.wordsHint')}
      rows={3}
      value={words.join('\n')}
      set={(text) => set(text === '' ? [] : text.split('\n'))}
      error={at(path) ?? wrong}
    />
  );
}

interface NumberFieldProps {
  label: string;
  value: number;
  set: (value: number) => void;
  error: string | undefined;
}

export function NumberField({ label, value, set, error }: NumberFieldProps): VNode {
  return (
    <Field label={label} error={error}>
      {(wiring) => (
        <input
          {...wiring}
          type="number"
          min={1}
          value={value}
          onInput={({ currentTarget }) => set(currentTarget.valueAsNumber || 0)}
        />
      )}
    </Field>
  );
}
