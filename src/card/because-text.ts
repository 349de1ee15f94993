/** Why a mention is one, in words: "Because “Clwyd West” stands nearby, found 2 times on this page". */
import { count, formatWords, t } from '../i18n.ts';
import type { OpenRequest } from '../messages/card-seam.ts';
import { pair } from './copy-text.ts';

type Because = OpenRequest['because'];

/** `found`: mentions on the page; one alone is not worth a word. */
export function becauseText(because: Because, found: number): string {
  const reason = reasonText(because);
  return found > 1 ? pair(reason, count('because.found', found)) : reason;
}

/** A rule that needs words and came without them says no more than that a name was found. */
function reasonText({ rule, words }: Because): string {
  if (rule === 'full-name' || words.length === 0) return t('because.fullName');
  const listed = { words: formatWords(words) };
  switch (rule) {
    case 'context-words':
      return t('because.contextWords', words.length, listed);
    case 'same-entity':
      return t('because.sameEntity', listed);
    case 'related-entity':
      return t('because.relatedEntity', listed);
    case 'introduced':
      return t('because.introduced', listed);
    case 'pattern':
      return t('because.pattern', listed);
  }
}
