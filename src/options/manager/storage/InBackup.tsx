/** What a backup holds, and what would be lost with it; or why it is none. */
import type { VNode } from 'preact';
import { pair } from '../../../card/copy-text.ts';
import { formatProblem } from '../../../dataset/problem.ts';
import { count, formatDate, formatWords, t } from '../../../i18n.ts';
import type { RestorePreview } from '../../../store/manager-api.ts';
import { wordsOf } from '../langs.ts';

/** So many problems of a broken file are worth reading. */
const PROBLEMS = 5;

export function InBackup({ preview }: { preview: RestorePreview }): VNode {
  if (!preview.ok) {
    return (
      <>
        <p class="warning">{t('manager.storage.badBackup')}</p>
        <ul class="plain-list">
          {preview.problems.slice(0, PROBLEMS).map((problem) => (
            <li key={problem.path} class="soft" dir="ltr" lang="en">
              {formatProblem(problem)}
            </li>
          ))}
        </ul>
      </>
    );
  }
  const { made, packs, lost, rules, muted } = preview;
  return (
    <>
      <p>{t('manager.storage.made', { date: formatDate(made.slice(0, 10)) })}</p>
      <ul class="plain-list">
        {packs.map(({ id, title, version, entities, edited }) => (
          <li key={id}>
            <bdi>{wordsOf(title).text}</bdi>{' '}
            <span class="soft">
              {[
                t('popup.version', { version }),
                count('popup.entities', entities),
                ...(edited > 0 ? [count('manager.packs.edited', edited)] : []),
              ].reduce(pair)}
            </span>
          </li>
        ))}
      </ul>
      <p class="soft">{pair(count('manager.storage.rules', rules), count('manager.storage.muted', muted))}</p>
      <p>{t('manager.storage.replaces')}</p>
      {lost.length > 0 && <p class="warning">{t('manager.storage.lost', { packs: formatWords(lost) })}</p>}
    </>
  );
}
