/** The documents that quotes come from, and the references that statements rest on. Others of the pack may rest on them too. */
import type { VNode } from 'preact';
import type { Reference, Source } from '../../../dataset/schema.ts';
import { t } from '../../../i18n.ts';
import { SelectField, TextField } from '../Field.tsx';
import { wordsOf } from '../langs.ts';
import { type Draft, newId } from './draft.ts';
import { LangField } from './LangField.tsx';
import { ListField } from './ListField.tsx';
import { LocalizedField } from './LocalizedField.tsx';
import { NoteField } from './NoteField.tsx';
import type { At, Problems } from './problems.ts';
import { DateField } from './StatementFields.tsx';

interface SourceFieldsProps {
  draft: Draft;
  lang: string;
  set: (change: Partial<Pick<Draft, 'sources' | 'references'>>) => void;
  problems: Problems;
}

const SOURCE_KINDS = ['news', 'official', 'academic', 'reference', 'advocacy', 'own'] as const;
const REFERENCE_KINDS = [
  ['news', 'noteKind.news'],
  ['primary', 'noteKind.primary'],
  ['reference-work', 'noteKind.referenceWork'],
  ['advocacy', 'noteKind.advocacy'],
  ['advocacy-party', 'noteKind.advocacyParty'],
] as const;

export function SourceFields({ draft, lang, set, problems }: SourceFieldsProps): VNode {
  const references = Object.entries(draft.references);
  return (
    <>
      <h4>{t('manager.import.kind.sources')}</h4>
      <ListField
        label={t('manager.editor.source')}
        items={draft.sources}
        set={(sources) => set({ sources })}
        make={(): Source => ({ id: newId('source'), title: { [lang]: '' }, kind: 'news', date: '', lang })}
      >
        {(source, change) => (
          <OneSource source={source} change={change} lang={lang} at={problems.of('source', source.id)} />
        )}
      </ListField>
      <h4>{t('card.references')}</h4>
      <ListField
        label={t('manager.editor.reference')}
        items={references}
        set={(next) => set({ references: Object.fromEntries(next) })}
        make={(): [string, Reference] => [
          newId('reference'),
          { url: 'https://', publisher: '', kind: 'news' },
        ]}
      >
        {([id, reference], change) => (
          <OneReference
            reference={reference}
            change={(next) => change([id, next])}
            at={problems.of('reference', id)}
          />
        )}
      </ListField>
    </>
  );
}

interface OneSourceProps {
  source: Source;
  change: (source: Source) => void;
  /** The language of a new note. */
  lang: string;
  at: At;
}

function OneSource({ source, change, lang, at }: OneSourceProps): VNode {
  const { url: _, ...rest } = source;
  return (
    <>
      <LocalizedField
        label={t('manager.editor.sourceTitle')}
        value={source.title}
        set={(title) => change({ ...source, title })}
        path="title"
        at={at}
      />
      <TextField
        label={t('manager.editor.url')}
        value={source.url ?? ''}
        set={(url) => change(url === '' ? rest : { ...source, url })}
        dir="ltr"
        error={at('url')}
      />
      <div class="pair">
        <SelectField
          label={t('manager.column.sourceKind')}
          value={source.kind}
          set={(kind) => change({ ...source, kind })}
          options={SOURCE_KINDS.map((value) => ({ value, label: t(`sourceKind.${value}`) }))}
        />
        <DateField value={source.date} set={(date) => change({ ...source, date })} error={at('date')} />
        <LangField lang={source.lang} set={(next) => change({ ...source, lang: next })} error={at('lang')} />
      </div>
      <NoteField label={t('manager.editor.sourceNote')} on={source} change={change} lang={lang} at={at} />
    </>
  );
}

interface OneReferenceProps {
  reference: Reference;
  change: (reference: Reference) => void;
  at: At;
}

function OneReference({ reference, change, at }: OneReferenceProps): VNode {
  const { date: _, ...rest } = reference;
  return (
    <>
      <TextField
        label={t('manager.editor.publisher')}
        value={reference.publisher}
        set={(publisher) => change({ ...reference, publisher })}
        error={at('publisher')}
      />
      <TextField
        label={t('manager.editor.url')}
        value={reference.url}
        set={(url) => change({ ...reference, url })}
        dir="ltr"
        error={at('url')}
      />
      <div class="pair">
        <SelectField
          label={t('manager.editor.referenceKind')}
          value={reference.kind}
          set={(kind) => change({ ...reference, kind })}
          options={REFERENCE_KINDS.map(([value, key]) => ({ value, label: t(key) }))}
        />
        <DateField
          value={reference.date ?? ''}
          set={(date) => change(date === '' ? rest : { ...reference, date })}
          error={at('date')}
        />
      </div>
    </>
  );
}

interface SourceSelectProps {
  sources: readonly Source[];
  value: string;
  set: (id: string) => void;
}

/** One of the sources of the draft. */
export function SourceSelect({ sources, value, set }: SourceSelectProps): VNode {
  return (
    <SelectField
      label={t('manager.editor.source')}
      value={value}
      set={set}
      options={sources.map(({ id, title }) => ({
        value: id,
        label: wordsOf(title).text || t('manager.editor.unnamedSource'),
      }))}
    />
  );
}
