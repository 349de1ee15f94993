/** Takes the text of a tab that may be read; nothing where there is none. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../../../i18n.ts';
import type { ManagerApi, TabText } from '../api.ts';
import { SelectField } from '../Field.tsx';
import { useAnswer } from '../use-answer.ts';

interface FromTabProps {
  api: ManagerApi;
  take: (page: TabText) => void;
}

export function FromTab({ api, take }: FromTabProps): VNode | null {
  const tabs = useAnswer(() => api.tabs(), '');
  const [failed, setFailed] = useState(false);
  const list = tabs.value ?? [];
  if (list.length === 0) return null;
  const read = async (id: string) => {
    setFailed(false);
    if (id === '') return;
    const page = await api.readTab(Number(id)).catch(() => null);
    if (page === null) setFailed(true);
    else take(page);
  };
  return (
    <SelectField
      label={t('manager.bench.fromTab')}
      value=""
      set={read}
      error={failed ? t('manager.bench.unread') : undefined}
      options={[
        { value: '', label: t('manager.bench.chooseTab') },
        ...list.map(({ id, title, url }) => ({ value: `${id}`, label: title === '' ? url : title })),
      ]}
    />
  );
}
