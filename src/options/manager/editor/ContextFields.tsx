/** The words that must, or must not, stand near a name with the grade "context". */
import type { VNode } from 'preact';
import type { Entity } from '../../../dataset/schema.ts';
import { t } from '../../../i18n.ts';
import { ListField } from './ListField.tsx';
import type { At } from './problems.ts';
import { NumberField, WordsField } from './WordsField.tsx';

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
              path={`context[${i}].words`}
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
              path={`exclude[${i}].words`}
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
