/** The first entries of a list that may be very long, and a button for more of them. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { formatNumber, t } from '../i18n.ts';

/** How many come with each press, where nobody says: a card of 500 quotes stays quick. */
const STEP = 20;

interface SomeProps {
  first: number;
  step?: number;
  /** The entries are `li`. */
  list?: boolean;
  children: readonly VNode[];
}

export function Some({ first, step = STEP, list = false, children }: SomeProps): VNode {
  const [limit, setLimit] = useState(first);
  const left = children.length - limit;
  return (
    <>
      {list ? <ul>{children.slice(0, limit)}</ul> : children.slice(0, limit)}
      {left > 0 && (
        <button type="button" class="more" onClick={() => setLimit(limit + step)}>
          {t('card.more', { number: formatNumber(left) })}
        </button>
      )}
    </>
  );
}
