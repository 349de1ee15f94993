/** The rows that cannot be kept, or not whole: row, field, what is there, and why. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { RowProblem, Shown } from '../../../dataset/formats/types.ts';
import { formatNumber, t } from '../../../i18n.ts';
import { problemText } from './reasons.ts';

/** Rows that come at first, and with each press of the button for more. */
const STEP = 50;

const LISTS = {
  entities: 'manager.import.kind.entities',
  patterns: 'manager.import.kind.patterns',
  quotes: 'manager.import.kind.quotes',
  sources: 'manager.import.kind.sources',
  references: 'manager.import.kind.references',
  retracted: 'manager.import.kind.retracted',
  wordLists: 'manager.import.kind.wordLists',
} as const satisfies Record<NonNullable<RowProblem['list']>, string>;

export function Invalid({ invalid }: { invalid: readonly Shown<RowProblem>[] }): VNode {
  const [limit, setLimit] = useState(STEP);
  const left = invalid.length - limit;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached with the keyboard */}
      <section class="table-scroll" aria-label={t('manager.import.invalidTable')} tabIndex={0}>
        <table class="invalid">
          <thead>
            <tr>
              <th scope="col">{t('manager.import.row')}</th>
              <th scope="col">{t('manager.import.field')}</th>
              <th scope="col">{t('manager.import.found')}</th>
              <th scope="col">{t('manager.import.reason')}</th>
            </tr>
          </thead>
          <tbody>
            {invalid.slice(0, limit).map((problem) => (
              <tr key={`${problem.list} ${problem.row} ${problem.field} ${problem.reason}`}>
                <td class="number">{formatNumber(problem.row)}</td>
                <td>
                  {problem.list !== undefined && <span class="soft">{t(LISTS[problem.list])} </span>}
                  <bdi dir="ltr">{problem.field}</bdi>
                </td>
                <td>{problem.value !== undefined && <bdi class="value">{problem.value}</bdi>}</td>
                <td>
                  {problemText(problem.reason)}
                  {problem.lost === 'field' && <span class="soft"> {t('manager.import.fieldOnly')}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {left > 0 && (
        <button type="button" class="plain" onClick={() => setLimit(limit + STEP)}>
          {t('card.more', { number: formatNumber(left) })}
        </button>
      )}
    </>
  );
}
