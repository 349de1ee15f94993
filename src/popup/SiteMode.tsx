/** What Sidelight does on this site: three choices, and what the chosen one shows to the page. */
import type { VNode } from 'preact';
import { t } from '../i18n.ts';
import { MODES, type Mode } from '../settings/schema.ts';

interface SiteModeProps {
  site: string;
  mode: Mode;
  choose: (mode: Mode) => void;
}

export function SiteMode({ site, mode, choose }: SiteModeProps): VNode {
  return (
    <fieldset class="site">
      <legend>
        <bdi>{t('popup.here', { site })}</bdi>
      </legend>
      <div class="modes">
        {MODES.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="mode"
              value={each}
              checked={each === mode}
              onChange={() => choose(each)}
            />
            <span>{t(`popup.mode.${each}`)}</span>
          </label>
        ))}
      </div>
      <p class="soft" aria-live="polite">
        {t(`popup.explain.${mode}`)}
      </p>
    </fieldset>
  );
}
