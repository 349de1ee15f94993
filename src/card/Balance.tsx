/** How one-sided the quotes are, counted from the pack and said in words. */
import { Scale } from 'lucide';
import type { VNode } from 'preact';
import type { Balance as Counts } from '../dataset/card-content.ts';
import { count, t } from '../i18n.ts';
import { pair } from './copy-text.ts';
import { Icon } from './Icon.tsx';

export function Balance({ counts }: { counts: Counts }): VNode | null {
  if (counts.quotes === 0) return null;
  return (
    <p class="balance soft">
      <Icon of={Scale} />
      <span>
        {howMany(counts)} {whoseView(counts)}
      </span>
    </p>
  );
}

function howMany({ quotes, sources, occasions }: Counts): string {
  const parts = { quotes: count('balance.quotes', quotes), sources: count('balance.sources', sources) };
  return occasions === 0
    ? t('balance.line', parts)
    : t('balance.lineOccasions', { ...parts, occasions: count('balance.occasions', occasions) });
}

function whoseView({ sides, oneSided }: Counts): string {
  const names = sides.map((side) => side?.text ?? t('balance.noSide'));
  return oneSided
    ? t('balance.oneSide', { side: names.reduce(pair) })
    : t('balance.sides', names.length, { sides: names.reduce(pair) });
}
