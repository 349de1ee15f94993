/** Who and what the page mentions, in the order in which one meets them, each with the content of its card to unfold. */
import { ChevronRight } from 'lucide';
import type { VNode } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Icon } from '../card/Icon.tsx';
import { Some } from '../card/Some.tsx';
import { TYPE_ICONS } from '../card/type-icon.ts';
import { count, t } from '../i18n.ts';
import type { AskAsUi, MentionSummary } from '../messages/ui.ts';
import { Contents, type Place } from '../ui/Contents.tsx';
import { JumpTo, JumpWarning } from '../ui/JumpTo.tsx';
import { MentionLabel } from '../ui/MentionLabel.tsx';
import type { Jumps } from '../ui/use-jumps.ts';
import type { AskedFor } from './use-asked-for.ts';

/** So many are listed before a button for the others. */
const FIRST = 100;

interface DossierProps {
  mentions: readonly MentionSummary[];
  ask: AskAsUi;
  jumps: Jumps;
  follow: (place: Place) => void;
  /** Unfolded and brought into view. */
  askedFor: AskedFor | undefined;
}

export function Dossier({ mentions, ask, jumps, follow, askedFor }: DossierProps): VNode {
  const asked = mentions.findIndex(({ entity }) => entity === askedFor?.entity);
  return (
    <div class="dossier">
      <p class="soft summary" role="status">
        {count('panel.found', mentions.length)}
      </p>
      <Some first={Math.max(FIRST, asked + 1)} list>
        {mentions.map((mention) => (
          <Entry
            key={mention.entity}
            mention={mention}
            ask={ask}
            jumps={jumps}
            follow={follow}
            askedFor={mention.entity === askedFor?.entity ? askedFor : undefined}
          />
        ))}
      </Some>
    </div>
  );
}

interface EntryProps extends Omit<DossierProps, 'mentions'> {
  mention: MentionSummary;
}

function Entry({ mention, ask, jumps, follow, askedFor }: EntryProps): VNode {
  const { entity, name, type } = mention;
  const [isOpen, setOpen] = useState(askedFor !== undefined);
  const content = useId();
  const entry = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (askedFor === undefined) return;
    setOpen(true);
    entry.current?.scrollIntoView({ block: 'start', behavior: 'instant' });
  }, [askedFor]);
  return (
    <li class="entry" data-type={type} ref={entry}>
      <h2>
        <button
          type="button"
          class="row"
          aria-expanded={isOpen}
          aria-controls={content}
          onClick={() => setOpen(!isOpen)}
        >
          <Icon of={ChevronRight} class="way" />
          <Icon of={TYPE_ICONS[type]} />
          <span class="words">
            <span class="hidden">{t(`type.${type}`)}: </span>
            <MentionLabel mention={mention} />
          </span>
        </button>
      </h2>
      <JumpTo entity={entity} name={name} jumps={jumps} both={mention.count > 1} />
      <JumpWarning entity={entity} jumps={jumps} />
      <div class="content" id={content} hidden={!isOpen}>
        {isOpen && <Contents place={{ entity, name }} ask={ask} follow={follow} />}
      </div>
    </li>
  );
}
