/** What a version says of the pack itself otherwise than the one that is there: its licence, its home, its title. */
import type { VNode } from 'preact';
import { formatDate, t } from '../../../i18n.ts';
import type { HeadChange, HeadField } from '../../../store/manager-api.ts';
import { wordsOf } from '../langs.ts';

const LABELS = {
  version: 'manager.import.head.version',
  title: 'manager.packs.title',
  licence: 'manager.packs.licence',
  checked: 'manager.import.head.checked',
  home: 'manager.import.head.home',
  corrections: 'manager.import.head.corrections',
  sensitive: 'manager.packs.sensitive',
} as const satisfies Record<HeadField, string>;

export function HeadChanges({ head }: { head: readonly HeadChange[] }): VNode | null {
  if (head.length === 0) return null;
  return (
    <table class="changes head">
      <caption>{t('manager.import.head.caption')}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">{t('manager.import.head.before')}</th>
          <th scope="col">{t('manager.import.head.after')}</th>
        </tr>
      </thead>
      <tbody>
        {head.map(({ field, before, after }) => (
          <tr key={field}>
            <th scope="row">{t(LABELS[field])}</th>
            <td>
              <Value of={before} not={after} field={field} />
            </td>
            <td>
              <Value of={after} not={before} field={field} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface ValueProps {
  of: HeadChange['before'];
  /** The value beside it: of a title in several languages those texts are shown that differ. */
  not: HeadChange['before'];
  field: HeadField;
}

function Value({ of, not, field }: ValueProps): VNode {
  if (field === 'sensitive')
    return <>{t(of === true ? 'manager.import.head.yes' : 'manager.import.head.no')}</>;
  if (of === undefined || typeof of === 'boolean')
    return <span class="soft">{t('manager.import.head.none')}</span>;
  if (typeof of === 'string') return <bdi>{field === 'checked' ? formatDate(of) : of}</bdi>;
  const other = typeof not === 'object' ? not : {};
  const differing = Object.entries(of).filter(([lang, text]) => other[lang] !== text);
  if (differing.length === 0) {
    const { text, lang } = wordsOf(of);
    return <bdi lang={lang}>{text}</bdi>;
  }
  return (
    <>
      {differing.map(([lang, text]) => (
        <bdi key={lang} lang={lang} class="line">
          {text}
        </bdi>
      ))}
    </>
  );
}
