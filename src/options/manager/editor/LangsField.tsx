/** Language tags in one line. What they are read as stands below, for a tag says little to most people. */
import type { VNode } from 'preact';
import { formatWords, t } from '../../../i18n.ts';
import { TextField } from '../Field.tsx';
import { tagsIn } from './draft.ts';
import { langName } from './LocalizedField.tsx';
import type { At } from './problems.ts';

/** Between two tags, in what is shown. What is typed is cut here alone, so that it stays in the field as it is typed. */
const BETWEEN = ', ';

interface LangsFieldProps {
  langs: readonly string[];
  set: (langs: string[]) => void;
  at: At;
}

export function LangsField({ langs, set, at }: LangsFieldProps): VNode {
  const tags = tagsIn(langs);
  const wrong = tags.map((_, i) => at(`langs[${i}]`)).find((error) => error !== undefined);
  return (
    <TextField
      label={t('manager.editor.patternLangs')}
      hint={
        <>
          {t('manager.editor.patternLangsHint')}
          {tags.length > 0 && wrong === undefined && (
            <> {t('manager.editor.patternLangsRead', { langs: formatWords(tags.map(langName)) })}</>
          )}
        </>
      }
      value={langs.join(BETWEEN)}
      set={(text) => set(text.split(BETWEEN))}
      dir="ltr"
      placeholder="en, fa"
      error={at('langs') ?? wrong}
    />
  );
}
