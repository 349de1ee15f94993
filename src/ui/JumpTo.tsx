/** Goes from mention to mention of one entity, and says where it stands. */
import { ArrowDown, ArrowUp } from 'lucide';
import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../card/Icon.tsx';
import { formatNumber, t } from '../i18n.ts';
import type { EntityKey } from '../matching/types.ts';
import type { Jumps } from './use-jumps.ts';

interface JumpToProps {
  entity: EntityKey;
  name: string;
  jumps: Jumps;
  /** Back too, not only on. */
  both?: boolean;
}

export function JumpTo({ entity, name, jumps, both = false }: JumpToProps): VNode {
  const place = jumps.places.get(entity);
  const button = (direction: 1 | -1) => {
    const label = t(direction === 1 ? 'jump.next' : 'jump.previous', { name });
    return (
      <button
        type="button"
        class="icon-button"
        aria-label={label}
        title={label}
        onClick={() => jumps.jump({ entity, direction })}
      >
        <Icon of={direction === 1 ? ArrowDown : ArrowUp} />
      </button>
    );
  };
  return (
    <span class="jump">
      <span class="soft" role="status">
        {place === null && t('jump.gone')}
        {place && t('jump.place', { position: formatNumber(place.position), of: formatNumber(place.of) })}
      </span>
      {both && button(-1)}
      {button(1)}
    </span>
  );
}

/** What a page can notice of a jump, before the first one in quiet. */
export function JumpWarning({ entity, jumps }: Pick<JumpToProps, 'entity' | 'jumps'>): VNode | null {
  const first = useRef<HTMLButtonElement>(null);
  const waits = jumps.waiting === entity;
  useEffect(() => {
    if (!waits) return;
    const before = document.activeElement;
    first.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, [waits]);
  if (!waits) return null;
  return (
    <p class="jump-warning">
      {t('jump.warning')}
      <span class="choices">
        <button type="button" class="plain" ref={first} onClick={jumps.confirm}>
          {t('jump.scroll')}
        </button>
        <button type="button" class="plain" onClick={jumps.cancel}>
          {t('jump.cancel')}
        </button>
      </span>
    </p>
  );
}
