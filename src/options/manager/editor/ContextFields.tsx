/** The words that must, or must not, stand near a name with the grade "context". */
import type { VNode } from 'preact';
import type { Entity } from '../../../dataset/schema.ts';
import { t } from '../../../i18n.ts';
import { Field, TextField } from '../Field.tsx';
import { ListField } from './ListField.tsx';
import type { At } from './problems.ts';

interface ContextFieldsProps {
  entity: Entity;
  set: (change: Partial<Entity>) => void;
  at: At;
}

/** Words apart that still count as near. */
const WINDOW = 30;

export function ContextFields({ entity, set, at }: ContextFieldsProps): VNode {
  return (
    <>
      <h4>{t('manager.editor.context')}</h4>
      <p class="soft hint">{t('manager.editor.contextHint')}</p>
      <ListField
        label={t('manager.editor.requirement')}
        items={entity.context}
        set={(context) => set({ context })}
        make={() => ({ atLeast: 1, window: WINDOW, words: [] as string[] })}
      >
        {(near, change, i) => (
          <>
            <WordsField
              words={near.words}
              set={(words) => change({ ...near, words })}
              at={at}
              path={`context[${i}]`}
            />
            <div class="pair">
              <NumberField
                label={t('manager.editor.atLeast')}
                value={near.atLeast}
                set={(atLeast) => change({ ...near, atLeast })}
                error={at(`context[${i}].atLeast`)}
              />
              <NumberField
                label={t('manager.editor.window')}
                value={near.window}
                set={(window) => change({ ...near, window })}
                error={at(`context[${i}].window`)}
              />
            </div>
          </>
        )}
      </ListField>
      <h4>{t('manager.editor.exclude')}</h4>
      <ListField
        label={t('manager.editor.exclusion')}
        items={entity.exclude}
        set={(exclude) => set({ exclude })}
        make={() => ({ window: WINDOW, words: [] as string[] })}
      >
        {(near, change, i) => (
          <>
            <WordsField
              words={near.words}
              set={(words) => change({ ...near, words })}
              at={at}
              path={`exclude[${i}]`}
            />
            <NumberField
              label={t('manager.editor.window')}
              value={near.window}
              set={(window) => change({ ...near, window })}
              error={at(`exclude[${i}].window`)}
            />
          </>
        )}
      </ListField>
    </>
  );
}

interface WordsFieldProps {
  words: readonly string[];
  set: (words: string[]) => void;
  at: At;
  path: string;
}

/** One word or phrase a line. A last, empty line is where the next is being typed: it is taken out when the draft is cleaned. */
function WordsField({ words, set, at, path }: WordsFieldProps): VNode {
  const wrong = words.map((_, i) => at(`${path}.words[${i}]`)).find((error) => error !== undefined);
  return (
    <TextField
      label={t('manager.editor.words')}
      hint={t('manager.editor.wordsHint')}
      rows={3}
      value={words.join('\n')}
      set={(text) => set(text === '' ? [] : text.split('\n'))}
      error={at(`${path}.words`) ?? wrong}
    />
  );
}

interface NumberFieldProps {
  label: string;
  value: number;
  set: (value: number) => void;
  error: string | undefined;
}

function NumberField({ label, value, set, error }: NumberFieldProps): VNode {
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
