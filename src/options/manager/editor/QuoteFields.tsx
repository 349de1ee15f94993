/** The quotes by the entity and about it. Words that were taken from a document to the letter are not changed here. */
import type { VNode } from 'preact';
import type { Localized } from '../../../dataset/parts.ts';
import type { Quote } from '../../../dataset/schema.ts';
import { t } from '../../../i18n.ts';
import { SelectField, TextField } from '../Field.tsx';
import { wordsOf } from '../langs.ts';
import { type Draft, newId } from './draft.ts';
import { LangField } from './LangField.tsx';
import { ListField } from './ListField.tsx';
import { NoteField } from './NoteField.tsx';
import type { At, Problems } from './problems.ts';
import { RemarkFields } from './RemarkFields.tsx';
import { SourceSelect } from './SourceFields.tsx';
import { DateField } from './StatementFields.tsx';

interface QuoteFieldsProps {
  draft: Draft;
  /** The language of new notes. */
  lang: string;
  /** Names of other entities that quotes name, by id. */
  names: Record<string, Localized>;
  set: (quotes: Quote[]) => void;
  problems: Problems;
}

const MANNERS = ['spoken', 'written', 'reported'] as const;

export function QuoteFields({ draft, lang, names, set, problems }: QuoteFieldsProps): VNode {
  const { entity, quotes, sources } = draft;
  const [source] = sources;
  const nameOf = (id: string) => {
    const name = id === entity.id ? entity.name : names[id];
    return name === undefined ? id : wordsOf(name).text;
  };
  return (
    <>
      {source === undefined && <p class="soft hint">{t('manager.editor.sourceFirst')}</p>}
      <ListField
        label={t('manager.editor.quote')}
        items={quotes}
        set={set}
        {...(source === undefined
          ? {}
          : {
              make: (): Quote => ({
                id: newId('quote'),
                speaker: entity.id,
                manner: 'spoken',
                lang: source.lang,
                source: source.id,
                parts: [{ exact: '', start: 0, end: 0, prefix: '', suffix: '' }],
                excerpts: [],
                sic: [],
                inserted: [],
              }),
            })}
      >
        {(quote, change) => (
          <OneQuote
            quote={quote}
            change={change}
            speaker={nameOf(quote.speaker)}
            sources={sources}
            lang={lang}
            at={problems.of('quote', quote.id)}
          />
        )}
      </ListField>
    </>
  );
}

interface OneQuoteProps {
  quote: Quote;
  change: (quote: Quote) => void;
  speaker: string;
  sources: Draft['sources'];
  lang: string;
  at: At;
}

function OneQuote({ quote, change, speaker, sources, lang, at }: OneQuoteProps): VNode {
  const [part, ...more] = quote.parts;
  const byHand = more.length === 0 && part?.start === 0 && quote.excerpts.length === 0;
  const { date: _, ...undated } = quote;
  return (
    <>
      {byHand ? (
        <TextField
          label={t('manager.editor.quoteWords')}
          hint={t('manager.editor.verbatimHint')}
          rows={3}
          value={part.exact}
          set={(exact) => change({ ...quote, parts: [{ ...part, exact, end: exact.length }] })}
          lang={quote.lang}
          error={at('parts[0].exact')}
        />
      ) : (
        <p class="verbatim" lang={quote.lang} dir="auto">
          “{quote.parts.map(({ exact }) => exact).join(' … ')}”
        </p>
      )}
      <p class="soft">
        {t('manager.column.speaker')}: <bdi>{speaker}</bdi>
      </p>
      <div class="pair">
        <SelectField
          label={t('manager.editor.manner')}
          value={quote.manner}
          set={(manner) => change({ ...quote, manner })}
          options={MANNERS.map((value) => ({ value, label: t(`manager.manner.${value}`) }))}
        />
        <DateField
          label={t('manager.editor.saidOn')}
          value={quote.date ?? ''}
          set={(date) => change(date === '' ? undated : { ...quote, date })}
          error={at('date')}
        />
      </div>
      <div class="pair">
        <LangField lang={quote.lang} set={(next) => change({ ...quote, lang: next })} error={at('lang')} />
        {byHand && (
          <SourceSelect
            sources={sources}
            value={quote.source}
            set={(source) => change({ ...quote, source })}
          />
        )}
      </div>
      <RemarkFields quote={quote} change={change} lang={lang} at={at} />
      <NoteField label={t('manager.column.quoteNote')} on={quote} change={change} lang={lang} at={at} />
    </>
  );
}
