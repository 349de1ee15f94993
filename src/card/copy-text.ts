/** A quote as it is copied: the words to the letter, then speaker, date and source. */
import type { QuotePiece, QuoteView } from '../dataset/card-content.ts';
import { formatDate, t } from '../i18n.ts';

export function wordsOf(pieces: readonly QuotePiece[]): string {
  return pieces.map(({ text }) => text).join('');
}

/** `whole`: the whole quote, else the excerpt that is shown. */
export function copyText(quote: QuoteView, whole: boolean): string {
  return `“${whole ? quote.paragraphs.map(wordsOf).join('\n\n') : excerpt(quote)}”\n— ${attribution(quote)}`;
}

function excerpt({ shown, cutBefore, cutAfter }: QuoteView): string {
  return `${cutBefore ? '… ' : ''}${wordsOf(shown)}${cutAfter ? ' …' : ''}`;
}

function attribution({ speaker, quotedBy, date, source }: QuoteView): string {
  const who = [
    speaker.name.text,
    ...(quotedBy === undefined ? [] : [t('card.quotedBy', { name: quotedBy.name.text })]),
    whenOf(date),
  ];
  const where = [
    source.title.text,
    `${t(`sourceKind.${source.kind}`)}, ${formatDate(source.date)}`,
    ...(source.url === undefined ? [] : [source.url]),
  ];
  return `${who.reduce(pair)}. ${where.reduce(pair)}`;
}

export function whenOf(date: string | undefined): string {
  return date === undefined ? t('card.undated') : formatDate(date);
}

/** Two parts of a line, with the comma of the language. */
export function pair(a: string, b: string): string {
  return t('listPair', { a, b });
}
