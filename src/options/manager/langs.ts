/** The languages in which a reader wants texts of packs, the best first: that of the interface, then the browser's. */
import type { Words } from '../../dataset/card-content.ts';
import { pickText } from '../../dataset/localized.ts';
import type { Localized } from '../../dataset/parts.ts';
import { t } from '../../i18n.ts';

export function readerLangs(): string[] {
  return [...new Set([t('uiLang'), ...navigator.languages])];
}

export function wordsOf(texts: Localized): Words {
  return pickText(texts, readerLangs());
}
