/** An entity that the page mentions: its name, how often, and the reason for the first mention. */
import type { VNode } from 'preact';
import { becauseText } from '../card/because-text.ts';
import { count, formatNumber } from '../i18n.ts';
import type { MentionSummary } from '../messages/ui.ts';

export function MentionLabel({ mention }: { mention: MentionSummary }): VNode {
  return (
    <>
      <bdi>{mention.name}</bdi>
      <span class="hidden">, {count('popup.count', mention.count)}. </span>
      <span class="times" aria-hidden="true">
        {formatNumber(mention.count)}
      </span>
      <span class="soft because">{becauseText(mention.because, 1)}</span>
    </>
  );
}
