/** Said where a change was asked for and the background did not make it. */
import type { VNode } from 'preact';
import { t } from '../i18n.ts';

export function Failed({ when }: { when: boolean }): VNode | null {
  return when ? (
    <p class="warning" role="alert">
      {t('page.failed')}
    </p>
  ) : null;
}
