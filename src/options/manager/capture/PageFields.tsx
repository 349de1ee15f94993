/** The page that a capture comes from: what it says of itself, and what kind of page the reader takes it for. */
import type { VNode } from 'preact';
import { type Captured, PAGE_KINDS, type PageKind } from '../../../dataset/capture-form.ts';
import { t } from '../../../i18n.ts';
import { SelectField, TextField } from '../Field.tsx';

interface PageForm {
  sourceTitle: string;
  sourceUrl: string;
  sourceKind: PageKind | '';
  sourceDate: string;
}

interface PageFieldsProps {
  captured: Captured;
  form: PageForm;
  set: (change: Partial<PageForm>) => void;
  error: (field: keyof PageForm) => string | undefined;
}

export function PageFields({ captured, form, set, error }: PageFieldsProps): VNode {
  return (
    <>
      <TextField
        label={t('manager.capture.sourceTitle')}
        value={form.sourceTitle}
        set={(sourceTitle) => set({ sourceTitle })}
        error={error('sourceTitle')}
      />
      <TextField
        label={t('manager.capture.sourceUrl')}
        hint={t('manager.capture.sourceUrlHint')}
        value={form.sourceUrl}
        set={(sourceUrl) => set({ sourceUrl })}
        dir="ltr"
        error={error('sourceUrl')}
      />
      <SelectField
        label={t('manager.capture.sourceKind')}
        hint={t('manager.capture.sourceKindHint')}
        value={form.sourceKind}
        set={(sourceKind) => set({ sourceKind })}
        error={error('sourceKind')}
        options={[
          { value: '', label: t('manager.editor.choose') },
          ...PAGE_KINDS.map((value) => ({ value, label: t(`manager.capture.pageKind.${value}`) })),
        ]}
      />
      <TextField
        label={t('manager.capture.sourceDate')}
        hint={captured.pageDate === undefined ? t('manager.capture.sourceDateHint') : undefined}
        value={form.sourceDate}
        set={(sourceDate) => set({ sourceDate })}
        dir="ltr"
        placeholder="2020-09-10"
        error={error('sourceDate')}
      />
    </>
  );
}
