/** Why a candidate is no mention, in the words of the interface. */
import { formatWords, t } from '../../../i18n.ts';
import type { Refusal } from '../../../matching/types.ts';

export function refusalText({ rule, words }: Refusal['because']): string {
  const listed = { words: formatWords(words) };
  switch (rule) {
    case 'no-evidence':
      return t('manager.refusal.noEvidence');
    case 'apart':
      return t('manager.refusal.apart', listed);
    case 'other-sentence':
      return t('manager.refusal.otherSentence', listed);
    case 'excluded':
      return t('manager.refusal.excluded', listed);
    case 'other-name':
      return words.length === 0 ? t('manager.refusal.partOfName') : t('manager.refusal.otherName', listed);
    case 'other-bearer':
      return t('manager.refusal.otherBearer');
    case 'other-acronym':
      return t('manager.refusal.otherAcronym');
    case 'not-yet-named':
      return t('manager.refusal.notYetNamed');
    case 'overlapped':
      return t('manager.refusal.overlapped');
  }
}
