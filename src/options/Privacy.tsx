/** What is kept, what leaves the computer, and what a page can notice: `docs/privacy.md` in short. */
import type { VNode } from 'preact';
import { t } from '../i18n.ts';
import { MODES } from '../settings/schema.ts';

export function Privacy(): VNode {
  return (
    <>
      <ul class="points">
        <li>{t('privacy.network')}</li>
        <li>{t('privacy.disk')}</li>
        <li>{t('privacy.where')}</li>
      </ul>
      <h3>{t('privacy.noticed')}</h3>
      <dl class="points">
        {MODES.map((mode) => (
          <div key={mode}>
            <dt>{t(`popup.mode.${mode}`)}</dt>
            <dd>{t(`privacy.notice.${mode}`)}</dd>
          </div>
        ))}
      </dl>
      <p>{t('privacy.risk')}</p>
      <h3>{t('privacy.kept')}</h3>
      <ul class="points">
        <li>{t('privacy.keptPacks')}</li>
        <li>{t('privacy.keptSites')}</li>
        <li>{t('privacy.keptBrowser')}</li>
      </ul>
    </>
  );
}
