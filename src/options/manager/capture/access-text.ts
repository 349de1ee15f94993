/** On which day a page was read: shown with the form of a capture, and kept with the source that is made of the page. */
import { formatDate, t } from '../../../i18n.ts';

export function accessText({ accessDate }: { accessDate: string }): string {
  return t('manager.capture.accessDate', { date: formatDate(accessDate) });
}
