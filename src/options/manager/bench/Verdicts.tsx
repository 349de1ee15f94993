/** The text with its mentions marked in it, then each mention and each refusal with the reason. */
import type { VNode } from 'preact';
import { becauseText } from '../../../card/because-text.ts';
import { Icon } from '../../../card/Icon.tsx';
import { Some } from '../../../card/Some.tsx';
import { TYPE_ICONS } from '../../../card/type-icon.ts';
import type { EntityType } from '../../../dataset/schema.ts';
import { count, t } from '../../../i18n.ts';
import type { Explained } from '../../../store/manager-api.ts';
import { wordsOf } from '../langs.ts';
import { piecesOf } from './pieces.ts';
import { refusalText } from './refusal-text.ts';

interface VerdictsProps {
  found: Explained;
  /** The key of an entity: nothing else is listed. */
  only?: string;
}

/** So many stand in each list before a button for more. */
const FIRST = 15;

export function Verdicts({ found, only }: VerdictsProps): VNode {
  const { text, entities } = found;
  const mentions = found.mentions.filter((each) => only === undefined || each.entities.includes(only));
  const refusals = found.refusals.filter(({ entity }) => only === undefined || entity === only);
  const typeOf = (key = ''): EntityType => entities[key]?.type ?? 'person';
  const nameOf = (key = '') => {
    const named = entities[key];
    return named === undefined ? key : wordsOf(named.name).text;
  };
  return (
    <>
      <p class="marked-text" dir="auto">
        {piecesOf(text, mentions).map(({ start, words, mention }) =>
          mention === undefined ? (
            words
          ) : (
            <mark key={start} data-type={typeOf(mention.entities[0])}>
              {words}
            </mark>
          ),
        )}
      </p>
      <section class="group">
        <h3>
          {mentions.length === 0 ? t('manager.bench.noMentions') : count('popup.count', mentions.length)}
        </h3>
        {mentions.length > 0 && (
          <Some first={FIRST} list>
            {mentions.map(({ start, end, entities: keys, because }) => (
              <li key={`${start} ${end}`}>
                <span class="accent" data-type={typeOf(keys[0])}>
                  <Icon of={TYPE_ICONS[typeOf(keys[0])]} class="lead" />
                </span>
                <bdi class="value">{text.slice(start, end)}</bdi>{' '}
                <span class="soft">
                  <bdi>{keys.map(nameOf).join(' / ')}</bdi> – {becauseText(because, 1)}
                </span>
              </li>
            ))}
          </Some>
        )}
      </section>
      {refusals.length > 0 && (
        <section class="group">
          <h3>{count('manager.bench.refused', refusals.length)}</h3>
          <Some first={FIRST} list>
            {refusals.map(({ start, end, entity, because }) => (
              <li key={`${start} ${end} ${entity} ${because.rule}`}>
                <bdi class="value">{text.slice(start, end)}</bdi>{' '}
                <span class="soft">
                  <bdi>{nameOf(entity)}</bdi> – {refusalText(because)}
                </span>
              </li>
            ))}
          </Some>
        </section>
      )}
    </>
  );
}
