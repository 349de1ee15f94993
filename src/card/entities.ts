/** Which of a mention's contents are one entity, and which quotes may stand open. */
import type { CardContent, QuoteView } from '../dataset/card-content.ts';

/** Contents of several packs that share an identifier are one entity, in sections; the others are candidates. */
export function candidates(contents: readonly CardContent[]): CardContent[][] {
  const groups: CardContent[][] = [];
  for (const content of contents) {
    const same = groups.find((group) =>
      group.some((other) => other.sameAs.some((id) => content.sameAs.includes(id))),
    );
    if (same === undefined) groups.push([content]);
    else same.push(content);
  }
  return groups;
}

/** At most so many quotes stand open. */
const OPEN_QUOTES = 2;

/**
 * The quotes that stand open when the card opens: those whose words name the entity. Several quotes that all give
 * one view start folded, so that a one-sided pack does not shout; the speakers and the count can be read.
 */
export function openQuotes({ quotesBy, quotesAbout, balance }: CardContent): ReadonlySet<QuoteView> {
  if (balance.oneSided && balance.quotes > 1) return new Set();
  return new Set(
    [...quotesBy, ...quotesAbout].filter(({ namesEntity }) => namesEntity).slice(0, OPEN_QUOTES),
  );
}
