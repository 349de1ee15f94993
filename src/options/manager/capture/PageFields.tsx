/** The page that a capture comes from. */
import type { VNode } from 'preact';
import { t } from '../../../i18n.ts';
import { TextField } from '../Field.tsx';

interface PageForm {
  sourceTitle: string;
  sourceUrl: string;
  sourceDate: string;
}

interface PageFieldsProps {
  form: PageForm;
  set: (change: Partial<PageForm>) => void;
  error: (field: keyof PageForm) => string | undefined;
}

export function PageFields({ form, set, error }: PageFieldsProps): VNode {
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
      <TextField
        label={t('manager.capture.sourceDate')}
        value={form.sourceDate}
        set={(sourceDate) => set({ sourceDate })}
        dir="ltr"
        placeholder="2020-09-10"
        error={error('sourceDate')}
      />
    </>
  );
}
