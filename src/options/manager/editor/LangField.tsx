/** The tag of one language. */
import type { VNode } from 'preact';
import { t } from '../../../i18n.ts';
import { TextField } from '../Field.tsx';

interface LangFieldProps {
  lang: string;
  set: (lang: string) => void;
  error: string | undefined;
}

export function LangField({ lang, set, error }: LangFieldProps): VNode {
  return <TextField label={t('manager.column.lang')} value={lang} set={set} dir="ltr" error={error} />;
}
