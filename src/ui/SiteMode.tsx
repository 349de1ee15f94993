/** What Sidelight does on this site: three choices, what the chosen one shows to the page, and where it comes from. */
import { HatGlasses } from 'lucide';
import type { VNode } from 'preact';
import { Icon } from '../card/Icon.tsx';
import { t } from '../i18n.ts';
import { MODES } from '../settings/schema.ts';
import { siteName } from './site-name.ts';
import type { Site } from './use-site.ts';

export function SiteMode({ site }: { site: Site }): VNode {
  const { state, mode, choose, trouble } = site;
  const { isPrivate } = state;
  return (
    <fieldset class="site">
      <legend class="hidden">{t('popup.here', { site: siteName(state.site) })}</legend>
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
      <p class="soft explain" aria-live="polite">
        {t(`popup.explain.${mode}`)}
      </p>
      <Decided site={site} />
      {isPrivate && (
        <p class="soft decided">
          <Icon of={HatGlasses} class="lead" />
          {t('popup.privateWindow')}
        </p>
      )}
      <p class="warning" role="status">
        {trouble === 'refused' && t('popup.denied')}
        {trouble === 'not-readable' && t('popup.notReadable')}
        {trouble === 'failed' && t('popup.notSaved')}
      </p>
    </fieldset>
  );
}

/** Which rule decides, and how to be rid of it; what the browser has allowed for now only, and how to allow it for good. */
function Decided({ site: { state, allow, removeRule } }: { site: Site }): VNode | null {
  const { by, rule, site, unread, onlyOnce } = state;
  const isOnce = by === 'once' || onlyOnce;
  if (!isOnce && by === 'default' && unread === 'no-permission') return null;
  const isOwn = by === 'rule' && rule === site;
  return (
    <>
      {isOnce && (
        <p class="soft decided">
          {t('popup.rule.once')}{' '}
          {allow && (
            <button type="button" class="link" onClick={allow}>
              {t('popup.rule.always')}
            </button>
          )}
        </p>
      )}
      {by !== 'once' && (
        <p class="soft decided">
          {by === 'default' && t('popup.rule.default')}
          {by === 'rule' && !isOwn && t('popup.rule.above', { site: siteName(rule ?? '') })}
          {isOwn && (
            <>
              {t('popup.rule.own')}{' '}
              <button type="button" class="link" onClick={removeRule}>
                {t('popup.rule.remove')}
              </button>
            </>
          )}
        </p>
      )}
    </>
  );
}
