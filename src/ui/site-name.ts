/** A site as a reader knows it. */
import { t } from '../i18n.ts';
import { showSite } from '../sites/read-site.ts';
import { FILE_SITE } from '../sites/site.ts';

export function siteName(site: string): string {
  return site === FILE_SITE ? t('popup.files') : showSite(site);
}
