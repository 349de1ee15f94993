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
 * The quotes that stand open when the card opens, of all packs that know the entity: those whose words name it. Several
 * quotes of a pack that all give one view start folded, so that it does not shout; the speakers and the count can be read.
 */
export function openQuotes(contents: readonly CardContent[]): ReadonlySet<QuoteView> {
  const naming = contents
    .filter(({ balance }) => !balance.oneSided || balance.quotes === 1)
    .flatMap(({ quotesBy, quotesAbout }) => [...quotesBy, ...quotesAbout])
    .filter(({ namesEntity }) => namesEntity);
  return new Set(naming.slice(0, OPEN_QUOTES));
}

/** The content whose status was verified last, where one has a status. */
export function newest(contents: readonly CardContent[]): CardContent | undefined {
  return contents.reduce<CardContent | undefined>((latest, content) => {
    const { date } = content.status ?? {};
    return date !== undefined && date > (latest?.status?.date ?? '') ? content : latest;
  }, undefined);
}
