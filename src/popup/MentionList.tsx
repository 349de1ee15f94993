/** Who and what the page mentions, by type, each with its number of mentions and the reason for the first. */
import type { VNode } from 'preact';
import { becauseText } from '../card/because-text.ts';
import { Icon } from '../card/Icon.tsx';
import { Some } from '../card/Some.tsx';
import { TYPE_ICONS } from '../card/type-icon.ts';
import { EntityType } from '../dataset/schema.ts';
import { count, formatNumber, t } from '../i18n.ts';
import type { MentionSummary } from '../messages/ui.ts';

/** So many of a type are listed before a button for the others. */
const FIRST = 50;

interface MentionListProps {
  mentions: readonly MentionSummary[];
  open: (mention: MentionSummary) => void;
}

export function MentionList({ mentions, open }: MentionListProps): VNode {
  return (
    <>
      {EntityType.options.map((type) => {
        const ofType = mentions.filter((mention) => mention.type === type);
        return (
          ofType.length > 0 && (
            <section key={type} class="mentions" data-type={type}>
              <h3>
                <Icon of={TYPE_ICONS[type]} />
                {t(`types.${type}`)}
              </h3>
              <Some first={FIRST} list>
                {ofType.map((mention) => (
                  <Row key={mention.entity} mention={mention} open={open} />
                ))}
              </Some>
            </section>
          )
        );
      })}
    </>
  );
}

function Row({ mention, open }: Omit<MentionListProps, 'mentions'> & { mention: MentionSummary }): VNode {
  return (
    <li>
      <button type="button" onClick={() => open(mention)}>
        <bdi>{mention.name}</bdi>
        <span class="hidden">, {count('popup.count', mention.count)}. </span>
        <span class="times" aria-hidden="true">
          {formatNumber(mention.count)}
        </span>
        <span class="soft because">{becauseText(mention.because, 1)}</span>
      </button>
    </li>
  );
}
