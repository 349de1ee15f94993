/** Who and what the page mentions, by type, each with its number of mentions and the reason for the first. */
import type { VNode } from 'preact';
import { Icon } from '../card/Icon.tsx';
import { Some } from '../card/Some.tsx';
import { TYPE_ICONS } from '../card/type-icon.ts';
import { EntityType } from '../dataset/schema.ts';
import { t } from '../i18n.ts';
import type { MentionSummary } from '../messages/ui.ts';
import type { Place } from '../ui/Contents.tsx';
import { JumpTo, JumpWarning } from '../ui/JumpTo.tsx';
import { MentionLabel } from '../ui/MentionLabel.tsx';
import type { Jumps } from '../ui/use-jumps.ts';

/** So many of a type are listed before a button for the others. */
const FIRST = 50;

interface MentionListProps {
  mentions: readonly MentionSummary[];
  jumps: Jumps;
  open: (place: Place) => void;
}

export function MentionList({ mentions, jumps, open }: MentionListProps): VNode {
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
                  <li key={mention.entity}>
                    <button type="button" class="row" onClick={() => open(mention)}>
                      <MentionLabel mention={mention} />
                    </button>
                    <JumpTo entity={mention.entity} name={mention.name} jumps={jumps} />
                    <JumpWarning entity={mention.entity} jumps={jumps} />
                  </li>
                ))}
              </Some>
            </section>
          )
        );
      })}
    </>
  );
}
