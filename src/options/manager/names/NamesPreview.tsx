/** What would come of the pasted lines: new names, names that are there already, and lines that are no name, each with why. */
import { ListChecks } from 'lucide';
import type { VNode } from 'preact';
import { Some } from '../../../card/Some.tsx';
import type { RowProblem, Shown } from '../../../dataset/formats/types.ts';
import { count, formatNumber, t } from '../../../i18n.ts';
import type { ImportDraft, ListedChange } from '../../../store/manager-api.ts';
import { Message } from '../../../ui/Message.tsx';
import type { ImportState } from '../import/importing.ts';
import { problemText, warningText } from '../import/reasons.ts';

/** So many lines stand in each list before a button for more. */
const FIRST = 12;

export function NamesPreview({ state: { step, preview } }: { state: ImportState }): VNode {
  if (preview === undefined) {
    return (
      <div class="side empty">
        <Message icon={ListChecks} title={t('manager.names.previewTitle')}>
          <p>{t(step === 'reading' ? 'manager.names.reading' : 'manager.names.previewText')}</p>
        </Message>
      </div>
    );
  }
  return (
    <div class="side" aria-live="polite" aria-busy={step === 'reading'}>
      {preview.ok && <Found draft={preview} />}
      <Refused invalid={preview.invalid} />
    </div>
  );
}

function Found({ draft: { changes, known, unsure, warnings } }: { draft: ImportDraft }): VNode {
  const { added } = changes.entities;
  return (
    <>
      {added.count > 0 && (
        <section class="group">
          <h3>{count('manager.names.new', added.count)}</h3>
          {unsure > 0 && <p class="warning">{count('manager.names.unsure', unsure)}</p>}
          <Some first={FIRST} list>
            {unsureFirst(added.first).map(({ id, name, grade }) => (
              <li key={id}>
                <bdi>{name}</bdi>
                {isUnsure(grade) && <span class="soft"> – {t(`manager.names.grade.${grade}`)}</span>}
              </li>
            ))}
          </Some>
          <Unlisted total={added.count} listed={added.first.length} />
        </section>
      )}
      {known.count > 0 && (
        <section class="group">
          <h3>{count('manager.names.known', known.count)}</h3>
          <Some first={FIRST} list>
            {known.first.map(({ id, name }) => (
              <li key={id} class="soft">
                <bdi>{name}</bdi>
              </li>
            ))}
          </Some>
          <Unlisted total={known.count} listed={known.first.length} />
        </section>
      )}
      {warnings
        .filter(({ kind }) => kind !== 'licence-unknown')
        .map((warning) => (
          <p key={warning.kind} class="soft">
            {warningText(warning)}
          </p>
        ))}
    </>
  );
}

/** Those of which something is said are not the ones to be folded away. */
function unsureFirst(names: readonly ListedChange[]): ListedChange[] {
  return names.toSorted((a, b) => Number(isUnsure(b.grade)) - Number(isUnsure(a.grade)));
}

function isUnsure(grade: ListedChange['grade']): grade is 'context' | 'never' {
  return grade === 'context' || grade === 'never';
}

function Unlisted({ total, listed }: { total: number; listed: number }): VNode | null {
  return total > listed ? (
    <p class="soft">{t('manager.andMore', { number: formatNumber(total - listed) })}</p>
  ) : null;
}

function Refused({ invalid }: { invalid: readonly Shown<RowProblem>[] }): VNode | null {
  if (invalid.length === 0) return null;
  return (
    <section class="group">
      <h3 class="warning">{count('manager.names.refused', invalid.length)}</h3>
      <Some first={FIRST} list>
        {invalid.map((problem) => (
          <li key={`${problem.row} ${problem.field}`}>
            <span class="soft">{t('manager.line', { number: formatNumber(problem.row) })}</span>{' '}
            {problem.value !== undefined && <bdi class="value">{problem.value}</bdi>}{' '}
            <span>{problemText(problem.reason)}</span>
          </li>
        ))}
      </Some>
    </section>
  );
}
