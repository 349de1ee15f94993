/** Groups of words that together refer to the entity: for events that have no fixed name. */
import type { VNode } from 'preact';
import type { Entity, Near, Pattern } from '../../../dataset/schema.ts';
import { formatNumber, t } from '../../../i18n.ts';
import { newId } from './draft.ts';
import { LangsField } from './LangsField.tsx';
import { ListField } from './ListField.tsx';
import type { At, Problems } from './problems.ts';
import { NumberField, WordsField } from './WordsField.tsx';

interface PatternFieldsProps {
  entity: Entity;
  patterns: readonly Pattern[];
  set: (patterns: Pattern[]) => void;
  problems: Problems;
}

/** Words between the groups, and words apart that still count as near, in a fresh pattern. */
const WINDOW = 10;
const NEAR_WINDOW = 30;

export function PatternFields({ entity, patterns, set, problems }: PatternFieldsProps): VNode {
  return (
    <>
      <p class="soft hint">{t('manager.editor.patternsHint')}</p>
      {patterns.length > 0 && !entity.detect && (
        <p class="soft hint">{t('manager.editor.patternsNotDetected')}</p>
      )}
      <ListField
        label={t('manager.editor.pattern')}
        items={patterns}
        set={set}
        make={(): Pattern => ({
          id: newId('pattern'),
          entity: entity.id,
          langs: [],
          window: WINDOW,
          groups: [[], []],
        })}
      >
        {(pattern, change) => (
          <PatternEntry pattern={pattern} change={change} at={problems.of('pattern', pattern.id)} />
        )}
      </ListField>
    </>
  );
}

interface PatternEntryProps {
  pattern: Pattern;
  change: (pattern: Pattern) => void;
  at: At;
}

function PatternEntry({ pattern, change, at }: PatternEntryProps): VNode {
  const { groups } = pattern;
  return (
    <>
      <p class="soft hint">{t('manager.editor.groupsHint')}</p>
      <ListField
        label={t('manager.editor.group')}
        items={groups}
        set={(next) => change({ ...pattern, groups: next })}
        make={() => []}
        error={at('groups')}
      >
        {(words, setWords, i) => (
          <WordsField
            label={t('manager.editor.groupNumber', { number: formatNumber(i + 1) })}
            words={words}
            set={setWords}
            at={at}
            path={`groups[${i}]`}
          />
        )}
      </ListField>
      <LangsField langs={pattern.langs} set={(langs) => change({ ...pattern, langs })} at={at} />
      <NumberField
        label={t('manager.editor.patternWindow')}
        value={pattern.window}
        set={(window) => change({ ...pattern, window })}
        error={at('window')}
      />
      <NearField kind="anyNear" pattern={pattern} change={change} at={at} />
      <NearField kind="alsoNear" pattern={pattern} change={change} at={at} />
      <NearField kind="noneNear" pattern={pattern} change={change} at={at} />
    </>
  );
}

interface NearFieldProps extends PatternEntryProps {
  kind: 'anyNear' | 'alsoNear' | 'noneNear';
}

/** Words that must, or must not, stand around the groups; none are asked for without it. */
function NearField({ kind, pattern, change, at }: NearFieldProps): VNode {
  const { [kind]: stored, ...without } = pattern;
  const set = (near: Near | undefined) => change(near === undefined ? without : { ...pattern, [kind]: near });
  return (
    <ListField
      label={t(`manager.editor.${kind}`)}
      items={stored === undefined ? [] : [stored]}
      set={([near]) => set(near)}
      {...(stored === undefined ? { make: (): Near => ({ window: NEAR_WINDOW, words: [] }) } : {})}
    >
      {(near) => (
        <>
          <WordsField
            label={t(`manager.editor.${kind}`)}
            words={near.words}
            set={(words) => set({ ...near, words })}
            at={at}
            path={`${kind}.words`}
          />
          <NumberField
            label={t('manager.editor.window')}
            value={near.window}
            set={(window) => set({ ...near, window })}
            error={at(`${kind}.window`)}
          />
        </>
      )}
    </ListField>
  );
}
