/** Notes on words of a quote that are to be read with care. Which words these are stands fast: they are verbatim. */
import type { VNode } from 'preact';
import { textOf } from '../../../dataset/quote-view.ts';
import type { Quote } from '../../../dataset/schema.ts';
import { t } from '../../../i18n.ts';
import { NoteField } from './NoteField.tsx';
import type { At } from './problems.ts';

interface RemarkFieldsProps {
  quote: Quote;
  change: (quote: Quote) => void;
  /** The language of new notes. */
  lang: string;
  at: At;
}

const KINDS = [
  ['sic', 'manager.column.sic'],
  ['inserted', 'manager.column.inserted'],
] as const;

export function RemarkFields({ quote, change, lang, at }: RemarkFieldsProps): VNode {
  return (
    <>
      {KINDS.flatMap(([kind, label]) =>
        quote[kind].map((remark, i) => {
          const part = quote.parts.find(({ start, end }) => start <= remark.start && remark.end <= end);
          return (
            <div key={`${kind} ${remark.start}`} class="entry-fields">
              <p class="soft">
                {t(label)}:{' '}
                <bdi class="verbatim" lang={quote.lang}>
                  “{part === undefined ? '' : textOf(part, remark)}”
                </bdi>
              </p>
              <NoteField
                label={t('manager.editor.note')}
                on={remark}
                change={(next) => change({ ...quote, [kind]: quote[kind].with(i, next) })}
                lang={lang}
                at={at}
                path={`${kind}[${i}].note`}
              />
            </div>
          );
        }),
      )}
    </>
  );
}
