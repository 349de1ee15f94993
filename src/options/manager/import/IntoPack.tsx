/** Where entries of a file that is no pack go: into a pack for themselves, or into one of the reader's own. */
import type { VNode } from 'preact';
import { t } from '../../../i18n.ts';
import type { ImportTarget } from '../../../store/manager-api.ts';
import type { ManagerApi } from '../api.ts';
import { SelectField } from '../Field.tsx';
import { wordsOf } from '../langs.ts';
import { useAnswer } from '../use-answer.ts';

interface IntoPackProps {
  api: ManagerApi;
  into: ImportTarget | undefined;
  set: (into: ImportTarget | undefined) => void;
}

export function IntoPack({ api, into, set }: IntoPackProps): VNode {
  const packs = useAnswer(() => api.store.packs(), '');
  const own = packs.value?.filter(({ origin }) => origin === 'own') ?? [];
  return (
    <SelectField
      label={t('manager.import.into')}
      value={typeof into === 'string' ? into : ''}
      set={(id) => set(id === '' ? undefined : id)}
      options={[
        { value: '', label: t('manager.import.intoItself') },
        ...own.map(({ id, title }) => ({ value: id, label: wordsOf(title).text })),
      ]}
    />
  );
}
