/** What a backup holds, and what would be lost with it; or why it is none. */
import type { VNode } from 'preact';
import { pair } from '../../../card/copy-text.ts';
import { count, formatDate, formatWords, t } from '../../../i18n.ts';
import type { BadBackup, RestorePreview } from '../../../store/manager-api.ts';
import { problemText } from '../import/reasons.ts';
import { wordsOf } from '../langs.ts';

/** So many problems of a broken file are worth reading. */
const PROBLEMS = 5;

const BAD = {
  'too-large': 'manager.file.tooLarge',
  'not-json': 'manager.file.notJson',
  'no-backup': 'manager.storage.noBackup',
  'newer-form': 'manager.storage.newerBackup',
  unfit: 'manager.storage.unfitBackup',
} as const satisfies Record<BadBackup, string>;

export function InBackup({ preview }: { preview: RestorePreview }): VNode {
  if (!preview.ok) {
    return (
      <>
        <p class="warning">{t(BAD[preview.why])}</p>
        {preview.problems.length > 0 && (
          <ul class="plain-list">
            {preview.problems.slice(0, PROBLEMS).map(({ path, code, value }) => (
              <li key={path} class="soft">
                <bdi dir="ltr">{path}</bdi> – {problemText(code, value)}
              </li>
            ))}
          </ul>
        )}
        <p>{t('manager.import.nothingChanged')}</p>
      </>
    );
  }
  const { made, packs, lost, rules, muted } = preview;
  const counts = [
    ...(rules > 0 ? [count('manager.storage.rules', rules)] : []),
    ...(muted > 0 ? [count('manager.storage.muted', muted)] : []),
  ];
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
      {counts.length > 0 && <p class="soft">{counts.reduce(pair)}</p>}
      <p>{t('manager.storage.replaces')}</p>
      {lost.length > 0 && (
        <p class="warning">
          {t('manager.storage.lost', { packs: formatWords(lost.map((title) => wordsOf(title).text)) })}
        </p>
      )}
    </>
  );
}
