/** A site as a reader knows it. */
import { t } from '../i18n.ts';
import { FILE_SITE } from '../sites/decide.ts';

export function siteName(site: string): string {
  return site === FILE_SITE ? t('popup.files') : site;
}
