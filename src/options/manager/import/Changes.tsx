/** What would be added, changed and removed: numbers first, the lists folded below them. */
import { ChevronRight } from 'lucide';
import type { VNode } from 'preact';
import { Icon } from '../../../card/Icon.tsx';
import { Some } from '../../../card/Some.tsx';
import { TYPE_ICONS } from '../../../card/type-icon.ts';
import { count, formatDate, formatNumber, t } from '../../../i18n.ts';
import type { ChangedKind, ChangeList, ImportDraft, ListedChange } from '../../../store/manager-api.ts';
import { wordsOf } from '../langs.ts';
import { HeadChanges } from './HeadChanges.tsx';

const KINDS = [
  'entities',
  'patterns',
  'quotes',
  'sources',
  'references',
  'wordLists',
  'retracted',
] as const satisfies readonly ChangedKind[];
/** What every reader looks for, also where nothing of it changes. */
const ALWAYS: ReadonlySet<ChangedKind> = new Set(['entities', 'quotes', 'sources']);
const WAYS = ['added', 'changed', 'removed'] as const;
/** So many are listed before a button for more. */
const FIRST = 20;

export function Changes({ draft: { changes, head, known, unsure } }: { draft: ImportDraft }): VNode {
  const kinds = KINDS.filter((kind) => ALWAYS.has(kind) || WAYS.some((way) => changes[kind][way].count > 0));
  return (
    <>
      <table class="changes">
        <caption class="hidden">{t('manager.import.changes')}</caption>
        <thead>
          <tr>
            <td />
            {WAYS.map((way) => (
              <th key={way} scope="col">
                {t(`manager.import.way.${way}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {kinds.map((kind) => (
            <tr key={kind}>
              <th scope="row">{t(`manager.import.kind.${kind}`)}</th>
              {WAYS.map((way) => (
                <td key={way} class={changes[kind][way].count === 0 ? 'number soft' : `number ${way}`}>
                  {formatNumber(changes[kind][way].count)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <HeadChanges head={head} />
      {unsure > 0 && <p class="warning">{count('manager.names.unsure', unsure)}</p>}
      {known.count > 0 && (
        <p class="soft">{t('manager.import.known', { number: formatNumber(known.count) })}</p>
      )}
      {WAYS.flatMap((way) =>
        kinds
          .filter((kind) => changes[kind][way].count > 0)
          .map((kind) => (
            <details key={`${way} ${kind}`} class="fold">
              <summary>
                <Icon of={ChevronRight} class="lead way" />
                {t(`manager.import.list.${way}`, { kind: t(`manager.import.kind.${kind}`) })}{' '}
                <span class="soft">{formatNumber(changes[kind][way].count)}</span>
              </summary>
              <Listed list={changes[kind][way]} />
            </details>
          )),
      )}
    </>
  );
}

function Listed({ list: { count, first } }: { list: ChangeList }): VNode {
  return (
    <>
      <Some first={FIRST} list>
        {first.map((change) => (
          <li key={change.id}>
            <Line change={change} />
          </li>
        ))}
      </Some>
      {count > first.length && (
        <p class="soft">{t('manager.andMore', { number: formatNumber(count - first.length) })}</p>
      )}
    </>
  );
}

function Line({ change: { name, type, fields, retracted } }: { change: ListedChange }): VNode {
  return (
    <>
      {type !== undefined && (
        <span data-type={type} class="accent">
          <Icon of={TYPE_ICONS[type]} class="lead" />
        </span>
      )}
      <bdi>{name}</bdi>
      {fields !== undefined && fields.length > 0 && (
        <bdi class="soft fields" dir="ltr">
          {fields.join(', ')}
        </bdi>
      )}
      {retracted !== undefined && (
        <span class="soft fields">
          {t('manager.import.takenBack', {
            date: formatDate(retracted.date),
            reason: wordsOf(retracted.reason).text,
          })}
        </span>
      )}
    </>
  );
}
