/** What a pack of the reader's own says of itself to those to whom it is given. */
import type { VNode } from 'preact';
import { t } from '../../../i18n.ts';
import type { PackRow } from '../../../store/manager-api.ts';
import { TextField } from '../Field.tsx';
import { problemText } from '../import/reasons.ts';
import { wordsOf } from '../langs.ts';
import { headProblems, type TypedHead } from './head.ts';

interface HeadFieldsProps {
  pack: PackRow;
  head: TypedHead;
  set: (head: TypedHead) => void;
}

export function HeadFields({ pack, head, set }: HeadFieldsProps): VNode {
  const problems = headProblems(pack, head);
  const wiring = (field: keyof TypedHead) => {
    const code = problems[field];
    return {
      value: head[field],
      set: (text: string) => set({ ...head, [field]: text }),
      error: code === undefined ? undefined : problemText(code),
    };
  };
  return (
    <>
      <TextField label={t('manager.packs.title')} lang={wordsOf(pack.title).lang} {...wiring('title')} />
      <TextField
        label={t('manager.packs.licence')}
        hint={t('manager.packs.licenceHint')}
        {...wiring('licence')}
      />
      <div class="pair">
        <TextField
          label={t('manager.import.head.version')}
          hint={t('manager.packs.versionHint')}
          dir="ltr"
          {...wiring('version')}
        />
        <TextField
          label={t('manager.import.head.checked')}
          hint={t('manager.packs.checkedHint')}
          dir="ltr"
          {...wiring('checked')}
        />
      </div>
      <TextField
        label={t('manager.import.head.home')}
        hint={t('manager.packs.homeHint')}
        dir="ltr"
        {...wiring('home')}
      />
      <TextField
        label={t('manager.import.head.corrections')}
        hint={t('manager.packs.correctionsHint')}
        dir="ltr"
        {...wiring('corrections')}
      />
    </>
  );
}
