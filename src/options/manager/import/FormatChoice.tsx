/** As what a source is read, where the reader knows better than its content tells. */
import type { VNode } from 'preact';
import { FORMATS, type Format, type ReadOptions } from '../../../dataset/formats/types.ts';
import { t } from '../../../i18n.ts';
import { SelectField } from '../Field.tsx';

interface FormatChoiceProps {
  read: ReadOptions;
  /** As what it was read. */
  found?: Format;
  again: (read: ReadOptions) => void;
}

const LABELS = {
  pack: 'manager.format.pack',
  csv: 'manager.format.csv',
  'json-ld': 'manager.format.jsonLd',
  wikidata: 'manager.format.wikidata',
  ftm: 'manager.format.ftm',
  names: 'manager.format.names',
} as const;

export function FormatChoice({ read, found, again }: FormatChoiceProps): VNode {
  const { format: _, ...rest } = read;
  return (
    <SelectField<Format | ''>
      label={t('manager.import.readAs')}
      value={read.format ?? found ?? ''}
      set={(format) => again(format === '' ? rest : { ...rest, format })}
      options={[
        ...(found === undefined ? [{ value: '' as const, label: t('manager.import.readAsFound') }] : []),
        ...FORMATS.map((value) => ({ value, label: t(LABELS[value]) })),
      ]}
    />
  );
}
